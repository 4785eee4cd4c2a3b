// The ladder of refusals: the row, then the role, then the guards in their order.
#include "rules/judge.h"

#include <boost/describe/enum_to_string.hpp>

namespace mashang::rules {
namespace {

constexpr Refusal kNotYours{
    "not_yours", {"这一步不由您办理。", "This step is not yours to take."}, &law::deputies_law_31};
constexpr Refusal kNotFromHere{"not_from_here",
                               {"现在的状态下不能这样办理，请先查看最新情况。",
                                "This can't be done from where the case stands now. Look at it again first."},
                               &law::way_back};

bool ever_takes(Lifecycle rows, Role role, Action action) {
  for (const Transition& row : rows)
    if (row.action == action && row.who.has(role)) return true;
  return false;
}

}  // namespace

Result<const Transition*, Refusal> judge(Lifecycle rows, State state, Role role, Action action,
                                         const Facts& facts) {
  const Transition* row = find(rows, state, action);
  if (row == nullptr) return Failure{ever_takes(rows, role, action) ? kNotFromHere : kNotYours};
  if (!row->who.has(role)) return Failure{kNotYours};
  for (const GuardRule& rule : kGuards)
    if (row->when.has(rule.guard) && !rule.holds(facts))
      return Failure{Refusal{boost::describe::enum_to_string(rule.guard, "guard"), rule.refusal,
                             &rule.basis}};
  return row;
}

}  // namespace mashang::rules
