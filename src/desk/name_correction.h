// Correcting one's own name (R72). Pages that show it are read anew; the timeline never held it.
#pragma once

#include "desk/desk.h"

namespace mashang::desk {

/// False for deputies and staff, whose names their office keeps.
bool correct_name(Desk& desk, const Person& person, const std::string& name);

}  // namespace mashang::desk
