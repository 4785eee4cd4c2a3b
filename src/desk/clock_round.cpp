// Each case is loaded again on the writer's thread, where nothing can change it meanwhile.
#include "desk/clock_round.h"

#include <algorithm>

#include "base/json.h"
#include "desk/clock_warnings.h"
#include "desk/erasure.h"
#include "desk/saving.h"
#include "rules/clocks.h"
#include "rules/lifecycle.h"
#include "store/case_store.h"
#include "store/clock_store.h"
#include "store/message_store.h"

namespace mashang::desk {
namespace {

using store::Connection;

constexpr int kCasesARound = 200;

/// The windows whose end makes a case move. Limits move theirs when their end is told, once
/// (clock_warnings.h): an overdue limit may run on for months, a window that ended never does.
std::vector<rules::Clock> moving_windows() {
  std::uint32_t awaited = 0;
  for (const auto& kind : json::kEnumerators<rules::CaseKind>)
    for (const rules::Transition& row : rules::lifecycle_of(kind.value))
      if (rules::goes_by_itself(row)) awaited |= rules::clocks_awaited(row.when);
  std::vector<rules::Clock> clocks;
  for (unsigned i = 0; i < rules::kClockCount; ++i)
    if (rules::is_window(rules::Clock(i)) && (awaited & rules::bit(rules::Clock(i))) != 0)
      clocks.push_back(rules::Clock(i));
  return clocks;
}

std::vector<store::CaseRef> due_cases(Desk& desk, Instant now) {
  return desk.database.read([&](Connection& connection) {
    std::vector<store::CaseRef> due = store::cases_of_ended_deputies(connection, kCasesARound);
    for (const rules::Clock clock : moving_windows())
      std::ranges::copy(store::cases_overdue(connection, clock, now, kCasesARound),
                        std::back_inserter(due));
    return due;
  });
}

std::vector<Change> move(const Desk& desk, Connection& connection, const store::CaseRef& ref,
                         Instant now) {
  const auto standing = store::load_case(connection, ref.kind, ref.id);
  if (!standing) return {};
  const cases::Decision decision =
      cases::run_by_itself(*standing, surroundings_of(desk, connection, *standing), now);
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
  return moved + give_warnings(desk) + carry_out_erasures(desk);
}

}  // namespace mashang::desk
