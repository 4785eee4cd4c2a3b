// Printing posters: for a station, for a deputy, or for all of a county in one go.
#pragma once

#include "desk/desk.h"
#include "desk/poster.h"

namespace mashang::desk {

/// One of the three names what to print; none of them means every station there is.
struct PosterWish {
  std::string station;
  std::string deputy;
  std::string county;
  bool with_deputies = false;  // behind each station's sheet those of its deputies
  std::string public_url;      // what the codes begin with
};

/// Sheets at once: drawing them takes some seconds.
inline constexpr std::size_t kSheetsMost = 1000;

/// A sheet each. The failure is its code: not_there, or too_many_sheets.
Result<std::vector<Poster>, std::string_view> posters_for(Desk& desk, const PosterWish& wish);

}  // namespace mashang::desk
