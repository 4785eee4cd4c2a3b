// Warnings (R54): a running limit that has used up half or four fifths of its time, or all of it,
// is told once to whom it concerns; a case moves by itself where its limit's end has that effect.
#pragma once

#include <string>

#include "desk/desk.h"

namespace mashang::desk {

/// Tells every mark that is reached; the number of times a case then moved by itself.
int give_warnings(Desk& desk);

/// The target under which warnings to somebody's desk are kept: "unit:12", "supervisor:".
std::string warning_target(const rules::Viewer& viewer);

}  // namespace mashang::desk
