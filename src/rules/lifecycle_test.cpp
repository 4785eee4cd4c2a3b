// What is read off the tables alone: who holds a case, and in whose queue it lies. What the
// compiler proves (checks.h) is not tested again.
#include "rules/lifecycle.h"

#include <algorithm>

#include "rules/queues.h"
#include "rules/reasons.h"
#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

bool lies_in_a_queue_of(Role role, CaseKind kind, State state) {
  return std::ranges::any_of(kQueues, [&](const Queue& queue) {
    return queue.kind == kind && queue.who.has(role) && queue.states.has(state);
  });
}

/// While the hotline has the order, its message only waits: nobody of the hotline sees messages.
bool has_a_desk(CaseKind kind, State state) {
  return is_open(state) && !(kind == CaseKind::message && state == State::at_hotline);
}

TEST(Holder, HasEveryOpenCaseInAQueue) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Transition& row : lifecycle_of(kind))
      EXPECT_TRUE(!has_a_desk(kind, row.to) || lies_in_a_queue_of(holder_of(row.to), kind, row.to))
          << name_of(row.to);
}

TEST(Holder, IsSomebodyExactlyWhileTheTableGoesOn) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Transition& row : lifecycle_of(kind)) {
      const bool rests = ends(lifecycle_of(kind), row.to) || row.to == State::closed;
      EXPECT_EQ(is_open(row.to), !rests) << name_of(row.to);
    }
}

TEST(Consequences, AreStepsOfTheSystemThatDoNotHappenByThemselves) {
  for (const Consequence& row : kConsequences) {
    int found = 0;
    for (const Transition& step : lifecycle_of(row.then_kind)) {
      if (step.action != row.then) continue;
      ++found;
      EXPECT_TRUE(step.who.has(Role::system)) << name_of(row.then);
      EXPECT_FALSE(goes_by_itself(step)) << name_of(row.then);
    }
    EXPECT_GT(found, 0) << name_of(row.then);
  }
}

TEST(Consequences, ComeOfActionsThatTheirKindOfCaseHas) {
  for (const Consequence& row : kConsequences) {
    const Lifecycle rows = lifecycle_of(row.kind);
    EXPECT_NE(std::ranges::find(rows, row.action, &Transition::action), rows.end())
        << name_of(row.action);
  }
}

/// What the action brings about in a case of that kind.
std::vector<Action> brought_about(Action action, CaseKind then_kind) {
  std::vector<Action> steps;
  for (const Consequence& row : kConsequences)
    if (row.kind == CaseKind::order && row.action == action && row.then_kind == then_kind)
      steps.push_back(row.then);
  return steps;
}

/// An appended order has no end of its own: the one it was appended to brings the answer back.
TEST(Consequences, BringEveryEndOfAnOrderBackToItsMessage) {
  for (const Transition& row : kOrderLifecycle) {
    if (is_open(row.to) || row.to == State::archived) continue;
    const CaseKind to = row.to == State::appended ? CaseKind::order : CaseKind::message;
    EXPECT_EQ(brought_about(row.action, to).size(), 1) << name_of(row.action);
  }
}

/// R15: the message learns of it, and the deputy is asked to make the matter his own.
TEST(Consequences, AnEscalationReachesTheMessageAndBeginsASuggestion) {
  EXPECT_EQ(brought_about(Action::escalate, CaseKind::message), std::vector{Action::take_result});
  EXPECT_EQ(brought_about(Action::escalate, CaseKind::suggestion), std::vector{Action::propose});
}

/// R52: nothing is counted again but where a clock can run.
TEST(Recount, ReachesEveryOpenStateWithALimitAndIsTakenForANoticeOnly) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Transition& row : lifecycle_of(kind)) {
      if (row.action != Action::recount) continue;
      EXPECT_TRUE(is_open(row.from)) << name_of(row.from);
      EXPECT_EQ(row.from, row.to);
      EXPECT_FALSE(goes_by_itself(row));
    }
}

TEST(Queues, AreNamedOnceForARoleAndAKind) {
  for (const Queue& queue : kQueues)
    for (const Role role : all_of<Role>())
      if (queue.who.has(role)) {
        EXPECT_EQ(queue_of(account_of(role), queue.kind, queue.name), &queue) << queue.name;
      }
}

TEST(Queues, HoldStatesOfTheirKindOnly) {
  for (const Queue& queue : kQueues)
    for (const State state : all_of<State>())
      if (queue.states.has(state)) {
        EXPECT_TRUE(speaks_of(lifecycle_of(queue.kind), state))
            << queue.name << " " << name_of(state);
      }
}

/// R14: a reason may lack a channel (nobody handles secrets for you), never its words.
TEST(Reasons, SpeakBothLanguages) {
  for (const ReasonRow& row : kReasons) {
    EXPECT_FALSE(row.text.zh.empty() || row.text.en.empty()) << name_of(row.reason);
    EXPECT_EQ(row.channel.zh.empty(), row.channel.en.empty()) << name_of(row.reason);
  }
  const ReasonRow& emergency = kReasons[std::size_t(Reason::emergency)];
  for (const std::string_view number : {"110", "119", "120", "122"})
    EXPECT_NE(emergency.channel.zh.find(number), std::string_view::npos) << number;
  for (const BarReasonRow& row : kBarReasons)
    EXPECT_FALSE(row.text.zh.empty() || row.text.en.empty()) << name_of(row.reason);
}

}  // namespace
}  // namespace mashang::rules
