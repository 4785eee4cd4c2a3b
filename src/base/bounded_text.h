// A text that people typed, with room for so many characters and no more. Invariant: one that came
// through `make` (or the JSON reader) has its length within bounds, no outer white space, and no
// control character but line ends and tabs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace mashang {

enum class TextFault { too_short, too_long, control_character, invalid_utf8 };

/// Tidies what was typed: outer white space cut (the Chinese full-width space too), CR LF made LF,
/// the length counted in code points. Everything else stays as it was typed.
Result<std::string, TextFault> tidy_text(std::string_view typed, std::size_t least,
                                         std::size_t most);

template <std::size_t Least, std::size_t Most>
struct BoundedText {
  static_assert(Least <= Most);
  static constexpr std::size_t kLeast = Least;
  static constexpr std::size_t kMost = Most;

  std::string value;

  static Result<BoundedText, TextFault> make(std::string_view typed) {
    auto text = tidy_text(typed, Least, Most);
    if (!text) return Failure{text.error()};
    return BoundedText{*std::move(text)};
  }

  operator std::string_view() const { return value; }
  bool operator==(const BoundedText&) const = default;
};

}  // namespace mashang
