// Reading and writing instants by hand: the standard library's own parser comes with g++ 14.
#include "base/time.h"

namespace mashang {
namespace {

using namespace std::chrono;

/// Takes exactly `count` digits off the front of `text`; nothing if they aren't digits.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto y = take_digits(text, 4);
  if (!y || !take(text, '-')) return std::nullopt;
  const auto m = take_digits(text, 2);
  if (!m || !take(text, '-')) return std::nullopt;
  const auto d = take_digits(text, 2);
  if (!d) return std::nullopt;
  const year_month_day date{year{*y}, month{unsigned(*m)}, day{unsigned(*d)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

/// Seconds and their fraction, both optional in what we accept: ":05.250".
std::optional<milliseconds> take_seconds(std::string_view& text) {
  if (!take(text, ':')) return milliseconds{0};
  const auto s = take_digits(text, 2);
  if (!s || *s > 59) return std::nullopt;
  int fraction = 0;
  if (take(text, '.')) {
    int scale = 100;
    bool any = false;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
      fraction += (text.front() - '0') * scale;
      scale /= 10;
      any = true;
      text.remove_prefix(1);
    }
    if (!any) return std::nullopt;
  }
  return seconds{*s} + milliseconds{fraction};
}

std::optional<milliseconds> take_time_of_day(std::string_view& text) {
  const auto h = take_digits(text, 2);
  if (!h || *h > 24 || !take(text, ':')) return std::nullopt;
  const auto m = take_digits(text, 2);
  if (!m || *m > 59) return std::nullopt;
  const auto s = take_seconds(text);
  if (!s) return std::nullopt;
  const milliseconds time = hours{*h} + minutes{*m} + *s;
  if (time > hours{24}) return std::nullopt;
  return time;
}

std::optional<minutes> take_offset(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return minutes{0};
  const bool west = !text.empty() && text.front() == '-';
  if (!take(text, west ? '-' : '+')) return std::nullopt;
  const auto h = take_digits(text, 2);
  if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
  const auto m = take_digits(text, 2);
  if (!m || *m > 59) return std::nullopt;
  const minutes offset = hours{*h} + minutes{*m};
  return west ? -offset : offset;
}

/// A separator (0 for none) and a number whose first digit counts `unit`s. Timelines are written
/// often, and snprintf was half the cost of writing one.
void append_digits(std::string& out, char separator, unsigned number, unsigned unit) {
  if (separator != 0) out += separator;
  for (; unit > 0; unit /= 10) out += static_cast<char>('0' + number / unit % 10);
}

void append_day(std::string& out, Day day) {
  const year_month_day date{day};
  append_digits(out, 0, unsigned(int(date.year())), 1000);
  append_digits(out, '-', unsigned(date.month()), 10);
  append_digits(out, '-', unsigned(date.day()), 10);
}

}  // namespace

std::string format_day(Day day) {
  std::string out;
  append_day(out, day);
  return out;
}

std::string format_instant(Instant instant) {
  const LocalTime local = local_of(instant);
  const Day day = floor<days>(local);
  const hh_mm_ss time{floor<seconds>(local - LocalTime{day.time_since_epoch()})};
  std::string out;
  out.reserve(25);
  append_day(out, day);
  append_digits(out, 'T', unsigned(time.hours().count()), 10);
  append_digits(out, ':', unsigned(time.minutes().count()), 10);
  append_digits(out, ':', unsigned(time.seconds().count()), 10);
  out += "+08:00";
  return out;
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto date = take_day(text);
  if (!date || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return std::nullopt;
  const auto time = take_time_of_day(text);
  if (!time) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return Instant{date->time_since_epoch() + *time - *offset};
}

std::optional<Day> parse_day(std::string_view text) {
  const auto date = take_day(text);
  if (!text.empty()) return std::nullopt;
  return date;
}

}  // namespace mashang
