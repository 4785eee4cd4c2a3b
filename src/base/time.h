// Time as Mashang uses it: instants in UTC with milliseconds, and days of the Chinese calendar.
// China has had one zone and no summer time since 1991, so local time is UTC+8 and nothing else is
// ever asked of the machine's time zone files. No clock is read here.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mashang {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;
using Day = std::chrono::local_days;

inline constexpr std::chrono::hours kChinaOffset{8};

/// Wall time in China of an instant, and back.
constexpr LocalTime local_of(Instant instant) {
  return LocalTime{instant.time_since_epoch() + kChinaOffset};
}
constexpr Instant instant_of(LocalTime local) {
  return Instant{local.time_since_epoch() - kChinaOffset};
}
constexpr Day day_of(Instant instant) {
  return std::chrono::floor<std::chrono::days>(local_of(instant));
}
/// 00:00 of the day in China; the end of a day (24:00) is the start of the next.
constexpr Instant start_of(Day day) { return instant_of(LocalTime{day.time_since_epoch()}); }
constexpr Instant end_of(Day day) { return start_of(day + std::chrono::days{1}); }

constexpr std::int64_t millis_of(Instant instant) { return instant.time_since_epoch().count(); }
constexpr Instant instant_from_millis(std::int64_t millis) {
  return Instant{std::chrono::milliseconds{millis}};
}

/// "2026-11-24T13:05:00+08:00" (RFC 3339, seconds; fractions are cut).
std::string format_instant(Instant instant);
/// "2026-11-24".
std::string format_day(Day day);

/// Reads RFC 3339 with seconds or minutes, any offset or Z, and 24:00 for the end of a day.
/// Nothing when the text is not such an instant.
std::optional<Instant> parse_instant(std::string_view text);
/// Reads "2026-11-24"; nothing when there is no such day.
std::optional<Day> parse_day(std::string_view text);

}  // namespace mashang
