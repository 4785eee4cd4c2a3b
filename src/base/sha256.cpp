// The digest is fetched once: in OpenSSL 3 looking it up costs more than hashing a short text.
#include "base/sha256.h"

#include <stdexcept>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace mashang {

Sha256 sha256(std::string_view bytes) {
  static const EVP_MD* const digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  Sha256 hash{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, digest, nullptr) != 1 ||
      size != hash.size())
    throw std::runtime_error("OpenSSL gave no SHA-256");
  return hash;
}

std::string hex_of(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) { return hex_of(sha256(bytes)); }

Sha256 hmac_sha256(std::string_view key, std::string_view text) {
  Sha256 hash{};
  unsigned size = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (HMAC(EVP_sha256(), key.data(), int(key.size()), bytes, text.size(), hash.data(), &size) ==
          nullptr ||
      size != hash.size())
    throw std::runtime_error("OpenSSL gave no HMAC");
  return hash;
}

bool same_secret(std::string_view left, std::string_view right) {
  return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace mashang
