// Decoding by the table of the Unicode standard (3-7): no overlong forms, no surrogates, nothing
// above U+10FFFF.
#include "base/utf8.h"

namespace mashang {
namespace {

struct Lead {
  std::size_t size;
  char32_t bits;
  unsigned char second_least;
  unsigned char second_most;
};

std::optional<Lead> lead_of(unsigned char c) {
  if (c < 0xC2) return std::nullopt;
  if (c < 0xE0) return Lead{2, c & 0x1Fu, 0x80, 0xBF};
  if (c == 0xE0) return Lead{3, 0, 0xA0, 0xBF};
  if (c == 0xED) return Lead{3, c & 0x0Fu, 0x80, 0x9F};
  if (c < 0xF0) return Lead{3, c & 0x0Fu, 0x80, 0xBF};
  if (c == 0xF0) return Lead{4, 0, 0x90, 0xBF};
  if (c < 0xF4) return Lead{4, c & 0x07u, 0x80, 0xBF};
  if (c == 0xF4) return Lead{4, c & 0x07u, 0x80, 0x8F};
  return std::nullopt;
}

}  // namespace

std::optional<char32_t> take_character(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) {
    text.remove_prefix(1);
    return first;
  }
  const auto lead = lead_of(first);
  if (!lead || text.size() < lead->size) return std::nullopt;
  char32_t point = lead->bits;
  for (std::size_t i = 1; i < lead->size; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const unsigned char least = i == 1 ? lead->second_least : 0x80;
    const unsigned char most = i == 1 ? lead->second_most : 0xBF;
    if (c < least || c > most) return std::nullopt;
    point = point << 6 | (c & 0x3Fu);
  }
  text.remove_prefix(lead->size);
  return point;
}

bool valid_utf8(std::string_view text) {
  while (!text.empty())
    if (!take_character(text)) return false;
  return true;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string_view utf8_prefix(std::string_view text, std::size_t count) {
  std::string_view rest = text;
  while (count-- > 0 && take_character(rest)) {
  }
  return text.substr(0, text.size() - rest.size());
}

}  // namespace mashang
