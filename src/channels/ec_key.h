// A key of the curve P-256, as web push has them: one that signs for this server, one of each
// letter, one of each browser. Invariant: a key that was made or read is a point of the curve.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace mashang::channels {

class EcKey {
 public:
  static EcKey make();
  /// From the 32 bytes of the private number; nothing when they are none.
  static std::optional<EcKey> read(std::string_view private_bytes);

  std::string private_bytes() const;                                 // 32
  const std::string& public_bytes() const { return public_bytes_; }  // 65, uncompressed

  /// What both sides can compute and nobody else (ECDH): 32 bytes; nothing when the other's public
  /// bytes are no point of the curve.
  std::optional<std::string> shared_with(std::string_view public_bytes) const;
  /// ES256: 64 bytes, the two numbers one after the other (RFC 7518, section 3.4).
  std::string sign(std::string_view text) const;

 private:
  struct CleanUp {
    void operator()(evp_pkey_st* key) const;
  };
  using Handle = std::unique_ptr<evp_pkey_st, CleanUp>;
  EcKey(Handle key, std::string public_bytes);
  static Handle read_public(std::string_view public_bytes);

  Handle key_;
  std::string public_bytes_;
};

/// Whether these are 65 bytes that stand for a point of the curve.
bool is_public_key(std::string_view bytes);

}  // namespace mashang::channels
