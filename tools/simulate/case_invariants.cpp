// What holds of one case at every moment.
#include <algorithm>
#include <set>

#include "base/json.h"
#include "rules/clocks.h"
#include "rules/lifecycle.h"
#include "simulate/invariants.h"

namespace mashang::simulate {
namespace {

using namespace cases;
using rules::Clock;
using rules::State;

std::string name_of(Clock clock) { return std::string(json::enum_name(clock)); }

bool has_stopped_with_unit(State state) {
  return state == State::replied || state == State::disputed || state == State::archived ||
         state == State::evaluating || state == State::promised || state == State::closed;
}

bool is_with_unit(State state) {
  return state == State::dispatched || state == State::handling || state == State::tracked ||
         state == State::replied || state == State::disputed || state == State::referred ||
         state == State::evaluating || state == State::promised;
}

Fault somebody_is_bound(const Case& standing, const rules::Rulebook&) {
  const CaseHead& head = head_of(standing);
  if (!rules::is_open(head.state) || rules::follows_order(head.state)) return {};
  const bool owned = std::ranges::any_of(head.clocks, [](const ClockRun& run) {
    return run.running() && rules::owner_of(run.clock) != rules::Role::system;
  });
  if (owned) return {};
  if (!rules::waits_without_limit(head.state)) return "nobody is bound by any clock";
  if (!parties_of(standing).deputy) return "it waits for nobody in particular";
  return {};
}

Fault rest_is_rest(const Case& standing, const rules::Rulebook&) {
  const CaseHead& head = head_of(standing);
  if (rules::is_open(head.state)) return {};
  for (const ClockRun& run : head.clocks)
    if (run.running()) return name_of(run.clock) + " runs on";
  return {};
}

Fault due_after_start(const Case& standing, const rules::Rulebook&) {
  for (const ClockRun& run : head_of(standing).clocks)
    if (run.due_at <= run.started_at) return name_of(run.clock) + " is due before it starts";
  return {};
}

Fault warned_on_the_way(const Case& standing, const rules::Rulebook&) {
  for (const ClockRun& run : head_of(standing).clocks)
    if (run.half_at <= run.started_at || run.four_fifths_at < run.half_at ||
        run.due_at <= run.four_fifths_at)
      return name_of(run.clock) + " warns outside its time";
  return {};
}

Fault stopped_after_start(const Case& standing, const rules::Rulebook&) {
  for (const ClockRun& run : head_of(standing).clocks)
    if (run.stopped_at && *run.stopped_at < run.started_at)
      return name_of(run.clock) + " stopped before it started";
  return {};
}

Fault runs_once_at_a_time(const Case& standing, const rules::Rulebook&) {
  std::set<std::pair<Clock, UnitId>> running;
  for (const ClockRun& run : head_of(standing).clocks)
    if (run.running() && !running.insert({run.clock, run.unit}).second)
      return name_of(run.clock) + " runs twice";
  return {};
}

Fault runs_are_counted(const Case& standing, const rules::Rulebook&) {
  std::array<int, rules::kClockCount> counts{};
  for (const ClockRun& run : head_of(standing).clocks)
    if (run.nth != ++counts[std::size_t(run.clock)])
      return "run " + std::to_string(run.nth) + " of " + name_of(run.clock) + " out of its turn";
  return {};
}

Fault answer_owed(const Message& message) {
  if (message.head.state == State::withdrawn && message.acted) return "withdrawn from under work";
  if (message.head.state != State::closed) return {};
  if (message.answers.empty()) return "closed without an answer";
  return message.result ? Fault("closed with a result not passed on") : Fault{};
}

Fault answer_owed(const Order& order) {
  const bool told = !order.replies.empty() || !order.outcome.empty();
  switch (order.head.state) {
    case State::closed:
    case State::archived: return told ? Fault{} : Fault("closed without a word to the resident");
    case State::escalated:
      return order.outcome.empty() ? Fault("escalated without a reason") : Fault{};
    case State::rejected: return order.rejection ? Fault{} : Fault("rejected without a reason");
    case State::appended: return order.earlier ? Fault{} : Fault("appended to nothing");
    default: return {};
  }
}

Fault answer_owed(const Suggestion& suggestion) {
  if (suggestion.head.state == State::declined && suggestion.declined.empty())
    return "declined without a reason";
  if (suggestion.head.state != State::closed) return {};
  if (suggestion.replies.empty()) return "closed without a reply";
  const Evaluation* evaluation = suggestion.evaluation();
  const bool dissatisfied =
      evaluation != nullptr && evaluation->score == rules::Score::dissatisfied;
  return dissatisfied ? Fault("closed over a dissatisfied deputy") : Fault{};
}

Fault no_answer_owed(const Case& standing, const rules::Rulebook&) {
  return std::visit([](const auto& one) { return answer_owed(one); }, standing);
}

bool absences_explained(const Order& order) {
  return std::ranges::any_of(order.replies, [](const auto& r) { return !r.absences.empty(); }) ||
         std::ranges::any_of(order.promises, [](const auto& p) { return !p.absences.empty(); });
}

bool absences_explained(const Suggestion& suggestion) {
  return std::ranges::any_of(suggestion.replies,
                             [](const auto& reply) { return !reply.absences.empty(); });
}

Fault no_assistance_owed(const Case& standing, const rules::Rulebook&) {
  const UnitWork* work = work_of(standing);
  if (work == nullptr || !has_stopped_with_unit(head_of(standing).state)) return {};
  const auto* order = std::get_if<Order>(&standing);
  const bool explained = order != nullptr ? absences_explained(*order)
                                          : absences_explained(std::get<Suggestion>(standing));
  if (!work->assistance_owed() || explained) return {};
  return "an assisting unit's part is missing and nobody says why";
}

Fault no_promise_left(const Case& standing, const rules::Rulebook&) {
  if (rules::is_open(head_of(standing).state)) return {};
  if (const auto* order = std::get_if<Order>(&standing)) {
    if (order->promises.empty() || order->head.state == State::escalated) return {};
    const bool kept =
        !order->replies.empty() && order->replies.back().at >= order->promises.back().at;
    return kept ? Fault{} : Fault("closed with a promise open");
  }
  const auto* suggestion = std::get_if<Suggestion>(&standing);
  if (suggestion == nullptr || suggestion->replies.empty()) return {};
  return suggestion->replies.back().promises ? Fault("closed with a promise open") : Fault{};
}

Fault supervised_on_record(const Case& standing, const rules::Rulebook& book) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr) return {};
  const bool runs = order->head.running(Clock::supervision_limit) != nullptr;
  if (runs != (order->supervision() != nullptr)) return "its clock and its record differ";
  for (std::size_t i = 0; i + 1 < order->supervisions.size(); ++i)
    if (!order->supervisions[i].ended_at) return "two supervisions go on at once";
  for (const Supervision& one : order->supervisions)
    if (one.level > book.supervision_level_max) return "it rose above the highest level";
  return {};
}

