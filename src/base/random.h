// Numbers nobody can guess: session tokens, sign-in codes, trace ids. From OpenSSL's generator;
// what must be repeatable (tests, the simulation) takes its own seeded generator instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace mashang {

void fill_random(std::span<unsigned char> bytes);

/// So many random bytes, spelt in the URL-safe base64 alphabet (four characters per three bytes).
std::string random_token(std::size_t bytes = 24);

/// Evenly from 0 to bound - 1; `bound` is not 0.
std::uint32_t random_below(std::uint32_t bound);

/// A decimal code with leading zeros, for people to type.
std::string random_digits(std::size_t count);

}  // namespace mashang
