// The words of the regulation: states, actions, roles, clocks, categories. Their names are the
// names on the wire and in the store, so a change here is a migration. Chinese terms: GLOSSARY.md.
#pragma once

#include <boost/describe/enum.hpp>
#include <string_view>

namespace mashang::rules {

enum class CaseKind { message, order };
BOOST_DESCRIBE_ENUM(CaseKind, message, order)

/// Where a case stands. `blank` is before its first event: nothing is stored in that state.
enum class State {
  blank,
  with_deputy,   // 待代表处理
  asked_back,    // 待群众补充
  with_station,  // 在联络站
  with_office,   // 在代表联络机构
  at_hotline,    // 在12345热线
  result_back,   // 结果已回，待代表反馈
  answered,      // 已答复
  withdrawn,     // 已撤回
  submitted,     // 待热线审核
  accepted,      // 已受理，待派单
  rejected,      // 不予受理
  dispatched,    // 已派单，待签收
  handling,      // 办理中
  replied,       // 已答复，待回访
  disputed,      // 回访不满意，待审核决定
  closed,        // 办结
  archived,      // 归档
};
BOOST_DESCRIBE_ENUM(State, blank, with_deputy, asked_back, with_station, with_office, at_hotline,
                    result_back, answered, withdrawn, submitted, accepted, rejected, dispatched,
                    handling, replied, disputed, closed, archived)

enum class Action {
  // Of a message.
  send,
  look,
  answer,
  ask_for_more,
  supplement,
  comment,
  pass_on_station,
  pass_on_office,
  pass_on_hotline,
  give_back,
  relay,
  rate,
  ask_again,
  withdraw,
  remind,
  tell_station,
  take_rejection,
  take_result,
  close_by_time,
  // Of an order.
  submit,
  accept,
  reject,
  record,
  dispatch,
  sign_for,
  reply,
  call_back,
  dispute,
  redo,
  supervise,
  close_unreached,
  archive,
  // Of both.
  close,
};
BOOST_DESCRIBE_ENUM(Action, send, look, answer, ask_for_more, supplement, comment, pass_on_station,
                    pass_on_office, pass_on_hotline, give_back, relay, rate, ask_again, withdraw,
                    remind, tell_station, take_rejection, take_result, close_by_time, submit,
                    accept, reject, record, dispatch, sign_for, reply, call_back, dispute, redo,
                    supervise, close_unreached, archive, close)

enum class Role {
  resident,
  deputy,
  station,
  liaison_office,
  reviewer,
  callback,
  unit,
  system,
};
BOOST_DESCRIBE_ENUM(Role, resident, deputy, station, liaison_office, reviewer, callback, unit,
                    system)

enum class Clock {
  look_limit,      // R8: the deputy looks at a message
  tell_limit,      // R8: after the reminder, before the station is told
  relay_limit,     // R7: the deputy passes the result on
  rating_window,   // R8: the resident may rate
  review_limit,    // the hotline reviews
  dispatch_limit,  // R17: the hotline dispatches
  sign_limit,      // R18
  work_limit,      // R21
  redo_limit,      // R25
  callback_limit,  // R25
};
BOOST_DESCRIBE_ENUM(Clock, look_limit, tell_limit, relay_limit, rating_window, review_limit,
                    dispatch_limit, sign_limit, work_limit, redo_limit, callback_limit)

inline constexpr unsigned kClockCount = unsigned(Clock::callback_limit) + 1;

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

}  // namespace mashang::rules
