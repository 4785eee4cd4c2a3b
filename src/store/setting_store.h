// Setting store: the few things a running city remembers about itself, as text by name.
#pragma once

#include "store/connection.h"

namespace mashang::store {

std::optional<std::string> find_setting(Connection& connection, std::string_view key);
void put_setting(Connection& connection, std::string_view key, std::string_view value);

}  // namespace mashang::store
