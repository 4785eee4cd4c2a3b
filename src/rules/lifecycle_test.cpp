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
    const Lifecycle rows = lifecycle_of(row.then_kind);
    const auto found = std::ranges::find(rows, row.then, &Transition::action);
    ASSERT_NE(found, rows.end()) << name_of(row.then);
    EXPECT_TRUE(found->who.has(Role::system)) << name_of(row.then);
    EXPECT_FALSE(goes_by_itself(*found)) << name_of(row.then);
  }
}

TEST(Consequences, BringEveryEndOfAnOrderBackToItsMessage) {
  for (const Transition& row : kOrderLifecycle)
    if (row.to == State::closed || row.to == State::rejected) {
      EXPECT_NE(consequence_of(CaseKind::order, row.action), nullptr) << name_of(row.action);
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
}

}  // namespace
}  // namespace mashang::rules
