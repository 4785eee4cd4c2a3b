// The sentences under a due time, as people read them.
#include "calendar/calendar_fixture.h"

namespace mashang::calendar {
namespace {

Explanation explained(std::string_view start, Limit limit, Mode mode = Mode::A) {
  return explain(at(start), limit, mode, shipped());
}

TEST(ExplainTest, names_every_skipped_day_and_every_makeup_day) {
  const Explanation found = explained("2025-09-30T18:00", {3, Unit::working_days});
  ASSERT_EQ(found.skipped.size(), 8u);
  EXPECT_EQ(found.skipped[0].day, day("2025-10-01"));
  EXPECT_EQ(found.skipped[0].text.zh, "国庆节、中秋节放假（国办发明电〔2024〕12号）");
  ASSERT_EQ(found.made_up.size(), 1u);
  EXPECT_EQ(found.made_up[0].day, day("2025-10-11"));
  EXPECT_EQ(found.why.zh,
            "3个工作日，起算当日（2025年9月30日）不计入，其中8天不计，含1个调休上班日，"
            "至2025年10月11日 24:00止。");
  EXPECT_EQ(found.why.en,
            "3 working days; the day of the event, 30 September 2025, does not count; 8 days are "
            "skipped; 1 make-up working day counts; due 24:00 on 11 October 2025.");
}

TEST(ExplainTest, says_how_hours_run) {
  EXPECT_EQ(explained("2022-10-28T16:00", {24, Unit::hours}).why.en,
            "24 hours from the very moment; hours run on working days only; 2 days are skipped; "
            "due 16:00 on 31 October 2022.");
  EXPECT_EQ(explained("2022-10-28T16:00", {24, Unit::hours}, Mode::B).why.zh,
            "24小时，自起算时刻起，小时连续计算，至2022年10月29日 16:00止。");
  EXPECT_EQ(explained("2022-10-28T16:00", {24, Unit::hours}, Mode::C).why.en,
            "24 hours (to the end of the next working day); the day of the event, 28 October 2022, "
            "does not count; 2 days are skipped; due 24:00 on 31 October 2022.");
}

TEST(ExplainTest, says_that_a_last_day_gave_way) {
  const Explanation found = explained("2026-07-03T10:00", {3, Unit::months});
  EXPECT_EQ(found.skipped.size(), 5u);
  EXPECT_EQ(found.why.en,
            "3 months; the day of the event, 3 July 2026, does not count; the last day is a rest "
            "day and gives way to the next working day; due 24:00 on 8 October 2026.");
}

TEST(ExplainTest, a_year_before_the_first_on_file_is_not_said_to_come) {
  const Explanation found = explained("2017-06-02T10:00", {1, Unit::working_days});
  EXPECT_EQ(found.skipped[0].text.en, "weekend (no notice on file for 2017)");
  EXPECT_TRUE(found.why.en.ends_with("; provisional: no notice on file for 2017.")) << found.why.en;
}

TEST(ExplainTest, says_which_notice_is_missing) {
  const Explanation found = explained("2026-12-28T10:00", {5, Unit::working_days});
  EXPECT_TRUE(found.due.provisional);
  EXPECT_EQ(found.skipped[0].text.zh, "周末（2027年放假通知尚未发布）");
  EXPECT_TRUE(found.why.zh.ends_with("；2027年放假通知尚未发布，此时限为暂定。")) << found.why.zh;
  EXPECT_TRUE(found.why.en.ends_with("; provisional: no notice yet for 2027."));
}

}  // namespace
}  // namespace mashang::calendar
