// Which liaison office a matter of a township goes to: its county's, or the city's. Division codes
// are nested (GB/T 2260): 430406005 lies in county 430406, which lies in city 430400.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/vocabulary.h"

namespace mashang::cases {

/// What a liaison office is called towards residents, of whichever level it is.
inline constexpr std::string_view kOfficeName = "代表联络机构";

inline std::string office_region(std::string_view township,
                                 std::optional<rules::OfficeLevel> level) {
  if (level == rules::OfficeLevel::city) return std::string(township.substr(0, 4)) + "00";
  return std::string(township.substr(0, 6));
}

}  // namespace mashang::cases
