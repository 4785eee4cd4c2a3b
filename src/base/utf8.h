// UTF-8, as far as Mashang has to know it: whether bytes are such a text, and its code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mashang {

bool valid_utf8(std::string_view text);

/// Code points of a valid text.
std::size_t count_characters(std::string_view text);

/// The first `count` code points of a valid text, or all of it.
std::string_view utf8_prefix(std::string_view text, std::size_t count);

/// Takes one code point off the front; nothing when the bytes there are not one.
std::optional<char32_t> take_character(std::string_view& text);

}  // namespace mashang
