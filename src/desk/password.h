// Passwords, kept as argon2id hashes in the usual $argon2id$ form.
#pragma once

#include <string>
#include <string_view>

namespace mashang::desk {

inline constexpr std::size_t kPasswordLengthMin = 10;

/// A fresh hash with its own salt. Costs some 20 MiB and tens of milliseconds on purpose.
std::string hash_password(std::string_view password);

/// Whether the password belongs to the hash. With an empty hash it takes as long and says no, so
/// that an answer's time doesn't tell whether a login exists.
bool password_matches(std::string_view password, const std::string& hash);

}  // namespace mashang::desk
