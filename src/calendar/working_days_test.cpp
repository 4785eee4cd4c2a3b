// R50 and R52: which days are worked, which are still open, and why.
#include "calendar/working_days.h"

#include "calendar/calendar_fixture.h"

namespace mashang::calendar {
namespace {

using std::chrono::days;

int count_working(const WorkingDays& calendar, int year) {
  int count = 0;
  const Day end = day(std::to_string(year + 1) + "-01-01");
  for (Day d = day(std::to_string(year) + "-01-01"); d < end; d += days{1})
    count += calendar.is_working(d);
  return count;
}

TEST(WorkingDaysTest, each_year_has_its_known_number_of_working_days) {
  const WorkingDays calendar = shipped();
  const std::vector<int> expected = {250, 249, 250, 249, 249, 251, 248, 248};
  for (int year = 2019; year <= 2026; ++year)
    EXPECT_EQ(count_working(calendar, year), expected[std::size_t(year - 2019)]) << year;
}

TEST(WorkingDaysTest, a_holiday_is_off_and_says_by_which_notice) {
  const WorkingDays calendar = shipped();
  EXPECT_FALSE(calendar.is_working(day("2026-10-01")));
  EXPECT_EQ(calendar.reason(day("2026-10-01")),
            Text2s("国庆节放假（国办发明电〔2025〕7号）", "National Day (国办发明电〔2025〕7号)"));
}

TEST(WorkingDaysTest, a_makeup_saturday_is_worked_and_says_for_which_holiday) {
  const WorkingDays calendar = shipped();
  EXPECT_TRUE(calendar.is_working(day("2026-10-10")));
  EXPECT_TRUE(calendar.is_makeup(day("2026-10-10")));
  EXPECT_EQ(calendar.reason(day("2026-10-10")).en,
            "make-up working day for National Day (国办发明电〔2025〕7号)");
}

TEST(WorkingDaysTest, an_ordinary_weekend_is_just_that) {
  const WorkingDays calendar = shipped();
  EXPECT_EQ(calendar.reason(day("2026-11-21")), Text2s("周末", "weekend"));
  EXPECT_EQ(calendar.reason(day("2026-11-20")), Text2s());
  EXPECT_FALSE(calendar.is_makeup(day("2026-11-20")));
}

TEST(WorkingDaysTest, the_notice_issued_last_is_right_about_a_day) {
  const WorkingDays calendar = shipped();
  // 2020: Saturday 1 February was to be worked, until the Spring Festival was prolonged.
  EXPECT_FALSE(calendar.is_working(day("2020-02-01")));
  EXPECT_EQ(calendar.reason(day("2020-02-01")).zh, "春节放假（国办发明电〔2020〕1号）");
  EXPECT_EQ(calendar.reason(day("2020-01-30")).zh, "春节放假（国办发明电〔2019〕16号）");
  // 2019: Labour Day grew from one day to four, with two Sundays worked.
  EXPECT_FALSE(calendar.is_working(day("2019-05-02")));
  EXPECT_TRUE(calendar.is_working(day("2019-05-05")));
}

TEST(WorkingDaysTest, the_next_years_notice_reaches_back_over_the_turn_of_the_year) {
  EXPECT_TRUE(shipped(2019, 2019).is_working(day("2018-12-29")));   // a Saturday, worked
  EXPECT_FALSE(shipped(2019, 2019).is_working(day("2018-12-31")));  // a Monday, off
  EXPECT_TRUE(shipped(2019, 2019).is_settled(day("2018-12-31")));
  EXPECT_FALSE(shipped(2019, 2019).is_settled(day("2018-12-28")));
}

TEST(WorkingDaysTest, a_day_whose_notice_is_not_in_is_never_settled) {
  const WorkingDays calendar = shipped();
  EXPECT_TRUE(calendar.is_settled(day("2026-12-28")));
  EXPECT_FALSE(calendar.is_settled(day("2026-12-29")));
  EXPECT_EQ(calendar.missing_notice(day("2026-12-29")), 2027);
  EXPECT_EQ(calendar.missing_notice(day("2027-01-01")), 2027);
  EXPECT_EQ(calendar.reason(day("2027-01-02")).en, "weekend (no notice yet for 2027)");
  EXPECT_TRUE(calendar.is_settled(day("2025-12-31")));
}

TEST(WorkingDaysTest, a_year_missing_between_two_others_is_open) {
  std::vector<Notice> notices = notices_of(2024);
  for (Notice& notice : notices_of(2026)) notices.push_back(std::move(notice));
  const WorkingDays calendar{notices};
  EXPECT_FALSE(calendar.is_settled(day("2025-06-03")));
  EXPECT_FALSE(calendar.is_settled(day("2024-12-30")));
  EXPECT_TRUE(calendar.is_settled(day("2026-06-03")));
}

TEST(WorkingDaysTest, no_notice_at_all_means_monday_to_friday_and_nothing_settled) {
  const WorkingDays calendar{{}};
  EXPECT_TRUE(calendar.is_working(day("2026-10-01")));
  EXPECT_FALSE(calendar.is_working(day("2026-10-10")));
  EXPECT_FALSE(calendar.is_settled(day("2026-10-01")));
}

}  // namespace
}  // namespace mashang::calendar
