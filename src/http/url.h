// Percent-encoding and query strings (RFC 3986, and "+" for a space as forms send it).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mashang::http {

/// The text behind the escapes; nothing when an escape is broken or what comes out is not clean
/// UTF-8 without control characters.
std::optional<std::string> percent_decoded(std::string_view text);

/// Everything but letters, digits and "-._~" escaped.
std::string percent_encoded(std::string_view text);

/// A parameter of a query ("a=1&b=2", without its "?"); nothing when it is absent or broken.
std::optional<std::string> query_value(std::string_view query, std::string_view name);

}  // namespace mashang::http
