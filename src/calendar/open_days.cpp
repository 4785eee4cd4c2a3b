// One test for a day, and one sentence for each kind of rule.
#include "calendar/open_days.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace mashang::calendar {
namespace {

using namespace std::chrono;

/// Minutes since midnight; nothing when it is no time of a day.
std::optional<minutes> time_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.size() != colon + 3) return std::nullopt;
  int hour = 0;
  int minute = 0;
  const auto read = [](std::string_view part, int& number) {
    const auto done = std::from_chars(part.data(), part.data() + part.size(), number);
    return done.ec == std::errc{} && done.ptr == part.data() + part.size() && number >= 0;
  };
  if (!read(text.substr(0, colon), hour) || !read(text.substr(colon + 1), minute))
    return std::nullopt;
  if (hour > 23 || minute > 59) return std::nullopt;
  return hours{hour} + minutes{minute};
}

bool has(const std::optional<std::vector<int>>& numbers, unsigned number) {
  return numbers && std::ranges::find(*numbers, int(number)) != numbers->end();
}

bool within(const std::optional<std::vector<int>>& numbers, int least, int most) {
  if (!numbers) return true;
  return !numbers->empty() && std::ranges::all_of(*numbers, [&](int number) {
    return number >= least && number <= most;
  });
}

bool falls_on(const OpenRule& rule, Day day) {
  const unsigned of_month = unsigned(year_month_day{day}.day());
  if (rule.days) return has(rule.days, of_month);
  if (rule.market) return has(rule.market, of_month % 10);
  const bool right_week = !rule.weeks || has(rule.weeks, (of_month - 1) / 7 + 1);
  return right_week && has(rule.weekdays, weekday{day}.iso_encoding());
}

constexpr std::array<Text2, 7> kWeekdays{{{"一", "Monday"},
                                          {"二", "Tuesday"},
                                          {"三", "Wednesday"},
                                          {"四", "Thursday"},
                                          {"五", "Friday"},
                                          {"六", "Saturday"},
                                          {"日", "Sunday"}}};
constexpr std::array<Text2, 5> kWeeks{{{"第一", "first"},
                                       {"第二", "second"},
                                       {"第三", "third"},
                                       {"第四", "fourth"},
                                       {"第五", "fifth"}}};

/// "a、b、c" and "a, b and c".
template <typename Name>
Text2s listed(const std::vector<int>& numbers, Name name) {
  Text2s list;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Text2s one = name(numbers[i]);
    list.zh += (i == 0 ? "" : "、") + one.zh;
    list.en += (i == 0 ? "" : i + 1 == numbers.size() ? " and " : ", ") + one.en;
  }
  return list;
}

std::string ordinal(int number) {
  const int last = number % 10;
  const bool teen = number / 10 == 1;
  const char* const ending = teen || last > 3 || last == 0 ? "th"
                             : last == 1                   ? "st"
                             : last == 2                   ? "nd"
                                                           : "rd";
  return std::to_string(number) + ending;
}

Text2s weekly(const OpenRule& rule) {
  const auto days = listed(*rule.weekdays, [](int one) {
    const Text2& day = kWeekdays[std::size_t(one - 1)];
    return Text2s{"周" + std::string(day.zh), std::string(day.en) + "s"};
  });
  return {"每" + days.zh, days.en};
}

Text2s in_some_weeks(const OpenRule& rule) {
  auto weeks = listed(*rule.weeks, [](int one) { return Text2s(kWeeks[std::size_t(one - 1)]); });
  const auto days = listed(*rule.weekdays, [](int one) {
    const Text2& day = kWeekdays[std::size_t(one - 1)];
    return Text2s{"星期" + std::string(day.zh), std::string(day.en)};
  });
  weeks.en.front() = char(weeks.en.front() - 'a' + 'A');
  return {"每月" + weeks.zh + "个" + days.zh, weeks.en + " " + days.en + " of each month"};
}

Text2s days_of(const OpenRule& rule) {
  if (rule.market) return {"逢圩日", "Market days"};
  if (!rule.days) return rule.weeks ? in_some_weeks(rule) : weekly(rule);
  const auto days = listed(*rule.days, [](int one) {
    return Text2s{std::to_string(one) + "日", ordinal(one)};
  });
  return {"每月" + days.zh, "The " + days.en + " of each month"};
}

}  // namespace

std::string fault_of(const OpenRule& rule) {
  const int kinds =
      int(rule.weekdays.has_value()) + int(rule.days.has_value()) + int(rule.market.has_value());
  if (kinds != 1 || (rule.weeks && !rule.weekdays))
    return "give weekdays (and perhaps weeks), or days, or market";
  if (!within(rule.weekdays, 1, 7)) return "weekdays go from 1 (Monday) to 7";
  if (!within(rule.weeks, 1, 5)) return "weeks go from 1 to 5";
  if (!within(rule.days, 1, 31)) return "days go from 1 to 31";
  if (!within(rule.market, 0, 9)) return "market days are last figures, from 0 to 9";
  const auto from = time_of(rule.from);
  const auto to = time_of(rule.to);
  if (!from || !to || *from >= *to) return "from and to are times like 9:00, the earlier one first";
  return {};
}

Text2s words_of(const OpenRule& rule) {
  const Text2s days = days_of(rule);
  return {days.zh + " " + rule.from + "—" + rule.to, days.en + ", " + rule.from + " to " + rule.to};
}

std::vector<OpenDay> open_days(const OpenRule& rule, Instant now, Day last, std::size_t most,
                               const WorkingDays& working) {
  std::vector<OpenDay> found;
  const minutes closes = time_of(rule.to).value_or(minutes{0});
  for (Day day = day_of(now); day <= last && found.size() < most; day += std::chrono::days{1}) {
    if (!falls_on(rule, day) || start_of(day) + closes <= now) continue;
    if (rule.any_day.value_or(false) || working.is_working(day))
      found.push_back({day, rule.from, rule.to});
  }
  return found;
}

}  // namespace mashang::calendar
