// Looking a limit up.
#include "rules/rulebook.h"

#include <stdexcept>

namespace mashang::rules {

const LimitRow& Rulebook::limit(Clock clock, LimitClass of, Instant start) const {
  const LimitRow* best = nullptr;
  for (const LimitRow& row : limits) {
    if (row.clock != clock || start_of(row.from) > start) continue;
    if (row.of != of && row.of != LimitClass::any) continue;
    const bool closer = best == nullptr || (best->of == LimitClass::any && row.of == of);
    const bool newer = best != nullptr && best->of == row.of && row.from >= best->from;
    if (closer || newer) best = &row;
  }
  // The reader has seen to it that every clock has a limit from its first day on.
  if (best == nullptr) throw std::logic_error("the rulebook has no limit for a clock");
  return *best;
}

}  // namespace mashang::rules
