// A deputy's status (R1): active, suspended, or ended when his term is over. Whoever no longer acts
// is signed out; what waits for one whose term ended goes to his station.
#pragma once

#include "desk/desk.h"

namespace mashang::desk {

/// False when no deputy has that code.
bool set_deputy_status(Desk& desk, const std::string& code, rules::DeputyStatus status);

}  // namespace mashang::desk
