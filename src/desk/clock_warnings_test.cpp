// R54: every running limit warns at half, at four fifths and when overdue, each once.
#include "desk/clock_warnings.h"

#include <gmock/gmock.h>

#include "desk/clock_round.h"
#include "desk/desk_fixture.h"
#include "store/warning_store.h"

namespace mashang::desk {
namespace {

using cases::at;
using rules::Action;
using testing::ElementsAre;
using testing::IsEmpty;

class ClockWarningsTest : public DeskTest {
 protected:
  /// Time passes until then; the warnings of this clock so far, as "half to unit:1".
  std::vector<std::string> warned(const std::string& when, Ref of, rules::Clock clock) {
    now = at(when);
    run_clock_round(desk());
    std::vector<std::string> all;
    for (const store::Warning& one : reading([&](store::Connection& connection) {
           return store::warnings_of(connection, of.kind, of.id);
         }))
      if (one.clock == clock)
        all.push_back(rules::name_of(one.mark) + " to " +
                      one.target.substr(0, one.target.find(':')));
    return all;
  }
  Ref at_work() {
    const Ref order = submitted(sent());
    dispatched(order);
    must(act(staff("police"), order, Action::sign_for));
    return order;
  }
};

TEST_F(ClockWarningsTest, TellTheClerkThenTheLeaderThenTheSupervisor) {
  const Ref order = at_work();  // on a Tuesday at 9; the limit ends on the next Tuesday at 24:00
  const auto clock = rules::Clock::work_limit;
  EXPECT_THAT(warned("2026-11-26 12:00", order, clock), IsEmpty());
  EXPECT_THAT(warned("2026-11-27 12:00", order, clock), ElementsAre("half to unit"));
  EXPECT_THAT(warned("2026-12-01 09:00", order, clock),
              ElementsAre("half to unit", "four_fifths to unit_leader"));
  EXPECT_THAT(warned("2026-12-02 00:01", order, clock),
              ElementsAre("half to unit", "four_fifths to unit_leader", "overdue to supervisor"));
}

TEST_F(ClockWarningsTest, AreGivenOnceWhateverStopsTheServer) {
  const Ref order = at_work();
  const auto clock = rules::Clock::work_limit;
  ASSERT_THAT(warned("2026-11-27 12:00", order, clock), ElementsAre("half to unit"));
  reopen();
  EXPECT_THAT(warned("2026-11-27 12:01", order, clock), ElementsAre("half to unit"));
  reopen();
  EXPECT_THAT(warned("2026-12-20 09:00", order, clock), testing::SizeIs(3));
  EXPECT_THAT(warned("2026-12-21 09:00", order, clock), testing::SizeIs(3));
}

TEST_F(ClockWarningsTest, FollowADueTimeThatWasMoved) {
  const Ref order = at_work();
  const auto clock = rules::Clock::work_limit;
  ASSERT_THAT(warned("2026-11-27 12:00", order, clock), ElementsAre("half to unit"));
  must(act(staff("police"), order, Action::request_extension,
           cases::RequestExtension{{"等配件。"}, parse_day("2026-12-08").value()}));
  must(act(staff("reviewer"), order, Action::grant_extension, cases::Note{}));
  EXPECT_THAT(warned("2026-12-02 00:01", order, clock), ElementsAre("half to unit"))
      << "an extension is not lateness, and no warning is given twice";
  EXPECT_THAT(warned("2026-12-09 00:01", order, clock), testing::SizeIs(3));
}

TEST_F(ClockWarningsTest, OfAnsweredCasesAreNotGiven) {
  const Ref order = at_work();
  now = at("2026-11-25 09:00");
  must(act(staff("police"), order, Action::reply, reply()));
  EXPECT_THAT(warned("2026-12-20 09:00", order, rules::Clock::work_limit), IsEmpty());
}

TEST_F(ClockWarningsTest, AboutADeputyGoToTheCongressAndNotToTheHotline) {
  const Ref message = sent();
  EXPECT_THAT(
      warned("2026-11-28 00:01", message, rules::Clock::look_limit),
      ElementsAre("half to deputy", "four_fifths to deputy_leader", "overdue to liaison_office"));
}

}  // namespace
}  // namespace mashang::desk
