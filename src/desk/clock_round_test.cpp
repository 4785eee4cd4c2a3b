// What happens by itself when time passes, once each, and not before its time.
#include "desk/clock_round.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"

namespace mashang::desk {
namespace {

using cases::at;
using cases::Words;
using rules::Action;
using rules::Score;
using rules::State;
using testing::ElementsAre;
using testing::IsEmpty;

class ClockRoundTest : public DeskTest {
 protected:
  /// Time comes to this moment; the steps that were taken by themselves then.
  std::vector<Action> comes(const std::string& moment) {
    now = at(moment);
    const std::size_t before = told.size();
    const int moved = run_clock_round(desk());
    std::vector<Action> taken;
    for (std::size_t i = before; i < told.size(); ++i) taken.push_back(told[i].action);
    EXPECT_EQ(moved > 0, !taken.empty());
    return taken;
  }
  bool told_of(rules::Role role, Action action) {
    return std::ranges::any_of(told, [&](const Change& change) {
      return change.action == action && rules::sight_of(role, change.kind) != nullptr;
    });
  }
};

TEST_F(ClockRoundTest, TheDeputyIsRemindedAfterThreeWorkingDaysThenTheStationIsTold) {
  now = at("2026-11-20 15:00");  // a Friday
  const Ref message = sent();
  EXPECT_THAT(comes("2026-11-25 23:59"), IsEmpty());
  EXPECT_THAT(comes("2026-11-26 00:01"), ElementsAre(Action::remind));
  EXPECT_THAT(comes("2026-11-26 00:02"), IsEmpty()) << "reminded once";
  EXPECT_THAT(comes("2026-12-01 23:59"), IsEmpty());
  EXPECT_THAT(comes("2026-12-02 00:01"), ElementsAre(Action::tell_station));
  EXPECT_THAT(comes("2026-12-31 00:01"), IsEmpty()) << "and told once";
  EXPECT_EQ(state(message), State::with_deputy) << "the message stays where it is";
}

TEST_F(ClockRoundTest, WhoLooksInTimeIsNotReminded) {
  const Ref message = sent();
  must(act(deputy(), message, Action::look));
  EXPECT_THAT(comes("2026-12-31 00:01"), IsEmpty());
}

TEST_F(ClockRoundTest, WhoLooksAfterTheReminderKeepsTheStationOutOfIt) {
  const Ref message = sent();
  EXPECT_THAT(comes("2026-11-28 00:01"), ElementsAre(Action::remind));
  must(act(deputy(), message, Action::look));
  EXPECT_THAT(comes("2026-12-31 00:01"), IsEmpty());
}

TEST_F(ClockRoundTest, AResultNotPassedOnInThreeWorkingDaysIsToldTheStation) {
  const Ref message = sent();
  must(act(deputy(), message, Action::pass_on_station, cases::Note{}));
  must(act(staff("station"), message, Action::answer, Words{{"已问过居委会。"}}));
  EXPECT_THAT(comes("2026-11-27 23:59"), IsEmpty());
  EXPECT_THAT(comes("2026-11-28 00:01"), ElementsAre(Action::tell_station));
  EXPECT_EQ(state(message), State::result_back);
  EXPECT_THAT(comes("2026-12-31 00:01"), IsEmpty());
}

TEST_F(ClockRoundTest, TheRatingWindowClosesAfterSevenDays) {
  const Ref message = sent();
  must(act(deputy(), message, Action::answer, Words{{"已处理。"}}));
  EXPECT_THAT(comes("2026-12-01 23:59"), IsEmpty());
  EXPECT_THAT(comes("2026-12-02 00:01"), ElementsAre(Action::close_by_time));
  EXPECT_EQ(state(message), State::closed);
  EXPECT_EQ(refused(act(resident(), message, Action::rate, cases::Rate{Score::satisfied})),
            "not_from_here");
}

TEST_F(ClockRoundTest, AskingAgainStopsTheWindow) {
  const Ref message = sent();
  must(act(deputy(), message, Action::answer, Words{{"已处理。"}}));
  must(act(resident(), message, Action::ask_again, Words{{"灯还是不亮。"}}));
  EXPECT_THAT(comes("2026-11-28 00:01"), ElementsAre(Action::remind))
      << "the message is with the deputy again";
}

TEST_F(ClockRoundTest, AServerThatWasAwayForDaysTakesEachStepOnce) {
  sent();
  EXPECT_THAT(comes("2026-12-20 12:00"), ElementsAre(Action::remind))
      << "the station is told after a reminder, not with it";
  reopen();
  EXPECT_THAT(comes("2026-12-20 12:00"), IsEmpty());
  EXPECT_THAT(comes("2026-12-24 00:01"), ElementsAre(Action::tell_station));
  reopen();
  EXPECT_THAT(comes("2026-12-24 00:02"), IsEmpty());
}

TEST_F(ClockRoundTest, ManyCasesMoveInOneRoundAndOthersDoNot) {
  for (int i = 0; i < 5; ++i) sent();
  now = at("2026-11-26 09:00");
  const Ref later = sent();
  EXPECT_THAT(comes("2026-11-28 00:01"), testing::SizeIs(5));
  EXPECT_EQ(version(later), 1);
}

TEST_F(ClockRoundTest, AHolidayPutsTheReminderOff) {
  now = at("2026-02-13 09:00");  // the Friday before Spring Festival
  sent();
  EXPECT_THAT(comes("2026-02-23 23:59"), IsEmpty());
  EXPECT_THAT(comes("2026-02-28 23:59"), ElementsAre(Action::remind));
}

/// R26: supervision opens by itself, once, and rises level by level to the top.
TEST_F(ClockRoundTest, AnOverdueOrderFallsUnderSupervisionWhichRises) {
  const Ref order = submitted(sent());
  dispatched(order);
  EXPECT_THAT(comes("2026-11-25 09:01"), ElementsAre(Action::fall_under_supervision));
  EXPECT_THAT(comes("2026-11-26 12:00"), IsEmpty()) << "it is supervised already";
  EXPECT_THAT(comes("2026-12-03 00:01"), ElementsAre(Action::raise_supervision));
  EXPECT_THAT(comes("2026-12-11 00:01"), ElementsAre(Action::raise_supervision));
  EXPECT_THAT(comes("2027-01-31 00:01"), IsEmpty()) << "three levels are all there are";
  EXPECT_EQ(state(order), State::dispatched);
  EXPECT_EQ(this->order(order).supervisions.back().level, 3);
}

}  // namespace
}  // namespace mashang::desk
