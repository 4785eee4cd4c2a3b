// judge: the one place where the tables are asked whether an action may be taken. Pure; the answer
// is the row that allows it, or the refusal with its code, sentence and citation.
#pragma once

#include "base/result.h"
#include "rules/transition.h"

namespace mashang::rules {

/// A rule says no. `code` is stable and part of the API; `basis` points to a static citation.
struct Refusal {
  std::string_view code;
  Text2 text;
  const Citation* basis = nullptr;
};

/// `not_yours`: the role never takes this action, or not here. `not_from_here`: nobody takes it
/// from this state. Otherwise the code of the first guard that does not hold.
Result<const Transition*, Refusal> judge(Lifecycle rows, State state, Role role, Action action,
                                         const Facts& facts);

}  // namespace mashang::rules
