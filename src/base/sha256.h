// SHA-256, by OpenSSL: chains of the timeline, names of uploads, tokens kept only as their hash.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace mashang {

using Sha256 = std::array<unsigned char, 32>;

Sha256 sha256(std::string_view bytes);

/// Lower-case hexadecimal.
std::string hex_of(std::span<const unsigned char> bytes);
std::string sha256_hex(std::string_view bytes);

/// Who knows the key can say that a text is his, and nobody else (RFC 2104).
Sha256 hmac_sha256(std::string_view key, std::string_view text);

/// Compares secrets in a time that depends on their length only.
bool same_secret(std::string_view left, std::string_view right);

}  // namespace mashang
