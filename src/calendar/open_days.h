// When a liaison station is open: a rule that can be counted out, and the sentence people read.
// Pure: the time is an argument. Invariant: a day that is no working day is left out, unless the
// rule says that it is open on any day (a market is held on Sundays too).
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "calendar/working_days.h"

namespace mashang::calendar {

/// One of these: weekdays (1 is Monday), perhaps only in some weeks of the month (1 to 5); days of
/// the month; or market days, named by the last figure of the day of the month.
struct OpenRule {
  std::optional<std::vector<int>> weekdays;
  std::optional<std::vector<int>> weeks;
  std::optional<std::vector<int>> days;
  std::optional<std::vector<int>> market;
  std::string from;  // "9:00"
  std::string to;
  std::optional<bool> any_day;

  bool operator==(const OpenRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenRule, (), (weekdays, weeks, days, market, from, to, any_day))

struct OpenDay {
  Day day;
  std::string from;
  std::string to;

  bool operator==(const OpenDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenDay, (), (day, from, to))

/// What is wrong with the rule, in English; empty when nothing is.
std::string fault_of(const OpenRule& rule);

/// "每周三 15:00—17:00", "Wednesdays, 15:00 to 17:00".
Text2s words_of(const OpenRule& rule);

/// The days from now on, up to `last`, on which it is still to open or open; at most so many.
std::vector<OpenDay> open_days(const OpenRule& rule, Instant now, Day last, std::size_t most,
                               const WorkingDays& days);

}  // namespace mashang::calendar
