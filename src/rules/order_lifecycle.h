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
  // and all these limits count from then; sent back, the unit works under the limit of a redo.
  constexpr Clocks reviewed = stop(review_limit);
  constexpr Clocks left_desk = stop(dispatch_limit) + stop(supervision_limit);
  constexpr Clocks with_units = start(sign_limit) + start(return_window) + start(work_limit) + start(assist_limit);
  constexpr Clocks sent_back = stop(callback_limit) + start(redo_limit);
  constexpr Clocks judged = stop(return_decision) + stop(return_window);
  // A reply ends whichever limit the unit works under, what it had asked for, and the assisting units' part.
  constexpr Clocks worked = stop(work_limit) + stop(redo_limit) + stop(assist_limit) + stop(extension_decision) + judged;
  constexpr Clocks unsigned_back = start(dispatch_limit) + stop(sign_limit) + stop(work_limit) + stop(assist_limit) + judged;
  // A promise is due on the day it names.
  constexpr Clocks promised_on = start(follow_up);
  constexpr Clocks counted_anew = move(work_limit) + move(assist_limit) + move(redo_limit);
  constexpr Clocks extended = stop(extension_decision) + move(work_limit) + move(redo_limit);
  constexpr Clocks supervised_anew = stop(supervision_limit) + start(supervision_limit);
  constexpr Clocks solved = stop(follow_up) + start(callback_limit);
  constexpr Clocks settled = stop(callback_limit) + stop(supervision_limit);
  return table(std::to_array<Transition>({
  // Intake (受理; R6, R11 to R16, R27). The hotline reviews a text order before it is an order.
  { blank,      submit,          system,              always,              submitted,  start(review_limit), law::passing_on },
  { submitted,  accept,          reviewer,            needs_handling,      accepted,   reviewed + start(dispatch_limit), law::scope },
  { submitted,  reject,          reviewer,            always,              rejected,   reviewed, law::out_of_scope },
  { submitted,  record,          reviewer,            needs_no_dispatch,   closed,     reviewed, law::void_contacts },
  { submitted,  answer_on_line,  reviewer,            is_consultation,     closed,     reviewed, law::on_the_line },
  { submitted,  append,          reviewer,            earlier_known & earlier_open, appended, reviewed, law::beijing_11 },
  { submitted,  tell_result,     reviewer,            earlier_known & earlier_answered, closed, reviewed, law::beijing_11 },
  { submitted,  escalate,        reviewer,            always,              escalated,  reviewed, law::suggestion },
  { submitted,  withdraw,        deputy,              always,              withdrawn,  reviewed, law::withdrawal },

  // Dispatch and signing (转派, 签收; R17, R18, R21): the work limit counts from dispatch, not from signing.
  { accepted,   dispatch,        reviewer,            unit_known & units_distinct,
                                                                           dispatched, stop(dispatch_limit) + with_units, law::routing },
  { accepted,   escalate,        reviewer,            always,              escalated,  left_desk, law::suggestion },
  { accepted,   withdraw,        deputy,              always,              withdrawn,  left_desk, law::withdrawal },
  { dispatched, sign_for,        unit,                always,              handling,   stop(sign_limit), law::sign_for },

  // Reply (答复; R17, R23). Nobody replies without having spoken to the deputy, nor over the heads of assisting units.
  { dispatched, assist,          assisting_unit,      owes_assistance,     dispatched, stop(assist_limit), law::beijing_14 },
  { handling,   assist,          assisting_unit,      owes_assistance,     handling,   stop(assist_limit), law::beijing_14 },
  { handling,   reply,           unit,                caller_contacted & assistants_settled,
                                                                           replied, worked + start(callback_limit), law::reply },

  // Return (退件; R19, R20), before or after signing: granted, it is dispatched anew; refused, the limits stand.
  { dispatched, request_return,  unit,                return_window_open & not_returned_before & no_return_asked & return_papers_complete,
                                                                           dispatched, start(return_decision), law::returns },
  { handling,   request_return,  unit,                return_window_open & not_returned_before & no_return_asked & return_papers_complete,
                                                                           handling,   start(return_decision), law::returns },
  { dispatched, grant_return,    reviewer,            return_asked,        accepted,   unsigned_back, law::returns },
  { handling,   grant_return,    reviewer,            return_asked,        accepted,   worked + start(dispatch_limit), law::returns },
  { dispatched, refuse_return,   reviewer,            return_asked,        dispatched, judged, law::returns },
  { handling,   refuse_return,   reviewer,            return_asked,        handling,   judged, law::returns },

  // Extension (延期; R22): asked for in time, decided by the hotline; it moves the limit that is running.
  { handling,   request_extension, unit,              work_in_time & extension_left & no_extension_asked & extension_reasonable,
                                                                           handling,   start(extension_decision), law::extension },
  { handling,   grant_extension, reviewer,            extension_asked,     handling,   extended, law::extension },
  { handling,   refuse_extension, reviewer,           extension_asked,     handling,   stop(extension_decision), law::extension },

  // What can't be solved now (R24): measures, who answers for them, a date; followed under supervision until solved.
  { handling,   promise,         unit,                caller_contacted & assistants_settled & promise_ahead,
                                                                           tracked, worked + promised_on, law::promise },
  { tracked,    promise,         unit,                caller_contacted & promise_ahead,
                                                                           tracked, stop(follow_up) + promised_on, law::promise },
  { tracked,    report_progress, unit,                always,              tracked,    none, law::promise },
  { tracked,    reply,           unit,                caller_contacted,    replied,    solved, law::reply },

  // Callback (回访; R25). Satisfied closes; dissatisfied is done again or supervised, after two redos supervised.
  { replied,    unit_call_back,  unit,                always,              replied,    none, law::callback },
  { replied,    call_back,       callback | reviewer, always,              replied,    none, law::callback },
  { replied,    close,           system,              caller_settled,      closed,     settled, law::callback },
  { replied,    close_unreached, system,              tried_enough,        closed,     settled, law::no_answer },
  { replied,    dispute,         system,              caller_dissatisfied, disputed,   none, law::callback },
  { disputed,   redo,            reviewer,            redone_under_twice,  handling,   sent_back, law::callback },
  { disputed,   supervise,       reviewer,            always,              handling,   sent_back + supervised_anew, law::two_redos },
  { closed,     archive,         system,              always,              archived,   none, law::archive },
  }),
  // Supervision (督办; R26) is a record beside the order's own way: it opens by hand or by itself, rises, and is lifted.
  in_each({dispatched, handling, tracked, replied, disputed},
          open_supervision, reviewer | supervisor, not_supervised, start(supervision_limit), law::weifang_26),
  in_each({dispatched, handling, tracked, replied, disputed},
          fall_under_supervision, system, not_supervised & supervision_due, start(supervision_limit), law::jinan_28),
  in_each({accepted, dispatched, handling, tracked, replied, disputed},
          raise_supervision, system, supervised & supervision_overdue & level_left, supervised_anew, law::supervision),
  in_each({accepted, dispatched, handling, tracked, replied, disputed},
          lift_supervision, supervisor, supervised, stop(supervision_limit), law::supervision),
  // Same matter (R16): what the same person adds joins the open order; other persons' orders are linked, nobody dropped.
  in_each({submitted, accepted, dispatched, handling, tracked, replied, disputed}, take_addition, system, always, none, law::beijing_11),
  in_each({submitted, accepted, dispatched, handling, tracked, replied, disputed},
          link, reviewer, other_order_known & not_head_of_group & other_matter, none, law::beijing_11),
  // Another category (R21) counts the limit anew from the same start.
  in_each({accepted, dispatched, handling},
          change_category, reviewer, needs_handling & category_differs, counted_anew, law::limits),
  // A year's notice came in (R52): what was provisional is counted again, and nothing else.
  in_each({submitted, accepted, dispatched, handling, tracked, replied, disputed}, recount, system, always, move_all, law::new_due_time));
}();
// clang-format on

static_assert(one_row_per_step(kOrderLifecycle));
static_assert(every_row_cited(kOrderLifecycle));
static_assert(all_reachable(kOrderLifecycle));
static_assert(ends_only_at(kOrderLifecycle, {State::rejected, State::appended, State::escalated,
                                             State::withdrawn, State::archived}));

}  // namespace mashang::rules
