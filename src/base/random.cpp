// A generator that fails is a fault of the machine: nothing may go on with a guessable secret.
#include "base/random.h"

#include <cassert>
#include <stdexcept>

#include <openssl/rand.h>

#include "base/base64url.h"

namespace mashang {

void fill_random(std::span<unsigned char> bytes) {
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw std::runtime_error("the machine gives no random numbers");
}

std::string random_token(std::size_t bytes) {
  std::string raw(bytes, '\0');
  fill_random({reinterpret_cast<unsigned char*>(raw.data()), raw.size()});
  return base64url(raw);
}

std::uint32_t random_below(std::uint32_t bound) {
  assert(bound != 0);
  // Numbers of the last, incomplete round would make small results likelier, so they are redrawn.
  const std::uint64_t rounds = (std::uint64_t{1} << 32) / bound * bound;
  for (;;) {
    std::uint32_t number = 0;
    fill_random({reinterpret_cast<unsigned char*>(&number), sizeof number});
    if (number < rounds) return number % bound;
  }
}

std::string random_digits(std::size_t count) {
  std::string code;
  for (std::size_t i = 0; i < count; ++i) code += static_cast<char>('0' + random_below(10));
  return code;
}

}  // namespace mashang
