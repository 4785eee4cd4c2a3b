// The ladder of refusals: the row, then the role, then the guards in their order.
#include "rules/judge.h"

#include <boost/describe/enum_to_string.hpp>

namespace mashang::rules {
namespace {

constexpr Text2 kNotYours{"这一步不由您办理。", "This step is not yours to take."};
constexpr Text2 kNotFromHere{
    "现在的状态下不能这样办理，请先查看最新情况。",
    "This can't be done from where the case stands now. Look at it again first."};

/// No row: the role takes the action from another state, or never. The article is that of the row
/// that gives the action to the role, else to anybody; for an action that such a case never sees,
/// that of its beginning.
Refusal without_row(Lifecycle rows, Role role, Action action) {
  const Transition* anybodys = nullptr;
  for (const Transition& row : rows) {
    if (row.action != action) continue;
    if (row.who.has(role)) return {"not_from_here", kNotFromHere, &row.basis};
    if (anybodys == nullptr) anybodys = &row;
  }
  return {"not_yours", kNotYours, &(anybodys == nullptr ? rows.front() : *anybodys).basis};
}

}  // namespace

Result<const Transition*, Refusal> judge(Lifecycle rows, State state, Role role, Action action,
                                         const Facts& facts) {
  const Transition* row = find(rows, state, action);
  if (row == nullptr) return Failure{without_row(rows, role, action)};
  if (!row->who.has(role)) return Failure{Refusal{"not_yours", kNotYours, &row->basis}};
  for (const GuardRule& rule : kGuards)
    if (row->when.has(rule.guard) && !rule.holds(facts))
      return Failure{
          Refusal{boost::describe::enum_to_string(rule.guard, "guard"), rule.refusal, &rule.basis}};
  return row;
}

}  // namespace mashang::rules
