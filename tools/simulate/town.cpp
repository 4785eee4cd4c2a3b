// Decisions are saved with all they bring about in other cases, as one step.
#include "simulate/town.h"

#include <algorithm>

#include "cases/consequence.h"
#include "rules/lifecycle.h"

namespace mashang::simulate {
namespace {

using cases::Case;
using cases::Event;
using rules::Action;
using rules::CaseKind;

/// The clocks at whose end a case of this kind may move by itself.
constexpr std::uint32_t awaited(CaseKind kind) {
  std::uint32_t clocks = 0;
  for (const rules::Transition& row : rules::lifecycle_of(kind))
    if (rules::goes_by_itself(row)) clocks |= rules::clocks_awaited(row.when);
  return clocks;
}
constexpr std::uint32_t kAwaited[] = {awaited(CaseKind::message), awaited(CaseKind::order),
                                      awaited(CaseKind::suggestion)};

bool is_awaited(CaseKind kind, rules::Clock clock) {
  return (kAwaited[std::size_t(kind)] & rules::bit(clock)) != 0;
}

bool begins(Action action) { return action == Action::submit || action == Action::propose; }

std::string_view prefix_of(CaseKind kind) {
  switch (kind) {
    case CaseKind::message: return "LY";
    case CaseKind::order: return "GD";
    case CaseKind::suggestion: break;
  }
  return "JY";
}

}  // namespace

std::string Town::number_of(CaseKind kind, std::int64_t id, Instant now) const {
  return std::string(prefix_of(kind)) + format_day(day_of(now)) + "-" + std::to_string(id);
}

Result<Changes, rules::Refusal> Town::begin(CaseKind kind, cases::Command command, Instant now) {
  const std::int64_t id = last_id_ + 1;
  if (auto* send = std::get_if<cases::Send>(&command.input))
    send->sender.number = number_of(kind, id, now);
  if (auto* draft = std::get_if<cases::Drafted>(&command.input))
    draft->author.number = number_of(kind, id, now);
  const Case blank = cases::blank_case(kind, id);
  auto decision = cases::decide(blank, command, around(blank, command), now);
  if (!decision) return Failure{decision.error()};
  Changes changes;
  save(*std::move(decision), changes, now);
  return changes;
}

Result<Changes, rules::Refusal> Town::act(std::int64_t id, const cases::Command& command,
                                          Instant now) {
  const Case& standing = at(id);
  auto decision = cases::decide(standing, command, around(standing, command), now);
  if (!decision) return Failure{decision.error()};
  Changes changes;
  save(*std::move(decision), changes, now);
  if (command.action == Action::link)
    ask_others_of(std::get<cases::Earlier>(command.input).matter, changes, now);
  return changes;
}

void Town::ask_others_of(OrderId matter, Changes& changes, Instant now) {
  const auto reached = [&](const rules::Rulebook& book) {
    return orders_of(matter) >= book.same_matter_orders_count;
  };
  if (std::ranges::none_of(city_->rulebooks.all(), reached)) return;
  for (const std::int64_t id : std::vector<std::int64_t>(open_)) {
    const auto* order = std::get_if<cases::Order>(&at(id));
    if (order != nullptr && (order->matter == matter || id == matter.value))
      move_by_itself(id, changes, now);
  }
}

Changes Town::time_passes(Instant now) {
  Changes changes;
  while (!timers_.empty() && timers_.top().due < now) {
    const Timer timer = timers_.top();
    timers_.pop();
    const Case* standing = find(timer.id);
    if (standing == nullptr) continue;
    const bool runs = std::ranges::any_of(
        cases::head_of(*standing).clocks,
        [&](const cases::ClockRun& run) { return run.running() && run.due_at == timer.due; });
    if (runs) move_by_itself(timer.id, changes, now);
  }
  return changes;
}

Changes Town::ask_all(Instant now) {
  Changes changes;
  for (const std::int64_t id : std::vector<std::int64_t>(open_)) move_by_itself(id, changes, now);
  return changes;
}

Changes Town::recount_all(Instant now) {
  Changes changes;
  for (const std::int64_t id : std::vector<std::int64_t>(open_)) {
    const Case& standing = at(id);
    cases::Decision decision = cases::recount(standing, around(standing, {}), now);
    if (!decision.events.empty()) save(std::move(decision), changes, now);
  }
  return changes;
}

void Town::replay(std::span<const Event> events) {
  for (const Event& event : events) {
    const auto place = cases_.try_emplace(event.case_id).first;
    if (event.version == 1) place->second = cases::blank_case(event.kind, event.case_id);
    cases::apply(place->second, event);
    note(event);
  }
}

const Case* Town::find(std::int64_t id) const {
  const auto found = cases_.find(id);
  return found == cases_.end() ? nullptr : &found->second;
}

const Case& Town::at(std::int64_t id) const {
  const Case* standing = find(id);
  if (standing == nullptr) throw Contradiction(id, "a case is not there");
  return *standing;
}

const cases::Order* Town::order_of(MessageId message) const {
  const auto first = order_of_message_.find(message.value);
  if (first == order_of_message_.end()) return nullptr;
  const auto* order = std::get_if<cases::Order>(find(first->second));
  while (order != nullptr && order->head.state == rules::State::appended)
    order = std::get_if<cases::Order>(find(order->earlier.value().order.value));
  return order;
}

bool Town::operator==(const Town& other) const {
  return last_id_ == other.last_id_ && cases_ == other.cases_ && open_ == other.open_ &&
         order_of_message_ == other.order_of_message_ && linked_ == other.linked_;
}

void Town::save(cases::Decision decision, Changes& changes, Instant now) {
  const std::int64_t id = cases::head_of(decision.after).id;
  changes.reserve(4);  // as many cases as one deed mostly touches
  for (const Event& event : decision.events) note(event);
  Case& standing = cases_.try_emplace(id).first->second;
  if (decision.events.front().version == 1)
    standing = cases::blank_case(decision.events.front().kind, id);
  std::swap(standing, decision.after);
  changes.push_back({std::move(decision.after), std::move(decision.events)});
  const std::size_t index = changes.size() - 1;
  for (std::size_t i = 0; i < changes[index].events.size(); ++i)
    for (const rules::Consequence& row : rules::kConsequences) {
      const Event& event = changes[index].events[i];
      if (row.kind != event.kind || row.action != event.action) continue;
      const Event kept = event;  // what follows may move the list
      follow(row, id, kept, changes, now);
    }
}

void Town::follow(const rules::Consequence& row, std::int64_t id, const Event& event,
                  Changes& changes, Instant now) {
  const Case& from = at(id);
  if (begins(row.then)) {
    const std::int64_t next = last_id_ + 1;
    cases_.emplace(next, cases::blank_case(row.then_kind, next));
    return go_on(next, row.then,
                 cases::input_for(from, event, row.then, number_of(row.then_kind, next, now)),
                 changes, now);
  }
  const auto& order = std::get<cases::Order>(from);
  if (row.then_kind == CaseKind::order)
    return go_on(order.earlier.value().order.value, row.then,
                 cases::input_for(from, event, row.then, ""), changes, now);
  for (const MessageId message : order.messages())
    go_on(message.value, row.then, cases::input_for(from, event, row.then, ""), changes, now);
}

void Town::go_on(std::int64_t id, Action then, cases::Input input, Changes& changes, Instant now) {
  const Case& standing = at(id);
  const cases::Command command{then, cases::Actor{}, std::move(input)};
  auto decision = cases::decide(standing, command, around(standing, command), now);
  if (!decision)
    throw Contradiction(
        id, "what another case brings about was refused: " + std::string(decision.error().code));
  save(*std::move(decision), changes, now);
}

void Town::move_by_itself(std::int64_t id, Changes& changes, Instant now) {
  const Case& standing = at(id);
  cases::Decision decision = cases::run_by_itself(standing, around(standing, {}), now);
  if (!decision.events.empty()) save(std::move(decision), changes, now);
}

void Town::note(const Event& event) {
  if (event.version == 1) last_id_ = std::max(last_id_, event.case_id);
  note_whether_open(event);
  if (const auto* submit = std::get_if<cases::Submit>(&event.input))
    order_of_message_[submit->message.value] = event.case_id;
  if (event.action == Action::link) note_matter(event);
  for (const cases::ClockRun& run : event.started)
    if (is_awaited(event.kind, run.clock)) timers_.push({run.due_at, event.case_id});
  for (const cases::ClockMove& move : event.moved)
    if (is_awaited(event.kind, move.clock)) timers_.push({move.to, event.case_id});
}

void Town::note_matter(const Event& event) {
  std::int64_t& matter = matter_of_[event.case_id];
  if (matter != 0) --linked_[matter];
  matter = std::get<cases::Earlier>(event.input).matter.value;
  ++linked_[matter];
}

void Town::note_whether_open(const Event& event) {
  const bool was_open = rules::is_open(event.from);
  if (rules::is_open(event.to) == was_open) return;
  if (!was_open) {
    place_in_open_[event.case_id] = open_.size();
    open_.push_back(event.case_id);
    return;
  }
  const auto place = place_in_open_.find(event.case_id);
  open_[place->second] = open_.back();
  place_in_open_[open_.back()] = place->second;
  open_.pop_back();
  place_in_open_.erase(place);
}

}  // namespace mashang::simulate
