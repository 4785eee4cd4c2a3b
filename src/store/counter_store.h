// Counter store: numbers handed out one by one. Invariant: a number is used once; when the job that
// took it is undone, so is the taking, and no hole is left.
#pragma once

#include "store/connection.h"

namespace mashang::store {

/// 1 for a name never used before, then one more each time. For example "message", or
/// "message-20261124" for a number that starts anew every day.
std::int64_t next_number(Connection& connection, std::string_view name);

}  // namespace mashang::store
