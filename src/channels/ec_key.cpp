// OpenSSL 3's providers, without the functions it has declared obsolete.
#include "channels/ec_key.h"

#include <array>
#include <stdexcept>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>

namespace mashang::channels {
namespace {

constexpr std::size_t kNumberSize = 32;
constexpr std::size_t kPointSize = 65;
constexpr char kUncompressed = 4;

struct Free {
  void operator()(BIGNUM* number) const { BN_clear_free(number); }
  void operator()(EC_GROUP* group) const { EC_GROUP_free(group); }
  void operator()(EC_POINT* point) const { EC_POINT_free(point); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
  void operator()(OSSL_PARAM* params) const { OSSL_PARAM_free(params); }
  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void must(bool done) {
  if (!done) throw std::runtime_error("OpenSSL failed at a key of P-256");
}

/// The point that belongs to a private number; nothing when the number is out of range.
std::optional<std::string> public_of(const BIGNUM* number) {
  const Owned<EC_GROUP> group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
  must(group != nullptr);
  if (BN_is_zero(number) || BN_cmp(number, EC_GROUP_get0_order(group.get())) >= 0)
    return std::nullopt;
  const Owned<EC_POINT> point(EC_POINT_new(group.get()));
  must(point && EC_POINT_mul(group.get(), point.get(), number, nullptr, nullptr, nullptr) == 1);
  std::string bytes(kPointSize, '\0');
  must(EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, bytes_of(bytes),
                          bytes.size(), nullptr) == kPointSize);
  return bytes;
}

/// A key of the two halves, or of the public one alone; null when OpenSSL refuses it.
EVP_PKEY* key_of(const BIGNUM* number, std::string_view public_bytes) {
  const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
  must(builder &&
       OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) == 1);
  must(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, public_bytes.data(),
                                        public_bytes.size()) == 1);
  if (number != nullptr)
    must(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number) == 1);
  const Owned<OSSL_PARAM> params(OSSL_PARAM_BLD_to_param(builder.get()));
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  must(params && context && EVP_PKEY_fromdata_init(context.get()) == 1);
  EVP_PKEY* key = nullptr;
  const int selection = number == nullptr ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR;
  return EVP_PKEY_fromdata(context.get(), &key, selection, params.get()) == 1 ? key : nullptr;
}

/// DER as OpenSSL signs, made the two plain numbers.
std::string plain_signature(const std::string& der) {
  const unsigned char* at = bytes_of(std::string_view(der));
  const Owned<ECDSA_SIG> signature(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
  must(signature != nullptr);
  std::string plain(2 * kNumberSize, '\0');
  unsigned char* out = bytes_of(plain);
  must(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, kNumberSize) == kNumberSize);
  must(BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + kNumberSize, kNumberSize) ==
       kNumberSize);
  return plain;
}

}  // namespace

void EcKey::CleanUp::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

EcKey::EcKey(Handle key, std::string public_bytes)
    : key_(std::move(key)), public_bytes_(std::move(public_bytes)) {}

EcKey EcKey::make() {
  const Handle key(EVP_EC_gen("P-256"));
  must(key != nullptr);
  BIGNUM* number = nullptr;
  must(EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) == 1);
  const Owned<BIGNUM> owned(number);
  std::string bytes(kNumberSize, '\0');
  must(BN_bn2binpad(number, bytes_of(bytes), kNumberSize) == kNumberSize);
  return read(bytes).value();
}

std::optional<EcKey> EcKey::read(std::string_view private_bytes) {
  if (private_bytes.size() != kNumberSize) return std::nullopt;
  const Owned<BIGNUM> number(BN_bin2bn(bytes_of(private_bytes), kNumberSize, nullptr));
  must(number != nullptr);
  auto public_bytes = public_of(number.get());
  if (!public_bytes) return std::nullopt;
  Handle key(key_of(number.get(), *public_bytes));
  must(key != nullptr);
  return EcKey(std::move(key), *std::move(public_bytes));
}

std::string EcKey::private_bytes() const {
  BIGNUM* number = nullptr;
  must(EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) == 1);
  const Owned<BIGNUM> owned(number);
  std::string bytes(kNumberSize, '\0');
  must(BN_bn2binpad(number, bytes_of(bytes), kNumberSize) == kNumberSize);
  return bytes;
}

EcKey::Handle EcKey::read_public(std::string_view bytes) {
  if (bytes.size() != kPointSize || bytes.front() != kUncompressed) return nullptr;
  return Handle(key_of(nullptr, bytes));
}

std::optional<std::string> EcKey::shared_with(std::string_view public_bytes) const {
  const Handle other = read_public(public_bytes);
  if (!other) return std::nullopt;
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_pkey(nullptr, key_.get(), nullptr));
  must(context && EVP_PKEY_derive_init(context.get()) == 1);
  if (EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1) return std::nullopt;
  std::string secret(kNumberSize, '\0');
  std::size_t size = secret.size();
  must(EVP_PKEY_derive(context.get(), bytes_of(secret), &size) == 1 && size == kNumberSize);
  return secret;
}

std::string EcKey::sign(std::string_view text) const {
  const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
  must(context && EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr,
                                        key_.get(), nullptr) == 1);
  std::size_t size = 0;
  must(EVP_DigestSign(context.get(), nullptr, &size, bytes_of(text), text.size()) == 1);
  std::string der(size, '\0');
  must(EVP_DigestSign(context.get(), bytes_of(der), &size, bytes_of(text), text.size()) == 1);
  der.resize(size);
  return plain_signature(der);
}

bool is_public_key(std::string_view bytes) {
  static const EcKey own = EcKey::make();
  return own.shared_with(bytes).has_value();
}

}  // namespace mashang::channels
