// The life of a hotline work order (工单). Read a row as one sentence of the regulation:
//   an order that is <from> may, by <action> of <who>, if <when>, become <to>; then <clocks>.
// How long each clock runs: data/limits/. What each guard asks: guards.h. Where it says so: law/.
#pragma once

#include <array>

#include "rules/checks.h"

namespace mashang::rules {

// clang-format off
inline constexpr auto kOrderLifecycle = [] {
  using enum State; using enum Action; using enum Role; using enum Guard; using enum Clock;
  // Reviewed, the order waits for its dispatch; dispatched, it is to be signed for and to be handled,
  // and both limits count from then; sent back, the unit works under the limit of a redo.
  constexpr Clocks reviewed = stop(review_limit);
  constexpr Clocks with_unit = start(sign_limit) + start(work_limit);
  constexpr Clocks sent_back = stop(callback_limit) + start(redo_limit);
  // A reply ends whichever limit the unit works under: the first one, or that of a redo.
  constexpr Clocks worked = stop(work_limit) + stop(redo_limit);
  return std::to_array<Transition>({
  // Intake (受理; R6, R12, R14, R27). The hotline reviews a text order before it is an order.
  { blank,      submit,          system,              always,              submitted,  start(review_limit), law::passing_on },
  { submitted,  accept,          reviewer,            needs_handling,      accepted,   reviewed + start(dispatch_limit), law::scope },
  { submitted,  reject,          reviewer,            always,              rejected,   reviewed, law::out_of_scope },
  { submitted,  record,          reviewer,            is_praise,           closed,     reviewed, law::praise },

  // Dispatch and signing (转派, 签收; R17, R18, R21): the work limit counts from dispatch, not from signing.
  { accepted,   dispatch,        reviewer,            unit_known,          dispatched, stop(dispatch_limit) + with_unit, law::routing },
  { dispatched, sign_for,        unit,                always,              handling,   stop(sign_limit), law::sign_for },

  // Reply (答复; R23). Nobody replies without having spoken to the deputy.
  { handling,   reply,           unit,                caller_contacted,    replied,    worked + start(callback_limit), law::reply },

  // Callback (回访; R25). Satisfied closes; dissatisfied is done again, and after two redos is supervised.
  { replied,    call_back,       callback | reviewer, always,              replied,    none, law::callback },
  { replied,    close,           system,              caller_settled,      closed,     stop(callback_limit), law::callback },
  { replied,    close_unreached, system,              tried_enough,        closed,     stop(callback_limit), law::no_answer },
  { replied,    dispute,         system,              caller_dissatisfied, disputed,   none, law::callback },
  { disputed,   redo,            reviewer,            redone_under_twice,  handling,   sent_back, law::callback },
  { disputed,   supervise,       reviewer,            redone_twice,        handling,   sent_back, law::two_redos },
  { closed,     archive,         system,              always,              archived,   none, law::archive },
  });
}();
// clang-format on

static_assert(one_row_per_step(kOrderLifecycle));
static_assert(every_row_cited(kOrderLifecycle));
static_assert(all_reachable(kOrderLifecycle));
static_assert(ends_only_at(kOrderLifecycle, {State::rejected, State::archived}));
static_assert(no_clock_started_twice(kOrderLifecycle));
static_assert(no_clock_left_running(kOrderLifecycle));
static_assert(no_stop_in_vain(kOrderLifecycle));

}  // namespace mashang::rules
