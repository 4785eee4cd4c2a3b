// Setting a city up: the rows of its city.json go into an empty data folder, once.
#pragma once

#include <string_view>

#include "desk/desk.h"

namespace mashang::desk {

/// Adds regions, stations, units, deputies and staff when the store has none; false when it has.
/// Staff can't sign in until they have a password.
bool set_up_city(Desk& desk);

/// Ends the sessions that the old password opened. False when nobody has that login.
bool set_password(Desk& desk, std::string_view login, std::string_view password);

}  // namespace mashang::desk
