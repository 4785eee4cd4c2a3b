// R54: when half and four fifths of a clock's time are used up.
#include "calendar/mark.h"

#include <random>

#include "calendar/calendar_fixture.h"

namespace mashang::calendar {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Limit kDay{24, Unit::hours};
constexpr Limit working(int count) { return {count, Unit::working_days}; }

const WorkingDays& calendar() {
  static const WorkingDays days = shipped();
  return days;
}

RunningTime run(std::string_view start, Limit limit, Mode mode = Mode::A) {
  return {at(start), due_of(at(start), limit, mode, calendar()).at, limit, mode};
}

/// "half | four fifths", to the minute.
std::string marks(const RunningTime& time) {
  return format_instant(mark_of(time, kHalf, calendar())).substr(0, 16) + " | " +
         format_instant(mark_of(time, kFourFifths, calendar())).substr(0, 16);
}

TEST(MarkTest, an_ordinary_week_is_plain_time) {
  // Monday 10:00 to Wednesday 24:00: 62 hours.
  EXPECT_EQ(marks(run("2026-11-23T10:00", working(2))), "2026-11-24T17:00 | 2026-11-25T11:36");
}

TEST(MarkTest, a_weekend_does_not_use_up_time) {
  // Friday 16:00 for 24 hours: 8 on Friday, 16 on Monday.
  EXPECT_EQ(marks(run("2022-10-28T16:00", kDay)), "2022-10-31T04:00 | 2022-10-31T11:12");
  // Received on a Saturday, nothing passes before Monday.
  EXPECT_EQ(marks(run("2022-10-29T10:00", kDay)), "2022-10-31T12:00 | 2022-10-31T19:12");
}

TEST(MarkTest, national_day_2026_does_not_use_up_time) {
  // 30 September 10:00, five working days: 14 hours, then 8, 9, 10 (made up), 12 and 13 October.
  EXPECT_EQ(marks(run("2026-09-30T10:00", working(5))), "2026-10-10T05:00 | 2026-10-12T21:12");
}

TEST(MarkTest, spring_festival_2026_and_its_makeup_days) {
  // Friday 13 February 16:00: 8 hours, Saturday 14 (made up), then nothing up to Tuesday the 24th.
  EXPECT_EQ(marks(run("2026-02-13T16:00", working(3))), "2026-02-24T08:00 | 2026-02-25T08:00");
  EXPECT_EQ(marks(run("2026-02-14T16:00", kDay)), "2026-02-24T04:00 | 2026-02-24T11:12");
}

TEST(MarkTest, a_makeup_sunday_uses_up_time_like_any_working_day) {
  // Saturday 19 September 2026 is off; Sunday the 20th is worked.
  EXPECT_EQ(marks(run("2026-09-19T12:00", working(1))), "2026-09-20T12:00 | 2026-09-20T19:12");
}

TEST(MarkTest, hours_by_the_wall_clock_and_calendar_days_are_plain_time) {
  EXPECT_EQ(marks(run("2026-09-30T16:00", kDay, Mode::B)), "2026-10-01T04:00 | 2026-10-01T11:12");
  EXPECT_EQ(marks(run("2026-09-30T00:00", {10, Unit::days})),
            "2026-10-05T12:00 | 2026-10-08T19:12");
  // Both count a holiday: seven days from 24 September end on 8 October, after the holiday.
  EXPECT_EQ(marks(run("2026-09-24T00:00", {7, Unit::days})), "2026-10-01T12:00 | 2026-10-06T00:00");
}

TEST(MarkTest, hours_of_mode_c_pass_on_working_days_as_they_are_counted) {
  // 8 hours on 30 September and 24 on 8 October; half of 32 is not in the holiday.
  EXPECT_EQ(marks(run("2026-09-30T16:00", kDay, Mode::C)), "2026-10-08T08:00 | 2026-10-08T17:36");
}

TEST(MarkTest, an_extension_moves_the_marks_and_not_the_start) {
  RunningTime time = run("2026-11-23T00:00", working(2));
  EXPECT_EQ(marks(time), "2026-11-24T12:00 | 2026-11-25T09:36");
  time.due = at("2026-12-02T24:00");  // five working days more, with a weekend between
  EXPECT_EQ(marks(time), "2026-11-27T00:00 | 2026-12-01T09:36");
}

TEST(MarkTest, a_due_time_in_a_year_without_notice_counts_monday_to_friday) {
  // 31 December 2026 (Thursday) 12:00, two working days: 12 hours, Friday and Monday.
  EXPECT_EQ(marks(run("2026-12-31T12:00", working(2))), "2027-01-01T18:00 | 2027-01-04T12:00");
}

TEST(MarkTest, a_mark_on_the_stroke_of_midnight_ends_the_working_day) {
  EXPECT_EQ(marks({at("2026-11-20T00:00"), at("2026-11-23T24:00"), working(1)}).substr(0, 16),
            "2026-11-21T00:00");
}

TEST(MarkTest, nothing_but_rest_days_is_marked_by_the_clock_on_the_wall) {
  EXPECT_EQ(marks({at("2026-10-02T00:00"), at("2026-10-03T24:00"), working(1)}),
            "2026-10-03T00:00 | 2026-10-03T14:24");
}

TEST(MarkTest, the_shortest_time_still_has_a_mark_between) {
  const Instant start = at("2026-11-23T10:00");
  for (const Share share : {Share{1, 1000}, kHalf, Share{999, 1000}}) {
    const RunningTime time{start, start + seconds{2}, kDay};
    EXPECT_EQ(mark_of(time, share, calendar()), start + seconds{1});
    // A start within a second: the marks are whole seconds all the same.
    const RunningTime odd{start + milliseconds{400}, start + milliseconds{2400}, kDay};
    EXPECT_EQ(mark_of(odd, share, calendar()).time_since_epoch() % seconds{1}, milliseconds{0});
  }
}

constexpr unsigned kSeed = 20261124;

TEST(MarkPropertyTest, a_mark_lies_between_in_whole_seconds_and_never_goes_back) {
  std::mt19937 random{kSeed};
  std::uniform_int_distribution<long> second{0, 8L * 365 * 86'400};
  for (int i = 0; i < 5000; ++i) {
    const Instant start = at("2019-01-01T00:00") + seconds{second(random)};
    const Limit limit{1 + i % 60, Unit(i % 4)};
    RunningTime time{start, due_of(start, limit, Mode(i % 3), calendar()).at, limit, Mode(i % 3)};
    if (i % 5 == 0) time.due += hours{24 * (i % 30)};
    Instant last = start;
    for (const Share share : {Share{1, 100}, Share{1, 3}, kHalf, kFourFifths, Share{99, 100}}) {
      const Instant mark = mark_of(time, share, calendar());
      ASSERT_GT(mark, start) << kSeed << " " << i;
      ASSERT_LT(mark, time.due) << kSeed << " " << i;
      ASSERT_GE(mark, last) << kSeed << " " << i;
      ASSERT_EQ(mark, std::chrono::floor<seconds>(mark));
      last = mark;
    }
  }
}

TEST(MarkPropertyTest, a_later_due_time_is_never_marked_earlier) {
  std::mt19937 random{kSeed};
  std::uniform_int_distribution<long> second{0, 8L * 365 * 86'400};
  for (int i = 0; i < 2000; ++i) {
    const Instant start = at("2019-01-01T00:00") + seconds{second(random)};
    // On working days only, or always by the wall: what has no counted time at all is neither.
    const RunningTime time{start, due_of(start, working(1 + i % 9), Mode::A, calendar()).at,
                           working(1 + i % 9)};
    RunningTime extended = time;
    extended.due += hours{1 + i % 400};
    EXPECT_LE(mark_of(time, kHalf, calendar()), mark_of(extended, kHalf, calendar())) << i;
  }
}

/// The minutes of working days between two instants, one by one.
long worked_minutes(Instant from, Instant to) {
  long sum = 0;
  for (Instant at = from; at < to; at += std::chrono::minutes{1})
    sum += calendar().is_working(day_of(at));
  return sum;
}

TEST(MarkPropertyTest, as_much_working_time_has_passed_as_the_share_says) {
  std::mt19937 random{kSeed};
  std::uniform_int_distribution<int> minute{0, 8 * 365 * 1440};
  for (int i = 0; i < 300; ++i) {
    const Instant start = at("2019-01-01T00:00") + std::chrono::minutes{minute(random)};
    const Limit limit = i % 2 == 0 ? working(1 + i % 7) : Limit{1 + i % 72, Unit::hours};
    RunningTime time{start, due_of(start, limit, Mode::A, calendar()).at, limit};
    if (i % 3 == 0) time.due = end_of(day_of(time.due) + std::chrono::days{i % 12});
    const long all = worked_minutes(start, time.due);
    EXPECT_NEAR(worked_minutes(start, mark_of(time, kHalf, calendar())), all / 2.0, 1) << i;
    EXPECT_NEAR(worked_minutes(start, mark_of(time, kFourFifths, calendar())), all * 0.8, 1) << i;
  }
}

}  // namespace
}  // namespace mashang::calendar
