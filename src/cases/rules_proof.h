// For tests only: which rows, guards, clocks and counts carry each rule of the rulebook (R1 to
// R54, R71). rules_proof_test.cpp prints from it the page that shows each rule with its stories and
// tests. Invariant: every row, guard, clock and count stands with at least one rule.
#pragma once

#include <string_view>
#include <vector>

#include "rules/guards.h"
#include "rules/transition.h"

namespace mashang::cases {

/// Rows of one lifecycle: those of these actions that one of these roles takes.
struct RowsOf {
  rules::CaseKind kind{};
  rules::Roles who;
  std::vector<rules::Action> actions;
};

struct RuleProof {
  int number = 0;
  std::string_view says;
  std::vector<RowsOf> rows;
  std::vector<rules::Guard> guards;
  std::vector<rules::Clock> clocks;
  std::vector<std::string_view> counts;  // of the rulebook file
  std::vector<std::string_view> places;  // sources that carry it beside the tables, and name it
  bool nothing_is_refused = false;       // a rule of the calendar: a day counts or does not
};

// clang-format off
inline const auto kRulesProof = [] {
  using enum rules::Action; using enum rules::Guard; using enum rules::Clock;
  using enum rules::CaseKind; using rules::Role;
  constexpr rules::Roles anybody = [] {
    rules::Roles all = Role::system;
    all.bits = ~0U;
    return all;
  }();
  constexpr rules::Roles offices = Role::station | Role::liaison_office;
  return std::vector<RuleProof>{
  { 1,  "A resident reaches a deputy who serves; for one whose term has ended his station answers.",
    {{message, anybody, {send, hand_to_station, answer_for_deputy}}}, {deputy_active, deputy_serving, deputy_gone}, {}, {}, {} },
  { 2,  "A message says six things; attachments may go along.",
    {{message, anybody, {send, supplement}}}, {attachments_usable}, {}, {}, {"src/cases/input_parts.h"} },
  { 3,  "Before sending, the notice in force has been read.",
    {{message, anybody, {send}}}, {notice_accepted}, {}, {}, {} },
  { 4,  "The deputy answers, asks for more, passes on, follows; he never closes or scores a unit's order.",
    {{message, Role::deputy, {answer, ask_for_more, pass_on_station, pass_on_office, pass_on_hotline, comment, note_call}},
     {message, Role::system, {stop_waiting}}}, {supplement_window_over, call_plausible, call_order_known}, {supplement_window}, {}, {} },
  { 5,  "Station and liaison office answer, pass on, or give back; what they answer goes to the deputy.",
    {{message, offices, {answer, pass_on_station, pass_on_office, pass_on_hotline, give_back}}},
    {other_office}, {station_limit, office_limit}, {}, {} },
  { 6,  "Passed on to the hotline it is a text order that awaits review; rejected it comes back with the reason.",
    {{message, anybody, {pass_on_hotline, take_rejection}}, {order, anybody, {submit}}}, {fill_left_blank}, {review_limit}, {}, {} },
  { 7,  "The answer's way back is unit, hotline, deputy, resident; in three working days, or the station is told.",
    {{message, anybody, {take_result, relay, tell_station}}}, {relay_overdue}, {relay_limit}, {}, {"src/rules/lifecycle.h"} },
  { 8,  "The resident rates once for each answer and may ask again; a deputy who does not look is reminded.",
    {{message, anybody, {look, remind, tell_station, rate, ask_again, close, close_by_time}}},
    {not_looked_before, look_overdue, tell_overdue, not_rated_before, rated_satisfied, rating_window_over},
    {look_limit, tell_limit, rating_window}, {}, {} },
  { 9,  "A matter may be withdrawn until somebody has acted on it.",
    {{message, anybody, {withdraw, take_back}}, {order, anybody, {withdraw}}, {suggestion, anybody, {withdraw}}},
    {nobody_acted}, {}, {}, {} },
  { 10, "Channels. A deputy is known by his registered number; what he told the hotline by phone he notes himself, and nobody else.",
    {{message, anybody, {note_call}}}, {call_plausible, call_order_known}, {}, {}, {"src/desk/sign_in.h", "src/rules/vocabulary.h"} },
  { 11, "Seven categories, and urgent as a flag beside them; the hotline says which.",
    {{order, anybody, {accept, change_category}}}, {needs_handling, category_differs}, {}, {}, {"src/rules/vocabulary.h"} },
  { 12, "What is in scope is accepted.",
    {{order, anybody, {accept, reject}}}, {}, {}, {}, {} },
  { 13, "A consultation may be answered on the line and closed there; anything else becomes an order.",
    {{order, anybody, {answer_on_line}}}, {is_consultation}, {}, {}, {} },
  { 14, "Nine coded reasons to reject, each with the right channel.",
    {{order, anybody, {reject}}, {message, anybody, {take_rejection}}}, {}, {}, {}, {"src/rules/reasons.h"} },
  { 15, "What is beyond the hotline is escalated to the liaison office and becomes a suggestion.",
    {{order, anybody, {escalate}}, {suggestion, anybody, {propose}}}, {}, {}, {}, {} },
  { 16, "Same person, same matter: appended, told, or a new order linked; other persons' are linked, nobody is dropped.",
    {{order, anybody, {append, tell_result, take_addition, link}}},
    {earlier_known, earlier_open, earlier_answered, other_order_known, not_head_of_group, other_matter}, {}, {}, {} },
  { 17, "Dispatched to one lead unit and any number of assisting ones, over whose heads nobody replies.",
    {{order, anybody, {dispatch, assist}}}, {unit_known, units_distinct, owes_assistance, assistants_settled},
    {dispatch_limit, assist_limit}, {}, {} },
  { 18, "Signed for within 24 hours that run on working days; late stays late.",
    {{order, anybody, {sign_for}}}, {}, {sign_limit}, {}, {} },
  { 19, "Returned within one working day, with all papers.",
    {{order, anybody, {request_return}}}, {return_window_open, no_return_asked, return_papers_complete}, {return_window}, {}, {} },
  { 20, "A granted return is dispatched anew; a refused one keeps the limit, and there is no second.",
    {{order, anybody, {grant_return, refuse_return}}}, {not_returned_before, return_asked}, {return_decision}, {}, {} },
  { 21, "Urgent 1, consultation 3, others 5 working days from dispatch; another category counts from the same start.",
    {{order, anybody, {dispatch, change_category}}}, {}, {work_limit}, {}, {} },
  { 22, "An extension is asked for in time, once, by no more than the original length; it moves the running limit.",
    {{order, anybody, {request_extension, grant_extension, refuse_extension}}},
    {work_in_time, extension_left, no_extension_asked, extension_reasonable, extension_asked}, {extension_decision}, {"extension_max"},
    {} },
  { 23, "Nobody replies without having spoken to the deputy.",
    {{order, anybody, {reply}}}, {caller_contacted}, {}, {}, {} },
  { 24, "What can't be solved now gets measures, somebody who answers for them and a date, and is followed until solved.",
    {{order, anybody, {promise, report_progress}}}, {promise_ahead}, {follow_up}, {}, {} },
  { 25, "Satisfied closes; unreachable on three days closes; dissatisfied is redone, after two redos supervised.",
    {{order, anybody, {call_back, unit_call_back, close, close_unreached, dispute, redo, supervise, archive}}},
    {caller_settled, tried_enough, caller_dissatisfied, redone_under_twice}, {callback_limit, redo_limit},
    {"callback_tries", "redo_max"}, {} },
  { 26, "Supervision opens by hand or by itself, rises level by level, and is lifted.",
    {{order, anybody, {open_supervision, fall_under_supervision, raise_supervision, lift_supervision, supervise}}},
    {not_supervised, supervised, supervision_due, supervision_overdue, level_left}, {supervision_limit},
    {"supervision_levels", "same_matter_orders"}, {} },
  { 27, "Praise, and what is withdrawn, void or a nuisance, is recorded and closed without dispatch.",
    {{order, anybody, {record}}}, {needs_no_dispatch, needs_handling}, {}, {}, {} },
  { 40, "Big matters: raised by a deputy, or escalated and made his own.",
    {{suggestion, anybody, {draft, propose, adopt, decline}}}, {}, {adopt_limit}, {}, {} },
  { 41, "The deputy's own title, facts and proposal; no bare forward; what is barred is turned back; others sign jointly.",
    {{suggestion, anybody, {draft, adopt, revise, invite, sign_jointly, file, turn_back}}},
    {sources_his, own_words, signatory_known, not_signed_before}, {}, {}, {"src/rules/reasons.h"} },
  { 42, "The liaison office checks, registers and refers; a wrong referral is returned within ten working days.",
    {{suggestion, anybody, {enroll, turn_back, refer, request_return, grant_return, refuse_return}}},
    {return_window_open, not_returned_before, no_return_asked, return_papers_complete, return_asked, unit_known, units_distinct},
    {check_limit, refer_limit, return_window, return_decision}, {}, {} },
  { 43, "Replied to within three months, six if wide; signed, coded, spoken about.",
    {{suggestion, anybody, {assist, report_progress, reply_formally}}},
    {head_signed, reply_coded, caller_contacted, assistants_settled, owes_assistance}, {reply_limit, assist_limit}, {},
    {"src/rules/rulebook.h"} },
  { 44, "Evaluated within twenty working days; dissatisfied is redone within a month.",
    {{suggestion, anybody, {evaluate, redo_formally, settle}}},
    {evaluation_settled, evaluated_satisfied, evaluated_dissatisfied}, {evaluation_window, redo_reply_limit}, {}, {} },
  { 45, "A promise stays in the ledger with its day, and is replied to and evaluated again.",
    {{suggestion, anybody, {hold_to_promise, report_progress, reply_formally}}}, {promise_open, no_promise_open}, {follow_up}, {}, {} },
  { 50, "A working day is Monday to Friday unless a notice says otherwise.",
    {}, {}, {}, {}, {"src/calendar/working_days.h"}, true },
  { 51, "The day of the event does not count; the last day ends at 24:00.",
    {}, {}, {}, {}, {"src/calendar/due.h"}, true },
  { 52, "Without its year's notice a due time is provisional, and counted again when the notice comes in.",
    {{message, anybody, {recount}}, {order, anybody, {recount}}, {suggestion, anybody, {recount}}}, {}, {}, {},
    {"src/calendar/working_days.h"}, true },
  { 53, "24 hours on working days: hours run on working days only (A), by the wall clock (B), to the end of the next working day (C).",
    {}, {}, {}, {}, {"src/calendar/limit.h"}, true },
  { 54, "Every clock warns at half, at four fifths, and when overdue. The stories tell when; whom, the table of audiences.",
    {}, {}, {}, {}, {"src/calendar/mark.h", "src/rules/clocks.h"}, true },
  { 71, "Neighbours are shown a matter in words that the deputy or his station approved, and may join it.",
    {{message, anybody, {send, publish, unpublish}}}, {joinable, title_general, published}, {}, {},
    {"src/cases/message_inputs.h"} },
  };
}();
// clang-format on

}  // namespace mashang::cases
