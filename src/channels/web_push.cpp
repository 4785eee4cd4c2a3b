// The names of steps are those of RFC 8291, section 3.4.
#include "channels/web_push.h"

#include <array>
#include <cassert>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <boost/describe/class.hpp>

#include "base/base64url.h"
#include "base/json_writer.h"

namespace mashang::channels {
namespace {

constexpr std::size_t kAuthSize = 16;
constexpr std::size_t kKeySize = 16;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::string_view kRecordSize{"\0\0\x10\0", 4};  // 4096
constexpr std::chrono::hours kVapidLasts{12};             // at most 24 are allowed

struct Free {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void must(bool done) {
  if (!done) throw std::runtime_error("OpenSSL failed at a letter");
}

std::string hmac(std::string_view key, const std::string& text) {
  std::string code(32, '\0');
  unsigned size = 0;
  must(HMAC(EVP_sha256(), key.data(), int(key.size()), bytes_of(std::string_view(text)),
            text.size(), bytes_of(code), &size) != nullptr &&
       size == code.size());
  return code;
}

/// HKDF with one block of output: every key here is shorter than a hash.
std::string derive(std::string_view salt, const std::string& secret, const std::string& info,
                   std::size_t size) {
  return hmac(hmac(salt, secret), info + '\x01').substr(0, size);
}

std::string info_of(std::string_view name) { return std::string(name) + '\0'; }

std::string encrypt(std::string_view key, std::string_view nonce, const std::string& text) {
  const std::unique_ptr<EVP_CIPHER_CTX, Free> context(EVP_CIPHER_CTX_new());
  must(context && EVP_EncryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, bytes_of(key),
                                     bytes_of(nonce)) == 1);
  std::string out(text.size() + kTagSize, '\0');
  int size = 0;
  must(EVP_EncryptUpdate(context.get(), bytes_of(out), &size, bytes_of(std::string_view(text)),
                         int(text.size())) == 1 &&
       size == int(text.size()));
  must(EVP_EncryptFinal_ex(context.get(), bytes_of(out) + size, &size) == 1);
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize,
                           bytes_of(out) + text.size()) == 1);
  return out;
}

struct Claims {
  std::string aud;
  std::int64_t exp;
  std::string sub;
};
BOOST_DESCRIBE_STRUCT(Claims, (), (aud, exp, sub))

}  // namespace

std::optional<BrowserKeys> read_browser_keys(std::string_view p256dh, std::string_view auth) {
  auto public_key = read_base64url(p256dh);
  auto secret = read_base64url(auth);
  if (!public_key || !secret || secret->size() != kAuthSize || !is_public_key(*public_key))
    return std::nullopt;
  return BrowserKeys{*std::move(public_key), *std::move(secret)};
}

std::string encrypt_for(const BrowserKeys& browser, std::string_view text, const EcKey& letter_key,
                        std::string_view salt) {
  assert(text.size() <= kPushTextMax && salt.size() == kSaltSize);
  const auto ecdh_secret = letter_key.shared_with(browser.public_key);
  assert(ecdh_secret);  // the keys were looked at when they came
  const std::string key_info =
      info_of("WebPush: info") + browser.public_key + letter_key.public_bytes();
  const std::string ikm = derive(browser.auth, *ecdh_secret, key_info, 32);
  const std::string cek = derive(salt, ikm, info_of("Content-Encoding: aes128gcm"), kKeySize);
  const std::string nonce = derive(salt, ikm, info_of("Content-Encoding: nonce"), kNonceSize);
  std::string body(salt);
  body += kRecordSize;
  body += static_cast<char>(letter_key.public_bytes().size());
  body += letter_key.public_bytes();
  return body + encrypt(cek, nonce, std::string(text) + '\x02');  // the mark of the last record
}

std::string vapid(const EcKey& server_key, const std::string& origin, const std::string& contact,
                  Instant now) {
  const auto expires = std::chrono::floor<std::chrono::seconds>(now + kVapidLasts);
  const std::string claims = to_json(Claims{origin, expires.time_since_epoch().count(), contact});
  const std::string text = base64url(R"({"typ":"JWT","alg":"ES256"})") + "." + base64url(claims);
  return "vapid t=" + text + "." + base64url(server_key.sign(text)) +
         ", k=" + base64url(server_key.public_bytes());
}

}  // namespace mashang::channels
