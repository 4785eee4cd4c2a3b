// A limit of the regulation: how long something may take, in the unit the regulation counts in, and
// the reading of "24 hours on working days" that applies (R53). Invariant: a Limit made here is
// within kLimitCountMax, so that counting it out can neither overflow nor take long.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "base/text2.h"

namespace mashang::calendar {

enum class Unit { working_days, hours, days, months };
BOOST_DESCRIBE_ENUM(Unit, working_days, hours, days, months)

/// How hours run. A: only on working days, around the clock. B: by the clock on the wall.
/// C: to the end of the next working day. Limits in days or months are the same in all three.
enum class Mode { A, B, C };
BOOST_DESCRIBE_ENUM(Mode, A, B, C)

/// Ten years of days; no limit of any rulebook read so far comes near.
inline constexpr int kLimitCountMax = 3660;

struct Limit {
  int count = 0;
  Unit unit = Unit::working_days;

  bool operator==(const Limit&) const = default;
};

/// Reads "3 working days", "1 working day", "24 hours", "7 days", "3 months".
Result<Limit, Text2s> parse_limit(std::string_view text);

/// Reads "A", "B" or "C".
std::optional<Mode> parse_mode(std::string_view text);

/// "3个工作日" / "3 working days".
Text2s words_of(Limit limit);
/// "小时只在工作日内计算" / "hours run on working days only".
Text2 words_of(Mode mode);

}  // namespace mashang::calendar
