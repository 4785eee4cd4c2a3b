// All invariants lie in one row of counters: of cases, of steps, of the town, of whole lives.
#include "simulate/inspector.h"

#include <algorithm>

namespace mashang::simulate {
namespace {

constexpr std::string_view kWholes[] = {
    "what is refused changes nothing",
    "what is not allowed is refused",
    "a refusal has its code, its sentence and its article",
    "a case is what its events make of it",
    "nothing that began is lost",
    "no number is given twice",
    "a town built anew from its events is the same town",
    "every case can be brought to its end",
    "the same seed gives the same history",
};
static_assert(std::size(kWholes) == std::size_t(Whole::same_seed_same_history) + 1);

std::size_t first_step() { return case_invariants().size(); }
std::size_t first_town() { return first_step() + step_invariants().size(); }
std::size_t first_whole() { return first_town() + town_invariants().size(); }

}  // namespace

Inspector::Inspector() {
  for (const CaseInvariant& one : case_invariants()) counts_.push_back({one.name});
  for (const StepInvariant& one : step_invariants()) counts_.push_back({one.name});
  for (const TownInvariant& one : town_invariants()) counts_.push_back({one.name});
  for (const std::string_view name : kWholes) counts_.push_back({name});
}

void Inspector::look_at(const Town& town, const Changes& changes, Instant now) {
  std::set<std::int64_t> touched;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const std::int64_t id = change->events.front().case_id;
    look_at_steps(town, *change, touched.insert(id).second);
  }
  for (const std::int64_t id : touched) look_at_touched(town, town.at(id), now);
}

void Inspector::look_at_steps(const Town& town, const Change& change, bool is_last) {
  cases::Case before = change.before;
  for (const cases::Event& event : change.events) {
    cases::Case after = before;
    cases::apply(after, event);
    for (std::size_t i = 0; i < step_invariants().size(); ++i)
      note(first_step() + i, step_invariants()[i].fault(before, event, after), event.case_id);
    before = std::move(after);
  }
  const std::int64_t id = cases::head_of(before).id;
  if (is_last) check(Whole::case_is_its_events, before == town.at(id), id, "they differ");
}

void Inspector::look_at_case(const cases::Case& standing, const rules::Rulebooks& books) {
  const cases::CaseHead& head = cases::head_of(standing);
  const rules::Rulebook& book = books.version(head.rulebook);
  for (std::size_t i = 0; i < case_invariants().size(); ++i)
    note(i, case_invariants()[i].fault(standing, book), head.id);
}

void Inspector::look_at_touched(const Town& town, const cases::Case& standing, Instant now) {
  look_at_case(standing, town.city().rulebooks);
  for (std::size_t i = 0; i < town_invariants().size(); ++i)
    note(first_town() + i, town_invariants()[i].fault(town, standing, now),
         cases::head_of(standing).id);
}

void Inspector::look_at_all(const Town& town, Instant now) {
  std::set<std::string> numbers;
  for (std::int64_t id = 1; id <= town.last_id(); ++id) {
    const cases::Case* standing = town.find(id);
    check(Whole::nothing_is_lost, standing != nullptr, id, "it is gone");
    check(Whole::numbers_are_unique, numbers.insert(cases::head_of(*standing).number).second, id,
          cases::head_of(*standing).number);
    look_at_touched(town, *standing, now);
  }
}

void Inspector::check(Whole invariant, bool holds, std::int64_t case_id, std::string_view what) {
  note(first_whole() + std::size_t(invariant), holds ? Fault{} : Fault(std::string(what)), case_id);
}

void Inspector::note(std::size_t index, const Fault& fault, std::int64_t case_id) {
  ++counts_[index].checks_count;
  if (fault) throw Breach(counts_[index].name, case_id, *fault);
}

}  // namespace mashang::simulate
