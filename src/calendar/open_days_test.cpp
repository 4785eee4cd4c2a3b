// The open days of a station: counted by its rule and the calendar, and printed as people know
// them.
#include "calendar/open_days.h"

#include <gmock/gmock.h>

#include "calendar/calendar_fixture.h"

namespace mashang::calendar {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const OpenRule kWednesdays{.weekdays = {{3}}, .from = "15:00", .to = "17:00"};
const OpenRule kFirstFriday{.weekdays = {{5}}, .weeks = {{1}}, .from = "9:00", .to = "11:30"};
const OpenRule kThe10th{.days = {{10}}, .from = "9:00", .to = "11:30"};
const OpenRule kMarket{.market = {{2, 5, 8}}, .from = "8:30", .to = "11:00", .any_day = true};

std::vector<std::string> days(const OpenRule& rule, std::string_view now, std::string_view last,
                              std::size_t most = 100) {
  static const WorkingDays calendar = shipped();
  std::vector<std::string> texts;
  for (const OpenDay& one : open_days(rule, at(now), day(last), most, calendar))
    texts.push_back(format_day(one.day));
  return texts;
}

TEST(OpenDays, AreCountedByWeekday) {
  EXPECT_THAT(days(kWednesdays, "2026-11-24T09:00", "2026-12-10"),
              ElementsAre("2026-11-25", "2026-12-02", "2026-12-09"));
  EXPECT_THAT(days(kWednesdays, "2026-11-24T09:00", "2026-12-10", 2),
              ElementsAre("2026-11-25", "2026-12-02"));
}

TEST(OpenDays, TodayCountsUntilItCloses) {
  EXPECT_THAT(days(kWednesdays, "2026-11-25T16:59", "2026-11-30"), ElementsAre("2026-11-25"));
  EXPECT_THAT(days(kWednesdays, "2026-11-25T17:00", "2026-11-30"), IsEmpty());
}

TEST(OpenDays, ADayThatIsNoWorkingDayIsLeftOut) {
  // 1 to 7 October 2026 are off, so the first Friday of October is; 10 October is a worked
  // Saturday.
  EXPECT_THAT(days(kFirstFriday, "2026-09-01T08:00", "2026-11-30"),
              ElementsAre("2026-09-04", "2026-11-06"));
  EXPECT_THAT(days(kThe10th, "2026-10-01T08:00", "2026-10-31"), ElementsAre("2026-10-10"));
  EXPECT_THAT(days(kThe10th, "2026-05-01T08:00", "2026-05-31"), IsEmpty()) << "a Sunday";
}

TEST(OpenDays, AMarketIsHeldOnAnyDay) {
  EXPECT_THAT(days(kMarket, "2026-10-01T08:00", "2026-10-12"),
              ElementsAre("2026-10-02", "2026-10-05", "2026-10-08", "2026-10-12"));
}

TEST(OpenDays, ThereAreNoneAfterTheLastDay) {
  EXPECT_THAT(days(kWednesdays, "2026-11-25T16:00", "2026-11-24"), IsEmpty());
}

TEST(OpenDays, ReadAsPeopleKnowThem) {
  EXPECT_EQ(words_of(kWednesdays).zh, "每周三 15:00—17:00");
  EXPECT_EQ(words_of(kWednesdays).en, "Wednesdays, 15:00 to 17:00");
  EXPECT_EQ(words_of(kFirstFriday).zh, "每月第一个星期五 9:00—11:30");
  EXPECT_EQ(words_of(kFirstFriday).en, "First Friday of each month, 9:00 to 11:30");
  EXPECT_EQ(words_of(kThe10th).zh, "每月10日 9:00—11:30");
  EXPECT_EQ(words_of(kThe10th).en, "The 10th of each month, 9:00 to 11:30");
  EXPECT_EQ(words_of(kMarket).zh, "逢圩日 8:30—11:00");
  EXPECT_EQ(words_of(kMarket).en, "Market days, 8:30 to 11:00");
}

TEST(OpenDays, SeveralAreListed) {
  const OpenRule two{.weekdays = {{1, 4}}, .from = "9:00", .to = "11:00"};
  const OpenRule three{.days = {{1, 12, 23}}, .from = "9:00", .to = "11:00"};
  EXPECT_EQ(words_of(two).zh, "每周一、周四 9:00—11:00");
  EXPECT_EQ(words_of(two).en, "Mondays and Thursdays, 9:00 to 11:00");
  EXPECT_EQ(words_of(three).en, "The 1st, 12th and 23rd of each month, 9:00 to 11:00");
}

TEST(OpenDays, ARuleThatSaysNothingOrTooMuchIsFound) {
  EXPECT_EQ(fault_of(kWednesdays), "");
  EXPECT_EQ(fault_of(kFirstFriday), "");
  EXPECT_EQ(fault_of(kMarket), "");
  EXPECT_NE(fault_of({.from = "9:00", .to = "11:00"}), "");
  EXPECT_NE(fault_of({.weeks = {{1}}, .days = {{10}}, .from = "9:00", .to = "11:00"}), "");
  EXPECT_NE(fault_of({.weekdays = {{8}}, .from = "9:00", .to = "11:00"}), "");
  EXPECT_NE(fault_of({.weekdays = {{}}, .from = "9:00", .to = "11:00"}), "");
  EXPECT_NE(fault_of({.days = {{32}}, .from = "9:00", .to = "11:00"}), "");
  EXPECT_NE(fault_of({.market = {{10}}, .from = "9:00", .to = "11:00"}), "");
  EXPECT_NE(fault_of({.days = {{10}}, .from = "11:00", .to = "9:00"}), "");
  EXPECT_NE(fault_of({.days = {{10}}, .from = "9", .to = "11:00"}), "");
  EXPECT_NE(fault_of({.days = {{10}}, .from = "9:00", .to = "24:30"}), "");
}

}  // namespace
}  // namespace mashang::calendar
