// A generator that fails is a fault of the machine: nothing may go on with a guessable secret.
#include "base/random.h"

#include <cassert>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <openssl/rand.h>

namespace mashang {

void fill_random(std::span<unsigned char> bytes) {
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw std::runtime_error("the machine gives no random numbers");
}

std::string random_token(std::size_t bytes) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::vector<unsigned char> raw(bytes);
  fill_random(raw);
  std::string token;
  token.reserve(bytes * 4 / 3 + 1);
  unsigned held = 0;
  int bits = 0;
  for (const unsigned char byte : raw) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 6; bits -= 6) token += alphabet[held >> (bits - 6) & 63];
    held &= (1u << bits) - 1;
  }
  if (bits > 0) token += alphabet[held << (6 - bits) & 63];
  return token;
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
