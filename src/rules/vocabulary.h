// The words of the regulation: states, actions, roles, clocks, categories. Their names are the
// names on the wire and in the store, so a change here is a migration. Chinese terms: GLOSSARY.md.
#pragma once

#include <boost/describe/enum.hpp>
#include <string_view>

namespace mashang::rules {

enum class CaseKind { message, order, suggestion };
BOOST_DESCRIBE_ENUM(CaseKind, message, order, suggestion)

/// Where a case stands. `blank` is before its first event: nothing is stored in that state.
enum class State {
  blank,
  // Of a message.
  with_deputy,   // 待代表处理
  asked_back,    // 待群众补充
  with_station,  // 在联络站
  with_office,   // 在代表联络机构
  at_hotline,    // 在12345热线
  result_back,   // 结果已回，待代表反馈
  answered,      // 已答复
  // Of an order.
  submitted,   // 待热线审核
  accepted,    // 已受理，待派单
  rejected,    // 不予受理
  appended,    // 并入已有工单
  dispatched,  // 已派单，待签收
  handling,    // 办理中
  tracked,     // 暂不能解决，跟踪督办
  replied,     // 已答复，待回访
  disputed,    // 回访不满意，待审核决定
  escalated,   // 转为代表建议
  archived,    // 归档
  // Of a suggestion.
  proposed,    // 待代表认领
  declined,    // 代表未采纳
  drafted,     // 起草中
  filed,       // 待审查登记
  registered,  // 已登记，待交办
  referred,    // 已交办，办理中
  evaluating,  // 已答复，待代表评价
  promised,    // 承诺事项，待兑现
  // Of more than one.
  withdrawn,  // 已撤回
  closed,     // 办结
};
BOOST_DESCRIBE_ENUM(State, blank, with_deputy, asked_back, with_station, with_office, at_hotline,
                    result_back, answered, submitted, accepted, rejected, appended, dispatched,
                    handling, tracked, replied, disputed, escalated, archived, proposed, declined,
                    drafted, filed, registered, referred, evaluating, promised, withdrawn, closed)

inline constexpr unsigned kStateCount = unsigned(State::closed) + 1;

enum class Action {
  // Of a message.
  send,
  look,
  answer,
  answer_for_deputy,
  ask_for_more,
  supplement,
  stop_waiting,
  comment,
  note_call,
  publish,
  unpublish,
  pass_on_station,
  pass_on_office,
  pass_on_hotline,
  hand_to_station,
  give_back,
  relay,
  rate,
  ask_again,
  remind,
  tell_station,
  take_rejection,
  take_result,
  take_back,
  // Of an order.
  submit,
  accept,
  reject,
  record,
  answer_on_line,
  append,
  tell_result,
  take_addition,
  escalate,
  link,
  change_category,
  dispatch,
  sign_for,
  request_extension,
  grant_extension,
  refuse_extension,
  reply,
  promise,
  call_back,
  unit_call_back,
  dispute,
  redo,
  supervise,
  open_supervision,
  fall_under_supervision,
  raise_supervision,
  lift_supervision,
  close_unreached,
  archive,
  // Of a suggestion.
  draft,
  propose,
  adopt,
  decline,
  revise,
  invite,
  sign_jointly,
  file,
  turn_back,
  enroll,
  refer,
  reply_formally,
  evaluate,
  redo_formally,
  settle,
  hold_to_promise,
  // Of more than one.
  withdraw,
  request_return,
  grant_return,
  refuse_return,
  assist,
  report_progress,
  recount,
  close,
  close_by_time,
};
// In two parts: one list of Boost.Describe takes at most 52 names.
BOOST_DESCRIBE_ENUM_BEGIN(Action)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, Action, send, look, answer, answer_for_deputy,
                           ask_for_more, supplement, stop_waiting, comment, note_call, publish,
                           unpublish, pass_on_station, pass_on_office, pass_on_hotline,
                           hand_to_station, give_back, relay, rate, ask_again, remind, tell_station,
                           take_rejection, take_result, take_back, submit, accept, reject, record,
                           answer_on_line, append, tell_result, take_addition, escalate, link,
                           change_category, dispatch, sign_for, request_extension, grant_extension,
                           refuse_extension, reply)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, Action, promise, call_back, unit_call_back,
                           dispute, redo, supervise, open_supervision, fall_under_supervision,
                           raise_supervision, lift_supervision, close_unreached, archive, draft,
                           propose, adopt, decline, revise, invite, sign_jointly, file, turn_back,
                           enroll, refer, reply_formally, evaluate, redo_formally, settle,
                           hold_to_promise, withdraw, request_return, grant_return, refuse_return,
                           assist, report_progress, recount, close, close_by_time)
BOOST_DESCRIBE_ENUM_END(Action)

