// A place in an address: "27.1,112.6", latitude first.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/earth.h"

namespace mashang::http {

inline std::optional<double> read_degrees(std::string_view text) {
  double degrees = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), degrees);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() ||
      !std::isfinite(degrees))
    return std::nullopt;
  return degrees;
}

/// Nothing when it is no place on the earth.
inline std::optional<LatLng> read_position(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto lat = read_degrees(text.substr(0, comma));
  const auto lng = read_degrees(text.substr(comma + 1));
  if (!lat || !lng || !is_on_earth({*lat, *lng})) return std::nullopt;
  return LatLng{*lat, *lng};
}

}  // namespace mashang::http
