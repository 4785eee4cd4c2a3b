// Distances on the earth, near enough for "the nearest": the earth is taken for a ball.
#pragma once

#include <cmath>
#include <numbers>

namespace mashang {

/// WGS 84 degrees.
struct LatLng {
  double lat = 0;
  double lng = 0;
};

constexpr bool is_on_earth(LatLng at) {
  return at.lat >= -90 && at.lat <= 90 && at.lng >= -180 && at.lng <= 180;
}

inline double metres_between(LatLng from, LatLng to) {
  constexpr double kRadius = 6'371'000;
  constexpr double kDegree = std::numbers::pi / 180;
  const double lat = std::sin((to.lat - from.lat) * kDegree / 2);
  const double lng = std::sin((to.lng - from.lng) * kDegree / 2);
  const double part =
      lat * lat + std::cos(from.lat * kDegree) * std::cos(to.lat * kDegree) * lng * lng;
  return 2 * kRadius * std::asin(std::sqrt(std::fmin(1, part)));
}

}  // namespace mashang