Fault supervised_once_for_each_cause(const Case& standing, const rules::Rulebook&) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr) return {};
  std::set<std::pair<rules::SupervisionCause, int>> seen;
  for (const Supervision& supervision : order->supervisions)
    for (const NthCause& ref : supervision.causes)
      if (ref.cause != rules::SupervisionCause::by_hand &&
          !seen.insert({ref.cause, ref.nth}).second)
        return "supervised twice for " + std::string(json::enum_name(ref.cause));
  return {};
}

Fault extended_within_bounds(const Case& standing, const rules::Rulebook& book) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr) return {};
  int granted = 0;
  for (const Extension& one : order->extensions) granted += one.granted == true ? 1 : 0;
  if (granted > book.extension_count_max) return "extended too often";
  const bool waits = order->head.running(Clock::extension_decision) != nullptr;
  const bool asked = !order->extensions.empty() && !order->extensions.back().granted;
  return waits && !asked ? Fault("a decision is waited for that nobody asked for") : Fault{};
}

Fault returned_within_bounds(const Case& standing, const rules::Rulebook&) {
  const UnitWork* work = work_of(standing);
  if (work == nullptr) return {};
  std::set<UnitId> refused;
  for (const Return& one : work->returns) {
    if (refused.contains(one.unit)) return "asked for again after it was refused";
    if (one.granted == false) refused.insert(one.unit);
  }
  return {};
}

Fault redone_within_bounds(const Case& standing, const rules::Rulebook& book) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr || order->redo_count() <= book.redo_count_max) return {};
  return "redone " + std::to_string(order->redo_count()) + " times";
}

Fault units_are_named(const Case& standing, const rules::Rulebook&) {
  const UnitWork* work = work_of(standing);
  if (work == nullptr) return {};
  if (is_with_unit(head_of(standing).state) && !work->unit) return "no unit has it";
  std::set<UnitId> units{work->unit};
  for (const Assistance& one : work->assisting)
    if (!units.insert(one.unit).second) return "a unit has two parts in it";
  return {};
}

Fault signed_once(const Case& standing, const rules::Rulebook&) {
  const auto* suggestion = std::get_if<Suggestion>(&standing);
  if (suggestion == nullptr) return {};
  std::set<DeputyId> signed_by{suggestion->author.deputy};
  for (const JointSignatory& one : suggestion->signatories)
    if (!signed_by.insert(one.deputy).second) return "a deputy signs twice";
  return {};
}

Fault judged_after_the_fact(const Case& standing, const rules::Rulebook&) {
  const auto* message = std::get_if<Message>(&standing);
  if (message != nullptr && message->rating && message->answers.empty())
    return "rated before it was answered";
  const auto* order = std::get_if<Order>(&standing);
  if (order != nullptr && !order->callbacks.empty() && order->replies.empty())
    return "called back before it was replied to";
  const auto* suggestion = std::get_if<Suggestion>(&standing);
  if (suggestion != nullptr && suggestion->evaluations.size() > suggestion->replies.size())
    return "evaluated more often than replied to";
  return {};
}

constexpr CaseInvariant kInvariants[] = {
    {"an open case has a running clock with an owner, or waits for a named person",
     somebody_is_bound},
    {"a case at rest has no running clock", rest_is_rest},
    {"no clock is due before it starts", due_after_start},
    {"a clock warns between its start and its end", warned_on_the_way},
    {"no clock stops before it starts", stopped_after_start},
    {"no clock runs twice at a time", runs_once_at_a_time},
    {"the runs of a clock are counted from 1", runs_are_counted},
    {"no case ends with an answer owed", no_answer_owed},
    {"no assisting unit owes its part without explanation", no_assistance_owed},
    {"no case ends with a promise open", no_promise_left},
    {"supervision is on record exactly while its clock runs", supervised_on_record},
    {"nothing is supervised twice for one cause", supervised_once_for_each_cause},
    {"extensions are asked for before they are decided, and no more than allowed",
     extended_within_bounds},
    {"a refused return is not asked for again", returned_within_bounds},
    {"nothing is redone more often than allowed", redone_within_bounds},
    {"whoever works on a case is named, each once", units_are_named},
    {"nobody signs a suggestion twice", signed_once},
    {"nothing is judged before it was answered", judged_after_the_fact},
};

}  // namespace

std::span<const CaseInvariant> case_invariants() { return kInvariants; }

}  // namespace mashang::simulate
