// The clock a visitor moves. It starts from the machine's time, whatever that is, so what is tried
// here holds on any day.
#include <gtest/gtest.h>

#include "base/machine_time.h"
#include "calendar/calendar_fixture.h"
#include "demo/demo.h"
#include "store/testing.h"

namespace mashang::demo {
namespace {

using namespace std::chrono_literals;
using std::chrono::weekday;

class DemoClockTest : public testing::Test {
 protected:
  store::TestFolder folder;
  std::optional<store::Database> database{std::in_place, store::DatabaseSettings{folder.path()}};
  const calendar::WorkingDays days = calendar::shipped();
};

TEST_F(DemoClockTest, AtFirstItIsTheMachines) {
  const Instant before = machine_now();
  const Instant shown = DemoClock(*database).now();
  EXPECT_GE(shown, before);
  EXPECT_LE(shown, machine_now());
}

TEST_F(DemoClockTest, AnHourAndADayAreWhatTheySay) {
  DemoClock clock(*database);
  const Instant start = clock.now();
  EXPECT_GE(clock.advance("1 hour", days).value(), start + 1h);
  EXPECT_LT(clock.now(), start + 2h);
  EXPECT_GE(clock.advance("1 day", days).value(), start + 25h);
}

TEST_F(DemoClockTest, NoOtherStepMovesIt) {
  DemoClock clock(*database);
  const Instant start = clock.now();
  for (const char* step : {"", "2 hours", "1 year", "-1 day", "1 working day "})
    EXPECT_EQ(clock.advance(step, days), std::nullopt) << step;
  EXPECT_LT(clock.now(), start + 1h);
}

TEST_F(DemoClockTest, AWorkingDayLeadsFromFridayOverTheWeekend) {
  DemoClock clock(*database);
  const auto is_friday_before_monday = [this](Day day) {
    return weekday(day) == std::chrono::Friday && days.is_working(day) &&
           days.is_working(day + std::chrono::days(3));
  };
  while (!is_friday_before_monday(day_of(clock.now()))) clock.advance("1 day", days);
  const Day friday = day_of(clock.now());
  clock.advance("1 working day", days);
  EXPECT_EQ(day_of(clock.now()), friday + std::chrono::days(3));
}

TEST_F(DemoClockTest, ARestartDoesNotTurnTimeBack) {
  const Instant moved = DemoClock(*database).advance("1 day", days).value();
  database.reset();
  database.emplace(store::DatabaseSettings{folder.path()});
  EXPECT_GE(DemoClock(*database).now(), moved);
}

}  // namespace
}  // namespace mashang::demo
