// Both lifecycles by the kind of case, and what can be read off their tables alone: who holds a
// case in a state, which states are open, which steps a case takes by itself.
#pragma once

#include "rules/message_lifecycle.h"
#include "rules/order_lifecycle.h"

namespace mashang::rules {

constexpr Lifecycle lifecycle_of(CaseKind kind) {
  return kind == CaseKind::message ? Lifecycle(kMessageLifecycle) : Lifecycle(kOrderLifecycle);
}

/// R7: at every moment one role holds the case; a state at rest is held by nobody (system).
constexpr Role holder_of(State state) {
  switch (state) {
    case State::with_deputy:
    case State::result_back: return Role::deputy;
    case State::asked_back:
    case State::answered: return Role::resident;
    case State::with_station: return Role::station;
    case State::with_office: return Role::liaison_office;
    case State::at_hotline:
    case State::submitted:
    case State::accepted:
    case State::disputed: return Role::reviewer;
    case State::dispatched:
    case State::handling: return Role::unit;
    case State::replied: return Role::callback;
    case State::blank:
    case State::withdrawn:
    case State::rejected:
    case State::closed:
    case State::archived: return Role::system;
  }
  return Role::system;
}

/// While the hotline has a message, its order says who really holds it.
constexpr bool follows_order(State state) { return state == State::at_hotline; }

/// R7: an answer that is on its way back; the resident reads it when the deputy has passed it on.
constexpr bool is_on_its_way(State state) { return state == State::result_back; }

/// R8: whether a message that was not looked at yet is new to this viewer.
constexpr bool waits_for_look(Role viewer, State state) {
  return viewer == Role::deputy && state == State::with_deputy;
}

constexpr bool is_open(State state) { return holder_of(state) != Role::system; }

/// What one case's event brings about in the other: an event of `kind` by `action` makes the linked
/// case of `then_kind` do `then` (R6, R7). An order that `submit`s is made by the same step.
struct Consequence {
  CaseKind kind;
  Action action;
  CaseKind then_kind;
  Action then;
};

inline constexpr auto kConsequences = std::to_array<Consequence>({
    {CaseKind::message, Action::pass_on_hotline, CaseKind::order, Action::submit},
    {CaseKind::order, Action::reject, CaseKind::message, Action::take_rejection},
    {CaseKind::order, Action::close, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::close_unreached, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::record, CaseKind::message, Action::take_result},
});

constexpr const Consequence* consequence_of(CaseKind kind, Action action) {
  for (const Consequence& row : kConsequences)
    if (row.kind == kind && row.action == action) return &row;
  return nullptr;
}

/// A row of the system that waits for no other case is taken as soon as its guards hold.
constexpr bool goes_by_itself(const Transition& row) {
  if (!row.who.has(Role::system)) return false;
  for (const Consequence& consequence : kConsequences)
    if (consequence.then == row.action) return false;
  return true;
}

}  // namespace mashang::rules
