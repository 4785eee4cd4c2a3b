// The life of a deputy's suggestion between sessions (闭会期间代表建议). Read a row as one
// sentence:
//   a suggestion that is <from> may, by <action> of <who>, if <when>, become <to>; then <clocks>.
// How long each clock runs: data/limits/. What each guard asks: guards.h. Where it says so: law/.
#pragma once

#include <array>

#include "rules/checks.h"

namespace mashang::rules {

// clang-format off
inline constexpr auto kSuggestionLifecycle = [] {
  using enum State; using enum Action; using enum Role; using enum Guard; using enum Clock;
  constexpr Clocks with_units = start(reply_limit) + start(return_window) + start(assist_limit);
  constexpr Clocks judged = stop(return_decision) + stop(return_window);
  constexpr Clocks worked = stop(reply_limit) + stop(redo_reply_limit) + stop(assist_limit) + judged;
  constexpr Clocks checked = stop(check_limit) + start(refer_limit);
  constexpr Clocks given = worked + start(evaluation_window);
  constexpr Clocks replied_again = stop(follow_up) + start(evaluation_window);
  constexpr Clocks evaluated = stop(evaluation_window);
  return table(std::to_array<Transition>({
  // Writing (R40, R41): the deputy's own words. What the hotline escalates is his only when he makes it so.
  { blank,      draft,           deputy,          sources_his & own_words, drafted,    none, law::deputies_law_36 },
  { blank,      propose,         system,          always,              proposed,   start(adopt_limit), law::suggestion },
  { proposed,   adopt,           deputy,          own_words,           drafted,    stop(adopt_limit), law::chongqing_9 },
  { proposed,   decline,         deputy,          always,              declined,   stop(adopt_limit), law::deputies_law_36 },
  { drafted,    revise,          deputy,          own_words,           drafted,    none, law::chongqing_9 },
  { drafted,    invite,          deputy,          signatory_known,     drafted,    none, law::deputies_law_36 },
  { drafted,    sign_jointly,    joint_signatory, not_signed_before,   drafted,    none, law::deputies_law_36 },
  { drafted,    file,            deputy,          always,              filed,      start(check_limit), law::deputies_law_36 },
  { drafted,    withdraw,        deputy,          always,              withdrawn,  none, law::withdrawal },
  { filed,      withdraw,        deputy,          always,              withdrawn,  stop(check_limit), law::withdrawal },

  // Checking, registering, referring (R42). What is barred goes back to the deputy with its reason (R41).
  { filed,      turn_back,       liaison_office,  always,              drafted,    stop(check_limit), law::chongqing_9 },
  { filed,      enroll,          liaison_office,  always,              registered, checked, law::deputies_law_51 },
  { registered, refer,           liaison_office,  unit_known & units_distinct,
                                                                       referred, stop(refer_limit) + with_units, law::deputies_law_51 },
  { referred,   request_return,  unit,            return_window_open & not_returned_before & no_return_asked & return_papers_complete,
                                                                       referred,   start(return_decision), law::chongqing_return },
  { referred,   grant_return,    liaison_office,  return_asked,        registered, worked + start(refer_limit), law::chongqing_return },
  { referred,   refuse_return,   liaison_office,  return_asked,        referred,   judged, law::chongqing_return },

  // Reply (R43): signed by the head of the unit, after speaking to the deputy, with a code of the table in force.
  { referred,   assist,          assisting_unit,  owes_assistance,     referred,   stop(assist_limit), law::beijing_14 },
  { referred,   report_progress, unit,            always,              referred,   none, law::deputies_law_51 },
  { referred,   reply_formally,  unit,            caller_contacted & assistants_settled & head_signed & reply_coded,
                                                                       evaluating, given, law::deputies_law_51 },

  // Evaluation (R44) and the ledger of promises (R45): a promise is replied to and evaluated again when it is due.
  { evaluating, evaluate,        deputy,          always,              evaluating, none, law::chongqing_26 },
  { evaluating, redo_formally,   system,          evaluated_dissatisfied,
                                                                       referred, evaluated + start(redo_reply_limit), law::provinces_redo },
  { evaluating, settle,          system,          evaluation_settled & evaluated_satisfied & no_promise_open,
                                                                       closed, evaluated, law::chongqing_26 },
  { evaluating, hold_to_promise, system,          evaluation_settled & evaluated_satisfied & promise_open,
                                                                       promised, evaluated + start(follow_up), law::chongqing_24 },
  { promised,   report_progress, unit,            always,              promised,   none, law::chongqing_24 },
  { promised,   reply_formally,  unit,            caller_contacted & head_signed & reply_coded,
                                                                       evaluating, replied_again, law::chongqing_24 },
  }),
  // A year's notice came in (R52): what was provisional is counted again, and nothing else; a
  // promised day is a day of the calendar and never provisional.
  in_each({proposed, filed, registered, referred, evaluating}, recount, system, always, move_all, law::new_due_time));
}();
// clang-format on

static_assert(one_row_per_step(kSuggestionLifecycle));
static_assert(every_row_cited(kSuggestionLifecycle));
static_assert(all_reachable(kSuggestionLifecycle));
static_assert(ends_only_at(kSuggestionLifecycle,
                           {State::declined, State::withdrawn, State::closed}));

}  // namespace mashang::rules
