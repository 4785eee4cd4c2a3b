// Looking a limit up.
#include "rules/rulebook.h"

#include <algorithm>
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

const ReplyCode* Rulebook::reply_code(std::string_view code) const {
  const auto found = std::ranges::find(reply_codes, code, &ReplyCode::code);
  return found == reply_codes.end() ? nullptr : &*found;
}

const Rulebook& Rulebooks::in_force(Instant now) const {
  const Rulebook* found = &versions_.front();
  for (const Rulebook& book : versions_)
    if (start_of(book.from) <= now) found = &book;
  return *found;
}

const Rulebook& Rulebooks::version(int number) const {
  for (const Rulebook& book : versions_)
    if (book.version == number) return book;
  return versions_.front();
}

}  // namespace mashang::rules
