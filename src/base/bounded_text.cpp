// Tidying typed text. Only what the eye doesn't see is touched.
#include "base/bounded_text.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace mashang {
namespace {

bool is_space(char32_t c) {
  switch (c) {
    case U'\t':
    case U'\n':
    case U'\v':
    case U'\f':
    case U'\r':
    case U' ':
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0xFEFF: return true;
    default: return c >= 0x2000 && c <= 0x200A;
  }
}

bool is_control(char32_t c) {
  if (c == U'\n' || c == U'\t') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// Where the text begins and ends once outer white space is cut; nothing when it isn't UTF-8.
std::optional<std::string_view> trim(std::string_view typed) {
  std::string_view rest = typed;
  std::size_t begin = typed.size();
  std::size_t end = 0;
  while (!rest.empty()) {
    const std::size_t here = typed.size() - rest.size();
    const auto c = take_character(rest);
    if (!c) return std::nullopt;
    if (is_space(*c)) continue;
    begin = std::min(begin, here);
    end = typed.size() - rest.size();
  }
  return begin < end ? typed.substr(begin, end - begin) : std::string_view{};
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!pair) out += text[i];
  }
  return out;
}

bool has_control(std::string_view text) {
  while (const auto c = take_character(text))
    if (is_control(*c)) return true;
  return false;
}

}  // namespace

Result<std::string, TextFault> tidy_text(std::string_view typed, std::size_t least,
                                         std::size_t most) {
  const auto trimmed = trim(typed);
  if (!trimmed) return Failure{TextFault::invalid_utf8};
  std::string text = with_plain_line_ends(*trimmed);
  if (has_control(text)) return Failure{TextFault::control_character};
  const std::size_t count = count_characters(text);
  if (count < least) return Failure{TextFault::too_short};
  if (count > most) return Failure{TextFault::too_long};
  return text;
}

}  // namespace mashang
