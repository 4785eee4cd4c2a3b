// R51 to R53: due times over weekends, holidays, make-up days and years that are still open.
#include "calendar/due.h"

#include <random>
#include <set>

#include "calendar/calendar_fixture.h"
#include "calendar/due_batch.h"

namespace mashang::calendar {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr Limit kDay{24, Unit::hours};
constexpr Limit working(int count) { return {count, Unit::working_days}; }

std::string due(std::string_view start, Limit limit, Mode mode) {
  static const WorkingDays calendar = shipped();
  const Due found = due_of(at(start), limit, mode, calendar);
  return format_due(found.at, limit, mode).substr(0, 16) +
         (found.provisional ? " provisional" : "");
}

// clang-format off
/// A row: received at; 24 hours in modes A, B and C; then 1, 3 and 5 working days.
struct Vector { const char* start; const char* a; const char* b; const char* c; const char* one; const char* three; const char* five; };
constexpr Vector kVectors[] = {
  {"2022-10-28T16:00", "2022-10-31T16:00", "2022-10-29T16:00", "2022-10-31T24:00", "2022-10-31", "2022-11-02", "2022-11-04"},
  {"2022-10-29T10:00", "2022-11-01T00:00", "2022-10-30T10:00", "2022-10-31T24:00", "2022-10-31", "2022-11-02", "2022-11-04"},
  {"2022-09-30T16:00", "2022-10-08T16:00", "2022-10-01T16:00", "2022-10-08T24:00", "2022-10-08", "2022-10-10", "2022-10-12"},
  {"2024-02-08T17:00", "2024-02-09T17:00", "2024-02-09T17:00", "2024-02-09T24:00", "2024-02-09", "2024-02-19", "2024-02-21"},
  {"2025-01-26T12:00", "2025-01-27T12:00", "2025-01-27T12:00", "2025-01-27T24:00", "2025-01-27", "2025-02-06", "2025-02-08"},
  {"2025-09-30T18:00", "2025-10-09T18:00", "2025-10-01T18:00", "2025-10-09T24:00", "2025-10-09", "2025-10-11", "2025-10-14"},
  {"2026-02-13T16:00", "2026-02-14T16:00", "2026-02-14T16:00", "2026-02-14T24:00", "2026-02-14", "2026-02-25", "2026-02-27"},
  {"2026-02-14T16:00", "2026-02-24T16:00", "2026-02-15T16:00", "2026-02-24T24:00", "2026-02-24", "2026-02-26", "2026-02-28"},
  {"2026-09-24T10:00", "2026-09-28T10:00", "2026-09-25T10:00", "2026-09-28T24:00", "2026-09-28", "2026-09-30", "2026-10-09"},
};
// clang-format on

TEST(DueTest, twenty_four_hours_in_each_mode) {
  for (const Vector& row : kVectors) {
    EXPECT_EQ(due(row.start, kDay, Mode::A), row.a) << row.start;
    EXPECT_EQ(due(row.start, kDay, Mode::B), row.b) << row.start;
    EXPECT_EQ(due(row.start, kDay, Mode::C), row.c) << row.start;
  }
}

TEST(DueTest, working_days_are_the_same_in_every_mode) {
  for (const Vector& row : kVectors)
    for (const Mode mode : {Mode::A, Mode::B, Mode::C}) {
      EXPECT_EQ(due(row.start, working(1), mode), row.one + std::string{"T24:00"}) << row.start;
      EXPECT_EQ(due(row.start, working(3), mode), row.three + std::string{"T24:00"}) << row.start;
      EXPECT_EQ(due(row.start, working(5), mode), row.five + std::string{"T24:00"}) << row.start;
    }
}

TEST(DueTest, a_due_time_that_meets_an_open_year_is_provisional) {
  EXPECT_EQ(due("2026-12-25T10:00", working(1), Mode::A), "2026-12-28T24:00");
  EXPECT_EQ(due("2026-12-25T10:00", working(2), Mode::A), "2026-12-29T24:00 provisional");
  EXPECT_EQ(due("2026-12-28T10:00", kDay, Mode::A), "2026-12-29T10:00 provisional");
  // By the wall clock no calendar is asked, so nothing can change.
  EXPECT_EQ(due("2026-12-31T10:00", kDay, Mode::B), "2027-01-01T10:00");
  EXPECT_EQ(due("2018-06-01T10:00", working(1), Mode::A), "2018-06-04T24:00 provisional");
}

TEST(DueTest, the_notice_that_arrives_settles_and_moves_the_due_time) {
  const WorkingDays before = shipped(2024, 2025);
  const Instant start = at("2025-12-30T10:00");
  EXPECT_TRUE(due_of(start, working(3), Mode::A, before).provisional);
  EXPECT_EQ(format_due(due_of(start, working(3), Mode::A, before).at, working(3), Mode::A),
            "2026-01-02T24:00+08:00");
  EXPECT_EQ(due("2025-12-30T10:00", working(3), Mode::A), "2026-01-05T24:00");
}

TEST(DueTest, calendar_days_end_on_a_working_day) {
  EXPECT_EQ(due("2026-11-02T10:00", {7, Unit::days}, Mode::A), "2026-11-09T24:00");
  EXPECT_EQ(due("2026-09-24T10:00", {7, Unit::days}, Mode::A), "2026-10-08T24:00");
  EXPECT_EQ(due("2026-11-05T00:00", {2, Unit::days}, Mode::A), "2026-11-09T24:00");
}

TEST(DueTest, months_end_on_the_same_date_or_the_months_last_day) {
  EXPECT_EQ(due("2026-06-03T10:00", {3, Unit::months}, Mode::A), "2026-09-03T24:00");
  EXPECT_EQ(due("2025-11-30T10:00", {3, Unit::months}, Mode::A), "2026-02-28T24:00");
  EXPECT_EQ(due("2024-01-31T10:00", {1, Unit::months}, Mode::A), "2024-02-29T24:00");
  EXPECT_EQ(due("2026-07-03T10:00", {3, Unit::months}, Mode::A), "2026-10-08T24:00");
}

TEST(DueTest, hours_that_run_out_at_midnight_are_written_as_the_day_that_begins) {
  EXPECT_EQ(due("2022-10-28T00:00", kDay, Mode::A), "2022-10-29T00:00");
  EXPECT_EQ(due("2022-10-28T23:59", {1, Unit::hours}, Mode::A), "2022-10-31T00:59");
  EXPECT_EQ(due("2022-10-28T16:00", {48, Unit::hours}, Mode::C), "2022-11-01T24:00");
  EXPECT_EQ(due("2022-10-28T16:00", {25, Unit::hours}, Mode::C), "2022-11-01T24:00");
}

TEST(DueTest, absurd_starts_and_counts_are_told_apart_and_the_far_ends_still_count) {
  const Instant now = at("2026-11-24T10:00");
  EXPECT_TRUE(why_not_countable(now, working(100000)));
  EXPECT_TRUE(why_not_countable(now, working(0)));
  EXPECT_TRUE(why_not_countable(at("9999-12-31T10:00"), working(1)));
  EXPECT_TRUE(why_not_countable(at("1991-12-31T23:59"), working(1)));
  EXPECT_FALSE(why_not_countable(at("2199-12-31T23:59"), working(kLimitCountMax)));
  const Limit longest{kLimitCountMax, Unit::months};
  EXPECT_TRUE(due_of(at("2199-12-31T23:59"), longest, Mode::A, shipped()).provisional);
}

// --- Properties, with a seed so that a failure can be repeated.

constexpr unsigned kSeed = 20261124;

Instant some_start(std::mt19937& random) {
  const auto from = at("2019-01-01T00:00");
  const auto span = std::chrono::duration_cast<std::chrono::seconds>(at("2026-12-01T00:00") - from);
  std::uniform_int_distribution<long> seconds{0, long(span.count())};
  return from + std::chrono::seconds{seconds(random)};
}

TEST(DuePropertyTest, a_later_start_or_a_longer_limit_is_never_due_earlier) {
  const WorkingDays calendar = shipped();
  std::mt19937 random{kSeed};
  for (int i = 0; i < 5000; ++i) {
    const Instant start = some_start(random);
    const Limit limit{1 + i % 60, Unit(i % 4)};
    const Mode mode = Mode(i % 3);
    const Instant first = due_of(start, limit, mode, calendar).at;
    EXPECT_LE(first, due_of(start + hours{1 + i % 90}, limit, mode, calendar).at)
        << kSeed << " " << i;
    EXPECT_LE(first, due_of(start, {limit.count + 1, limit.unit}, mode, calendar).at) << i;
    EXPECT_GT(first, start);
  }
}

TEST(DuePropertyTest, a_due_day_is_a_working_day_but_by_the_wall_clock) {
  const WorkingDays calendar = shipped();
  std::mt19937 random{kSeed};
  for (int i = 0; i < 5000; ++i) {
    const Limit limit{1 + i % 60, Unit(i % 4)};
    const Mode mode = Mode(i % 3);
    if (limit.unit == Unit::hours && mode == Mode::B) continue;
    const Instant due = due_of(some_start(random), limit, mode, calendar).at;
    // A due time at midnight belongs to the day it ends.
    EXPECT_TRUE(calendar.is_working(day_of(due - std::chrono::milliseconds{1})))
        << kSeed << " " << i;
  }
}

/// The rule again, from the notices and by another road: sets, and a plain walk.
struct ByHand {
  std::set<Day> off, worked;

