// Receipt codes: whoever holds a message's number and its code may follow it without signing in.
// Invariant: a code is worked out from the number under a secret of this data folder and is kept
// nowhere; and a wrong code is refused exactly like a number that nobody has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/connection.h"

namespace mashang::desk {

/// The secret, made at the first time; on the writer's connection only.
std::string receipt_secret(store::Connection& connection);
/// The secret, or nothing while there is none.
std::optional<std::string> find_receipt_secret(store::Connection& connection);

/// "K7QF-2M9X": eight characters of Crockford's alphabet, which has no I, L, O and U.
std::string receipt_code(std::string_view secret, std::string_view number);

/// A number and a code as they are written, from what people type: small letters, blanks,
/// full-width signs, O for 0, I and L for 1.
std::string normal_number(std::string_view typed);
std::string normal_code(std::string_view typed);

}  // namespace mashang::desk
