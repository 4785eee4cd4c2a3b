// Warnings (R54): a running limit that has used up half or four fifths of its time, or all of it,
// is told once to whom it concerns; a case moves by itself where its limit's end has that effect.
#pragma once

#include <array>
#include <string>

#include "desk/desk.h"

namespace mashang::desk {

/// Tells every mark that is reached; the number of times a case then moved by itself.
int give_warnings(Desk& desk);

/// The targets under which warnings to somebody's desk are kept, its clerks' and its leader's:
/// "unit:12" and "unit_leader:12". Leaders have no accounts of their own; their desk reads both.
std::array<std::string, 2> warning_targets(const rules::Viewer& viewer);

}  // namespace mashang::desk
