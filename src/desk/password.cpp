// Cost as OWASP advises for argon2id: 19 MiB, two passes, one lane.
#include "desk/password.h"

#include <argon2.h>

#include <array>
#include <stdexcept>

#include "base/random.h"

namespace mashang::desk {
namespace {

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kMemoryKib = 19 * 1024;
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kHashSize = 32;

const std::string& hash_of_nobody() {
  static const std::string hash = hash_password("nobody has this password");
  return hash;
}

}  // namespace

std::string hash_password(std::string_view password) {
  std::array<unsigned char, kSaltSize> salt{};
  fill_random(salt);
  std::array<char, 128> text{};
  const int failure =
      argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, password.data(), password.size(),
                            salt.data(), salt.size(), kHashSize, text.data(), text.size());
  if (failure != ARGON2_OK) throw std::runtime_error(argon2_error_message(failure));
  return text.data();
}

bool password_matches(std::string_view password, const std::string& hash) {
  const std::string& against = hash.empty() ? hash_of_nobody() : hash;
  const bool same = argon2id_verify(against.c_str(), password.data(), password.size()) == ARGON2_OK;
  return same && !hash.empty();
}

}  // namespace mashang::desk
