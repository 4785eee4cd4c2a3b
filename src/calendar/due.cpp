// Counting out a limit. One walk serves every unit; it tells a witness each day it passes, and the
// witness of explain() writes them down where that of due_of() only asks whether they are settled.
#include "calendar/due.h"

#include <algorithm>
#include <cassert>
#include <string>

namespace mashang::calendar {
namespace {

using namespace std::chrono;

/// Before 1992 China had summer time, and the offset of base/time.h would be wrong.
constexpr Day kStartFirst{year{1992} / January / 1};
constexpr Day kStartEnd{year{2200} / January / 1};

/// Steps to the n-th working day after `day`, showing every day passed to the witness.
template <typename Witness>
Day nth_working_day(Day day, int n, const WorkingDays& calendar, Witness&& witness) {
  while (n > 0) {
    day += days{1};
    const bool working = calendar.is_working(day);
    witness(day, working);
    if (working) --n;
  }
  return day;
}

/// Mode A: an hour passes only while a working day passes.
template <typename Witness>
Instant run_on_working_days(Instant at, milliseconds left, const WorkingDays& calendar,
                            Witness&& witness) {
  for (;;) {
    const Day day = day_of(at);
    const bool working = calendar.is_working(day);
    witness(day, working);
    const milliseconds rest = end_of(day) - at;
    // An end on the stroke of midnight ends this day; it does not begin the next (R51).
    if (working && left <= rest) return at + left;
    if (working) left -= rest;
    at = end_of(day);
  }
}

Day add_months(Day day, int count) {
  const year_month_day date{day};
  const year_month month = year_month{date.year(), date.month()} + months{count};
  const Day last{month / std::chrono::last};
  // Article 202: where the month has no such day, its last day ends the period.
  return std::min(Day{month / 1} + (date.day() - std::chrono::day{1}), last);
}

template <typename Witness>
Instant end_of_hours(Instant start, int count, Mode mode, const WorkingDays& calendar,
                     Witness&& witness) {
  switch (mode) {
    case Mode::A: return run_on_working_days(start, hours{count}, calendar, witness);
    case Mode::B: return start + hours{count};
    case Mode::C: break;
  }
  const int working_days_begun = (count + 23) / 24;
  return end_of(nth_working_day(day_of(start), working_days_begun, calendar, witness));
}

/// Article 203: a period can't end on a rest day.
template <typename Witness>
Instant end_of_calendar_days(Day last, const WorkingDays& calendar, Witness&& witness) {
  return end_of(nth_working_day(last - days{1}, 1, calendar, witness));
}

template <typename Witness>
Instant walk(Instant start, Limit limit, Mode mode, const WorkingDays& calendar,
             Witness&& witness) {
  assert(!why_not_countable(start, limit));
  const Day day = day_of(start);
  switch (limit.unit) {
    case Unit::hours: return end_of_hours(start, limit.count, mode, calendar, witness);
    case Unit::days: return end_of_calendar_days(day + days{limit.count}, calendar, witness);
    case Unit::months: return end_of_calendar_days(add_months(day, limit.count), calendar, witness);
    case Unit::working_days: break;
  }
  return end_of(nth_working_day(day, limit.count, calendar, witness));
}

/// "2026年10月9日" / "9 October 2026".
Text2s day_words(Day day) {
  static constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
  const year_month_day date{day};
  const std::string y = std::to_string(int(date.year()));
  const std::string d = std::to_string(unsigned(date.day()));
  const unsigned m = unsigned(date.month());
  return {y + "年" + std::to_string(m) + "月" + d + "日", d + " " + kMonths[m - 1] + " " + y};
}

/// Whether hours are what counts: then the start counts too, and the sentence says how they run.
bool runs_by_the_hour(Limit limit, Mode mode) {
  return limit.unit == Unit::hours && mode != Mode::C;
}

/// How the count began: at the very hour, or on the morrow.
Text2s beginning_words(Instant start, Limit limit, Mode mode) {
  const Text2s limit_words = words_of(limit);
  const Text2s day = day_words(day_of(start));
  if (runs_by_the_hour(limit, mode)) {
    const Text2 how = words_of(mode);
    return {limit_words.zh + "，自起算时刻起，" + std::string{how.zh},
            limit_words.en + " from the very moment; " + std::string{how.en}};
  }
  const std::string mode_zh =
      limit.unit == Unit::hours ? "（" + std::string{words_of(mode).zh} + "）" : "";
  const std::string mode_en =
      limit.unit == Unit::hours ? " (" + std::string{words_of(mode).en} + ")" : "";
  return {limit_words.zh + mode_zh + "，起算当日（" + day.zh + "）不计入",
          limit_words.en + mode_en + "; the day of the event, " + day.en + ", does not count"};
}

/// "skip 3 days on the way", or, where calendar days are counted, "the last day gave way".
Text2s count_words(Limit limit, std::size_t skipped, std::size_t made_up) {
  Text2s text;
  const bool by_calendar = limit.unit == Unit::days || limit.unit == Unit::months;
  if (by_calendar && skipped > 0) {
    text.zh += "，末日为休息日，顺延至其后首个工作日";
    text.en += "; the last day is a rest day and gives way to the next working day";
  } else if (skipped > 0) {
    text.zh += "，其中" + std::to_string(skipped) + "天不计";
    text.en +=
        "; " + std::to_string(skipped) + (skipped == 1 ? " day is" : " days are") + " skipped";
  }
  if (!by_calendar && made_up > 0) {
    text.zh += "，含" + std::to_string(made_up) + "个调休上班日";
    text.en += "; " + std::to_string(made_up) + " make-up working " +
               (made_up == 1 ? "day counts" : "days count");
  }
  return text;
}

Text2s provisional_words(const WorkingDays& calendar, std::optional<int> missing) {
  if (!missing) return {};
  const Text2s open = calendar.words_of_missing(*missing);
  return {"；" + open.zh + "，此时限为暂定", "; provisional: " + open.en};
}

Text2s sentence(Instant start, Limit limit, Mode mode, const Explanation& found,
                const Text2s& open) {
  const Text2s beginning = beginning_words(start, limit, mode);
  const Text2s counts = count_words(limit, found.skipped.size(), found.made_up.size());
  const Text2s due = due_words(found.due.at);
  return {beginning.zh + counts.zh + "，至" + due.zh + "止" + open.zh + "。",
          beginning.en + counts.en + "; due " + due.en + open.en + "."};
}

}  // namespace

std::optional<Text2s> why_not_countable(Instant start, Limit limit) {
  if (limit.count < 1 || limit.count > kLimitCountMax) {
    const std::string most = std::to_string(kLimitCountMax);
    return Text2s{"期限应在1至" + most + "之间", "a limit must be between 1 and " + most};
  }
  if (start < start_of(kStartFirst) || start >= start_of(kStartEnd))
    return Text2s{"起算时间应在1992年至2199年之间", "a start must be between 1992 and 2199"};
  return std::nullopt;
}

Due due_of(Instant start, Limit limit, Mode mode, const WorkingDays& calendar) {
  Due due;
  due.at = walk(start, limit, mode, calendar,
                [&](Day day, bool) { due.provisional |= !calendar.is_settled(day); });
  return due;
}

Explanation explain(Instant start, Limit limit, Mode mode, const WorkingDays& calendar) {
  Explanation found;
  std::optional<int> missing;
  found.due.at = walk(start, limit, mode, calendar, [&](Day day, bool working) {
    if (!missing) missing = calendar.missing_notice(day);
    if (!working) found.skipped.push_back({day, calendar.reason(day)});
    if (calendar.is_makeup(day)) found.made_up.push_back({day, calendar.reason(day)});
  });
  found.due.provisional = missing.has_value();
  found.why = sentence(start, limit, mode, found, provisional_words(calendar, missing));
  return found;
}

Text2s due_words(Instant at) {
  const LocalTime local = local_of(at);
  const Day day = floor<std::chrono::days>(local);
  const hh_mm_ss time{floor<seconds>(local - LocalTime{day.time_since_epoch()})};
  if (time.to_duration() == seconds{0}) {
    const Text2s words = day_words(day - days{1});
    return {words.zh + " 24:00", "24:00 on " + words.en};
  }
  const std::string clock = format_instant(at).substr(11, 5);
  const Text2s words = day_words(day);
  return {words.zh + " " + clock, clock + " on " + words.en};
}

}  // namespace mashang::calendar
