// Base64 in the alphabet of URLs, without padding (RFC 4648, section 5): tokens, keys of browsers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mashang {

std::string base64url(std::string_view bytes);

/// The bytes; nothing when a character is not of the alphabet or the length can't be right. Padding
/// at the end is let pass, since some browsers write it.
std::optional<std::string> read_base64url(std::string_view text);

}  // namespace mashang
