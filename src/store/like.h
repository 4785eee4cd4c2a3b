// Patterns for SQL's LIKE, in which what people typed stands for itself.
#pragma once

#include <string>
#include <string_view>

namespace mashang::store {

/// The pattern for texts that contain `part`; to be used with `escape '\'`.
inline std::string containing(std::string_view part) {
  std::string pattern = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

}  // namespace mashang::store
