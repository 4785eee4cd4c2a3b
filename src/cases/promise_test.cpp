// R45: a promise of a reply that is evaluated only after the day it names.
#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::Clock;
using rules::Role;

/// A reply that promises something for the next day, replied to the deputy at this time.
Play promised(Instant now) {
  Play play;
  const auto does = [&](Role who, Action action) { EXPECT_EQ(play.act(now, who, action), ""); };
  does(Role::deputy, Action::draft);
  does(Role::deputy, Action::file);
  does(Role::liaison_office, Action::enroll);
  does(Role::liaison_office, Action::refer);
  auto input = std::get<ReplyFormally>(usual_input(Action::reply_formally, now));
  input.code = {"B"};
  input.promised_on = day_of(now) + std::chrono::days{1};
  EXPECT_EQ(play.act(now, Role::unit, Action::reply_formally, input), "");
  return play;
}

/// Even in the last second of a day a clock starts with time to run.
TEST(Promise, ADayThatPassedBeforeTheEvaluationLeavesTheNextOne) {
  Play play = promised(at("2026-11-02 09:00"));
  const Instant last_second = at("2026-11-10 24:00") - std::chrono::seconds{1};
  ASSERT_EQ(play.act(last_second, Role::deputy, Action::evaluate), "");
  const ClockRun* run = head_of(play.suggestion).running(Clock::follow_up);
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(run->due_at, at("2026-11-11 24:00"));
}

TEST(Promise, ADayAheadIsKept) {
  Play play = promised(at("2026-11-02 09:00"));
  ASSERT_EQ(play.act(at("2026-11-02 10:00"), Role::deputy, Action::evaluate), "");
  EXPECT_EQ(head_of(play.suggestion).running(Clock::follow_up)->due_at, at("2026-11-03 24:00"));
}

}  // namespace
}  // namespace mashang::cases