  ByHand() {
    for (const Notice& notice : shipped_notices()) {
      for (const NamedDay& d : notice.holidays) off.insert(d.day), worked.erase(d.day);
      for (const NamedDay& d : notice.makeup_days) worked.insert(d.day), off.erase(d.day);
    }
  }
  bool works(Day d) const {
    if (off.contains(d)) return false;
    if (worked.contains(d)) return true;
    const std::chrono::weekday weekday{d};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
  }
  Day nth(Day d, int n) const {
    while (n > 0) n -= works(d += days{1});
    return d;
  }
};

TEST(DuePropertyTest, a_walk_by_hand_agrees_on_every_day_from_2019_to_2026) {
  const WorkingDays calendar = shipped();
  const ByHand by_hand;
  for (Day d = day("2019-01-01"); d <= day("2026-12-31"); d += days{1}) {
    ASSERT_EQ(calendar.is_working(d), by_hand.works(d)) << format_day(d);
    for (const int n : {1, 3, 5, 20})
      ASSERT_EQ(due_of(start_of(d) + hours{9}, working(n), Mode::A, calendar).at,
                end_of(by_hand.nth(d, n)))
          << format_day(d) << " " << n;
  }
}

TEST(DuePropertyTest, the_explanation_comes_to_the_same_due_time) {
  const WorkingDays calendar = shipped();
  std::mt19937 random{kSeed};
  for (int i = 0; i < 2000; ++i) {
    const Instant start = some_start(random);
    const Limit limit{1 + i % 40, Unit(i % 4)};
    EXPECT_EQ(explain(start, limit, Mode(i % 3), calendar).due,
              due_of(start, limit, Mode(i % 3), calendar));
  }
}

}  // namespace
}  // namespace mashang::calendar
