// Forty bits of an HMAC: too many to guess at the pace that http/ allows.
#include "desk/receipt.h"

#include "base/random.h"
#include "base/sha256.h"
#include "store/setting_store.h"

namespace mashang::desk {
namespace {

constexpr std::string_view kSecretKey = "receipt_secret";
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kHalf = 4;

/// The letters and digits, as capitals; those that an input method made full-width (U+FF10 to
/// U+FF5A) among them. Whatever else was typed is left out.
std::string letters_and_digits(std::string_view typed) {
  std::string plain;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    unsigned code = static_cast<unsigned char>(typed[i]);
    if (code == 0xEF && i + 2 < typed.size()) {
      const auto second = static_cast<unsigned char>(typed[i + 1]);
      const auto third = static_cast<unsigned char>(typed[i + 2]);
      code = ((second & 0x3FU) << 6 | (third & 0x3FU)) - (0xFF00U & 0xFFFU) + 0x20U;
      i += 2;
    }
    if (code >= 'a' && code <= 'z') code = code - 'a' + 'A';
    if ((code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z')) plain += char(code);
  }
  return plain;
}

/// What people take for a digit.
char digit_meant(char c) {
  if (c == 'O') return '0';
  return c == 'I' || c == 'L' ? '1' : c;
}

}  // namespace

std::string receipt_secret(store::Connection& connection) {
  if (auto known = find_receipt_secret(connection)) return *std::move(known);
  const std::string secret = random_token(32);
  store::put_setting(connection, kSecretKey, secret);
  return secret;
}

std::optional<std::string> find_receipt_secret(store::Connection& connection) {
  return store::find_setting(connection, kSecretKey);
}

std::string receipt_code(std::string_view secret, std::string_view number) {
  const Sha256 hash = hmac_sha256(secret, number);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | hash[i];
  std::string code;
  for (int shift = 35; shift >= 0; shift -= 5) {
    code += kAlphabet[std::size_t(bits >> shift & 31)];
    if (code.size() == kHalf) code += '-';
  }
  return code;
}

std::string normal_number(std::string_view typed) {
  constexpr std::size_t kPrefixSize = 2;
  constexpr std::size_t kDaySize = 8;
  std::string number = letters_and_digits(typed);
  for (std::size_t i = kPrefixSize; i < number.size(); ++i) number[i] = digit_meant(number[i]);
  if (number.size() > kPrefixSize + kDaySize) number.insert(kPrefixSize + kDaySize, 1, '-');
  return number;
}

std::string normal_code(std::string_view typed) {
  std::string code = letters_and_digits(typed);
  for (char& c : code) c = digit_meant(c);
  if (code.size() > kHalf) code.insert(kHalf, 1, '-');
  return code;
}

}  // namespace mashang::desk
