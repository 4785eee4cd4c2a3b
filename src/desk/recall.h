// What channels must remember over a restart: the keys they made, tokens they were given.
#pragma once

#include "desk/desk.h"

namespace mashang::desk {

std::optional<std::string> recall(Desk& desk, const std::string& name);
void keep(Desk& desk, const std::string& name, const std::string& value);

}  // namespace mashang::desk
