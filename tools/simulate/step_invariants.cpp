// What holds of every single event: the case before it, the event, and the case after it.
#include "base/json.h"
#include "rules/lifecycle.h"
#include "simulate/invariants.h"

namespace mashang::simulate {
namespace {

using namespace cases;

std::string name_of(rules::Clock clock) { return std::string(json::enum_name(clock)); }

Fault counts_up(const Case& before, const Event& event, const Case& after) {
  const CaseHead& head = head_of(before);
  if (event.version != head.version + 1) return "version " + std::to_string(event.version);
  if (head_of(after).version != event.version) return "the case did not take its version";
  return {};
}

Fault is_a_row(const Case& before, const Event& event, const Case& after) {
  const rules::Transition* row =
      rules::find(rules::lifecycle_of(event.kind), event.from, event.action);
  if (event.from != head_of(before).state) return "it starts from another state";
  if (row == nullptr) return "there is no such row";
  if (!row->who.has(event.actor.role)) return "the row does not name who took it";
  if (row->to != event.to || head_of(after).state != event.to) return "it leads elsewhere";
  return {};
}

Fault time_goes_on(const Case& before, const Event& event, const Case& after) {
  if (event.at < head_of(before).updated_at) return "time ran back";
  return head_of(after).updated_at != event.at ? Fault("the case has another time") : Fault{};
}

/// The move of this run in the event, or nullptr.
const ClockMove* move_of(const ClockRun& run, const Event& event) {
  for (const ClockMove& move : event.moved)
    if (move.clock == run.clock && move.nth == run.nth) return &move;
  return nullptr;
}

Fault due_moves_on_record(const Case& before, const Event& event, const Case& after) {
  const auto& was = head_of(before).clocks;
  const auto& is = head_of(after).clocks;
  for (std::size_t i = 0; i < was.size() && i < is.size(); ++i) {
    const ClockMove* move = move_of(was[i], event);
    if (move == nullptr && is[i].due_at != was[i].due_at) return name_of(was[i].clock) + " moved";
    if (move == nullptr) continue;
    if (move->from != was[i].due_at) return "the move starts from another due time";
    if (move->to != is[i].due_at) return "the move leads to another due time";
    if (is[i].moves.size() != was[i].moves.size() + 1 || is[i].moves.back() != *move)
      return "the move is not on record";
  }
  return {};
}

Fault runs_are_kept(const Case& before, const Event&, const Case& after) {
  const auto& was = head_of(before).clocks;
  const auto& is = head_of(after).clocks;
  if (is.size() < was.size()) return "a run is gone";
  for (std::size_t i = 0; i < was.size(); ++i) {
    if (is[i].clock != was[i].clock || is[i].nth != was[i].nth || is[i].unit != was[i].unit ||
        is[i].started_at != was[i].started_at || is[i].basis != was[i].basis ||
        is[i].mode != was[i].mode)
      return name_of(was[i].clock) + " became another run";
    if (was[i].stopped_at && is[i].stopped_at != was[i].stopped_at)
      return name_of(was[i].clock) + " did not stay stopped";
  }
  return {};
}

/// R22, R52, R21: whatever else happens, what was late stays late.
bool may_make_timely(rules::Action action) {
  return action == rules::Action::grant_extension || action == rules::Action::recount ||
         action == rules::Action::change_category;
}

Fault late_stays_late(const Case& before, const Event& event, const Case& after) {
  const auto& was = head_of(before).clocks;
  const auto& is = head_of(after).clocks;
  if (may_make_timely(event.action)) return {};
  for (std::size_t i = 0; i < was.size() && i < is.size(); ++i)
    if (was[i].late(event.at) && !is[i].late(event.at))
      return name_of(was[i].clock) + " is in time again";
  return {};
}

Fault rulebook_stays(const Case& before, const Event& event, const Case& after) {
  const CaseHead& head = head_of(before);
  const bool same = head.version == 0 || event.rulebook == head.rulebook;
  return same && head_of(after).rulebook == event.rulebook ? Fault{}
                                                           : Fault("decided by another version");
}

Fault name_stays(const Case& before, const Event& event, const Case& after) {
  const CaseHead& was = head_of(before);
  const CaseHead& is = head_of(after);
  if (is.id != was.id || is.kind != was.kind || event.case_id != was.id) return "another case";
  if (is.number.empty()) return "it has no number";
  if (was.version > 0 && (is.number != was.number || is.created_at != was.created_at))
    return "its number or beginning changed";
  return {};
}

/// How many things of each sort are on record; none of them ever becomes fewer.
std::vector<std::size_t> record_of(const Case& standing) {
  if (const auto* message = std::get_if<Message>(&standing))
    return {message->additions.size(), message->answers.size()};
  const UnitWork& work = *work_of(standing);
  const std::vector<std::size_t> units{work.returns.size(), work.earlier.size(),
                                       work.progress.size()};
  std::vector<std::size_t> all = units;
  if (const auto* order = std::get_if<Order>(&standing))
    for (const std::size_t size :
         {order->extensions.size(), order->replies.size(), order->promises.size(),
          order->callbacks.size(), order->unit_callbacks.size(), order->sent_back.size(),
          order->supervisions.size(), order->addenda.size(), order->joined_messages.size()})
      all.push_back(size);
  if (const auto* suggestion = std::get_if<Suggestion>(&standing))
    for (const std::size_t size : {suggestion->signatories.size(), suggestion->replies.size(),
                                   suggestion->evaluations.size()})
      all.push_back(size);
  return all;
}

Fault record_grows(const Case& before, const Event&, const Case& after) {
  const auto was = record_of(before);
  const auto is = record_of(after);
  for (std::size_t i = 0; i < was.size(); ++i)
    if (is[i] < was[i]) return "something on record is gone";
  return {};
}

constexpr StepInvariant kInvariants[] = {
    {"versions count up by one", counts_up},
    {"each step is a row of the table, taken by whom it names", is_a_row},
    {"time never runs back", time_goes_on},
    {"due times change only by a move on record, from the former due time", due_moves_on_record},
    {"the runs of clocks stay, and what stopped stays stopped", runs_are_kept},
    {"late stays late but for an extension, a recount or another category", late_stays_late},
    {"a case keeps the rulebook it began under", rulebook_stays},
    {"a case keeps its number and its beginning", name_stays},
    {"nothing on record becomes fewer", record_grows},
};

}  // namespace

std::span<const StepInvariant> step_invariants() { return kInvariants; }

}  // namespace mashang::simulate
