// The parts of the writer that need no template: texts with their escapes, numbers, instants.
#include "base/json_writer.h"

#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace mashang::json {
namespace {

/// What follows the backslash for each byte: 0 for a byte that needs none, 'u' for \u00XX.
constexpr auto kEscapes = [] {
  std::array<char, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[std::size_t(c)] = 'u';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

/// Whether none of eight bytes needs an escape, asked of all at once: prose is long and plain.
bool plain_eight(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kTops = 0x80 * kOnes;
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  const auto zero_in = [](std::uint64_t w) { return (w - kOnes) & ~w; };
  const std::uint64_t below_space = (word - 0x20 * kOnes) & ~word;
  return ((below_space | zero_in(word ^ '"' * kOnes) | zero_in(word ^ '\\' * kOnes)) & kTops) == 0;
}

void write_escape(std::string& out, unsigned char c, char escape) {
  out += '\\';
  out += escape;
  if (escape != 'u') return;
  constexpr std::string_view digits = "0123456789abcdef";
  out += "00";
  out += digits[c >> 4];
  out += digits[c & 15];
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text.size() - i >= 8 && plain_eight(text.data() + i)) {
      i += 8;
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i++]);
    const char escape = kEscapes[c];
    if (escape == 0) continue;
    out.append(text, plain, i - 1 - plain);
    write_escape(out, c, escape);
    plain = i;
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void write_number(std::string& out, double number) {
  // No reader lets one in; if arithmetic makes one, null is the only honest JSON for it.
  assert(std::isfinite(number));
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

void write_instant(std::string& out, Instant instant) {
  out += '"';
  out += format_instant(instant);
  out += '"';
}

void write_label(std::string& out, std::string_view zh, std::string_view en) {
  out += R"({"zh":)";
  write_text(out, zh);
  out += R"(,"en":)";
  write_text(out, en);
  out += '}';
}

}  // namespace mashang::json
