// The three lifecycles by the kind of case, and what can be read off their tables alone: who holds
// a case in a state, which states are open, which steps a case takes by itself.
#pragma once

#include "rules/message_lifecycle.h"
#include "rules/order_lifecycle.h"
#include "rules/suggestion_lifecycle.h"

namespace mashang::rules {

constexpr Lifecycle lifecycle_of(CaseKind kind) {
  switch (kind) {
    case CaseKind::message: return kMessageLifecycle;
    case CaseKind::order: return kOrderLifecycle;
    case CaseKind::suggestion: return kSuggestionLifecycle;
  }
  return {};
}

/// R7: at every moment one role holds the case; a state at rest is held by nobody (system).
constexpr Role holder_of(State state) {
  switch (state) {
    case State::with_deputy:
    case State::result_back:
    case State::proposed:
    case State::drafted:
    case State::evaluating: return Role::deputy;
    case State::asked_back:
    case State::answered: return Role::resident;
    case State::with_station: return Role::station;
    case State::with_office:
    case State::filed:
    case State::registered: return Role::liaison_office;
    case State::at_hotline:
    case State::submitted:
    case State::accepted:
    case State::disputed: return Role::reviewer;
    case State::dispatched:
    case State::handling:
    case State::tracked:
    case State::referred:
    case State::promised: return Role::unit;
    case State::replied: return Role::callback;
    case State::blank:
    case State::withdrawn:
    case State::rejected:
    case State::appended:
    case State::escalated:
    case State::declined:
    case State::closed:
    case State::archived: return Role::system;
  }
  return Role::system;
}

/// Where one named deputy has the case and all the time he likes: a clock may run, but need not.
constexpr bool waits_without_limit(State state) {
  return state == State::with_deputy || state == State::result_back || state == State::drafted;
}

/// While the hotline has a message, its order says who really holds it.
constexpr bool follows_order(State state) { return state == State::at_hotline; }

/// R7: an answer that is on its way back; the resident reads it when the deputy has passed it on.
constexpr bool is_on_its_way(State state) { return state == State::result_back; }

/// R8: whether a message that was not looked at yet is new to this viewer.
constexpr bool waits_for_look(Role viewer, State state) {
  return viewer == Role::deputy && state == State::with_deputy;
}

/// R16: an order that went into another one, which then works for both.
inline constexpr State kJoinedState = State::appended;

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
    {CaseKind::order, Action::withdraw, CaseKind::message, Action::take_back},
    {CaseKind::order, Action::close, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::close_unreached, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::record, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::answer_on_line, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::tell_result, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::escalate, CaseKind::suggestion, Action::propose},
    {CaseKind::order, Action::escalate, CaseKind::message, Action::take_result},
    {CaseKind::order, Action::append, CaseKind::order, Action::take_addition},
});

constexpr bool follows_another_case(Action action) {
  for (const Consequence& row : kConsequences)
    if (row.then == action) return true;
  return false;
}

/// R52: only a new notice has due times counted again; neither time nor another case does.
constexpr bool follows_a_notice(Action action) { return action == Action::recount; }

/// A row of the system that waits for nothing else is taken as soon as its guards hold.
constexpr bool goes_by_itself(const Transition& row) {
  return row.who.has(Role::system) && !follows_another_case(row.action) &&
         !follows_a_notice(row.action);
}

}  // namespace mashang::rules
