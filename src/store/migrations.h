// Migrations: the numbered steps from an empty file to the schema this program knows. Invariant: a
// step that was ever released is never changed; what is to change comes as a new step.
#pragma once

#include <span>
#include <string_view>

#include "store/connection.h"

namespace mashang::store {

/// Step n is at place n - 1.
std::span<const std::string_view> migrations();

/// Brings the file to the last of `steps`, all in one transaction. A Fault when the file was
/// written by a program that knows more steps than these.
void migrate(Connection& connection, std::span<const std::string_view> steps = migrations());

}  // namespace mashang::store
