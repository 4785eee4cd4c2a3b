// For tests only: the calendar as shipped in data/calendar, and the verbs the tests speak in.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "calendar/calendar_file.h"
#include "calendar/due.h"

namespace mashang::calendar {

inline std::string text_of_year(int year) {
  std::ifstream file{MASHANG_ROOT "/data/calendar/" + std::to_string(year) + ".json"};
  return {std::istreambuf_iterator<char>{file}, {}};
}

inline std::vector<Notice> notices_of(int year) {
  const auto notices = read_calendar_file(text_of_year(year));
  EXPECT_TRUE(notices) << year;
  return notices ? *notices : std::vector<Notice>{};
}

/// The notices of the years from `first` to `last`, as a server would have them.
inline std::vector<Notice> shipped_notices(int first = 2019, int last = 2026) {
  std::vector<Notice> all;
  for (int year = first; year <= last; ++year)
    for (Notice& notice : notices_of(year)) all.push_back(std::move(notice));
  return all;
}

inline WorkingDays shipped(int first = 2019, int last = 2026) {
  return WorkingDays{shipped_notices(first, last)};
}

inline Day day(std::string_view text) { return parse_day(text).value(); }
inline Instant at(std::string_view text) {
  return parse_instant(std::string{text} + "+08:00").value();
}

}  // namespace mashang::calendar
