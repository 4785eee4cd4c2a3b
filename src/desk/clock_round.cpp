// Each case is loaded again on the writer's thread, where nothing can change it meanwhile.
#include "desk/clock_round.h"

#include <algorithm>

#include "desk/saving.h"
#include "rules/lifecycle.h"
#include "store/case_store.h"
#include "store/clock_store.h"

namespace mashang::desk {
namespace {

using store::Connection;

constexpr int kCasesARound = 200;

/// The clocks whose end makes a case move: those that a guard of a step by itself asks about.
std::vector<rules::Clock> moving_clocks() {
  std::uint32_t asked = 0;
  for (const rules::Lifecycle rows :
       {rules::lifecycle_of(rules::CaseKind::message), rules::lifecycle_of(rules::CaseKind::order)})
    for (const rules::Transition& row : rows) asked |= rules::clocks_asked(row.when);
  std::vector<rules::Clock> clocks;
  for (unsigned i = 0; i < rules::kClockCount; ++i)
    if ((asked & rules::bit(rules::Clock(i))) != 0) clocks.push_back(rules::Clock(i));
  return clocks;
}

std::vector<store::CaseRef> due_cases(Desk& desk, Instant now) {
  return desk.database.read([&](Connection& connection) {
    std::vector<store::CaseRef> due;
    for (const rules::Clock clock : moving_clocks())
      std::ranges::copy(store::cases_overdue(connection, clock, now, kCasesARound),
                        std::back_inserter(due));
    return due;
  });
}

std::vector<Change> move(const Desk& desk, Connection& connection, const store::CaseRef& ref,
                         Instant now) {
  const auto standing = store::load_case(connection, ref.kind, ref.id);
  if (!standing) return {};
  const cases::Decision decision = cases::run_by_itself(*standing, surroundings_of(desk), now);
  return decision.events.empty() ? std::vector<Change>{} : save(desk, connection, decision, now);
}

}  // namespace

int run_clock_round(Desk& desk) {
  const Instant now = desk.now();
  int moved = 0;
  for (const store::CaseRef& ref : due_cases(desk, now)) {
    const auto changes = desk.database.write(
        [&](Connection& connection) { return move(desk, connection, ref, now); });
    if (!changes) break;  // busy: the next round goes on
    if (!changes->empty()) desk.tell(*changes);
    moved += changes->empty() ? 0 : 1;
  }
  return moved;
}

}  // namespace mashang::desk