/// What somebody is to a case. Most are also what an account is for; `assisting_unit` is a unit and
/// `joint_signatory` a deputy where the case says so (rules/scope.h).
enum class Role {
  resident,
  deputy,
  station,
  liaison_office,
  reviewer,
  callback,
  unit,
  supervisor,
  administrator,
  assisting_unit,
  joint_signatory,
  system,
};
BOOST_DESCRIBE_ENUM(Role, resident, deputy, station, liaison_office, reviewer, callback, unit,
                    supervisor, administrator, assisting_unit, joint_signatory, system)

inline constexpr unsigned kRoleCount = unsigned(Role::system) + 1;

enum class Clock {
  look_limit,          // R8: the deputy looks at a message
  tell_limit,          // R8: after the reminder, before the station is told
  relay_limit,         // R7: the deputy passes the result on
  rating_window,       // R8: the resident may rate
  supplement_window,   // the resident may add what he was asked for
  station_limit,       // R5: the station acts
  office_limit,        // R5: the liaison office acts
  review_limit,        // the hotline reviews
  dispatch_limit,      // R17: the hotline dispatches
  sign_limit,          // R18
  return_window,       // R19: the unit may return it
  return_decision,     // R20: the return is decided on
  work_limit,          // R21
  assist_limit,        // R17: an assisting unit replies, each on a clock of its own
  extension_decision,  // R22
  redo_limit,          // R25
  callback_limit,      // R25
  follow_up,           // R24, R45: what was promised by a date
  supervision_limit,   // R26
  adopt_limit,         // R40: the deputy makes an escalated matter his own, or not
  check_limit,         // R42: the liaison office checks and registers
  refer_limit,         // R42: the liaison office refers
  reply_limit,         // R43
  redo_reply_limit,    // R44
  evaluation_window,   // R44: the deputy evaluates
};
BOOST_DESCRIBE_ENUM(Clock, look_limit, tell_limit, relay_limit, rating_window, supplement_window,
                    station_limit, office_limit, review_limit, dispatch_limit, sign_limit,
                    return_window, return_decision, work_limit, assist_limit, extension_decision,
                    redo_limit, callback_limit, follow_up, supervision_limit, adopt_limit,
                    check_limit, refer_limit, reply_limit, redo_reply_limit, evaluation_window)

inline constexpr unsigned kClockCount = unsigned(Clock::evaluation_window) + 1;

/// R11. Urgent is a flag beside the category, not a category.
enum class Category { consultation, help, idea, criticism, complaint, wrongdoing, praise };
BOOST_DESCRIBE_ENUM(Category, consultation, help, idea, criticism, complaint, wrongdoing, praise)

/// R8, R25: how content somebody is.
enum class Score { satisfied, mostly, dissatisfied };
BOOST_DESCRIBE_ENUM(Score, satisfied, mostly, dissatisfied)

/// R25: what came of one callback.
enum class Outcome { satisfied, mostly, dissatisfied, unreachable, not_wanted };
BOOST_DESCRIBE_ENUM(Outcome, satisfied, mostly, dissatisfied, unreachable, not_wanted)

/// The five levels of people's congresses.
enum class Level { national, provincial, city, county, township };
BOOST_DESCRIBE_ENUM(Level, national, provincial, city, county, township)

/// Whose liaison office a message is passed to: the county's or the city's.
enum class OfficeLevel { county, city };
BOOST_DESCRIBE_ENUM(OfficeLevel, county, city)

/// R10: the way an order came in.
enum class Channel { platform };
BOOST_DESCRIBE_ENUM(Channel, platform)

enum class DeputyStatus { active, suspended, ended };
BOOST_DESCRIBE_ENUM(DeputyStatus, active, suspended, ended)

/// R27: why an order is recorded and closed without dispatch.
enum class RecordKind { praise, withdrawn, invalid, nuisance };
BOOST_DESCRIBE_ENUM(RecordKind, praise, withdrawn, invalid, nuisance)

/// R26: why supervision was opened.
enum class SupervisionCause {
  by_hand,
  sign_overdue,
  work_overdue,
  redo_overdue,
  promise_made,
  promise_overdue,
  dissatisfied_after_redo,
  many_orders,
};
BOOST_DESCRIBE_ENUM(SupervisionCause, by_hand, sign_overdue, work_overdue, redo_overdue,
                    promise_made, promise_overdue, dissatisfied_after_redo, many_orders)

/// R43: fixed at referral; it decides how long the unit has.
enum class Difficulty { ordinary, wide };
BOOST_DESCRIBE_ENUM(Difficulty, ordinary, wide)

/// R54: who is told of a clock's three marks.
enum class Mark { half, four_fifths, overdue };
BOOST_DESCRIBE_ENUM(Mark, half, four_fifths, overdue)
enum class Audience { clerk, leader, supervisor };
BOOST_DESCRIBE_ENUM(Audience, clerk, leader, supervisor)

}  // namespace mashang::rules
