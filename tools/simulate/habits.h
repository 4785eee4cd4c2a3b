// What people usually do with a case in a state, and how soon. Invariant: the shares of a state are
// out of 1000; what is left over is done by nobody, and time does it.
#pragma once

#include <array>
#include <span>

#include "rules/vocabulary.h"

namespace mashang::simulate {

struct Habit {
  rules::State from;
  rules::Role who;
  rules::Action does;
  int share;
  int hours;  // usually; half of it and twice as much happen too
};

// clang-format off
inline constexpr auto kHabits = [] {
  using enum rules::State; using enum rules::Role; using enum rules::Action;
  return std::to_array<Habit>({
  { with_deputy,  deputy,          look,              280,  8 },
  { with_deputy,  deputy,          pass_on_hotline,   590, 20 },
  { with_deputy,  deputy,          answer,             60, 30 },
  { with_deputy,  deputy,          ask_for_more,       20, 20 },
  { with_deputy,  deputy,          pass_on_station,    20, 20 },
  { with_deputy,  deputy,          pass_on_office,     10, 20 },
  { with_deputy,  resident,        supplement,         15, 10 },
  { with_deputy,  resident,        withdraw,            5,  5 },
  { asked_back,   resident,        supplement,        800, 20 },
  { asked_back,   resident,        withdraw,           50, 20 },
  { with_station, station,         answer,            500, 30 },
  { with_station, station,         answer_for_deputy, 200, 30 },
  { with_station, station,         pass_on_hotline,   200, 20 },
  { with_station, station,         pass_on_office,     50, 20 },
  { with_station, station,         give_back,          50, 20 },
  { with_office,  liaison_office,  answer,            600, 40 },
  { with_office,  liaison_office,  pass_on_hotline,   250, 20 },
  { with_office,  liaison_office,  give_back,         100, 20 },
  { with_office,  liaison_office,  pass_on_station,    30, 20 },
  { with_office,  liaison_office,  pass_on_office,     20, 20 },
  { result_back,  deputy,          relay,            1000, 24 },
  { answered,     resident,        rate,              550, 24 },
  { answered,     resident,        ask_again,          10, 24 },

  { submitted,    reviewer,        accept,            880,  3 },
  { submitted,    reviewer,        reject,             40,  3 },
  { submitted,    reviewer,        record,             20,  3 },
  { submitted,    reviewer,        answer_on_line,     30,  3 },
  { submitted,    reviewer,        append,             12,  3 },
  { submitted,    reviewer,        tell_result,         8,  3 },
  { submitted,    reviewer,        escalate,            5,  4 },
  { submitted,    deputy,          withdraw,            5,  2 },
  { accepted,     reviewer,        dispatch,          980,  3 },
  { accepted,     reviewer,        change_category,    10,  2 },
  { accepted,     reviewer,        escalate,            5,  4 },
  { accepted,     deputy,          withdraw,            5,  2 },
  { dispatched,   unit,            sign_for,          940,  8 },
  { dispatched,   unit,            request_return,     30,  6 },
  { dispatched,   assisting_unit,  assist,             30, 12 },
  { handling,     unit,            reply,             800, 50 },
  { handling,     unit,            promise,            25, 50 },
  { handling,     assisting_unit,  assist,             90, 30 },
  { handling,     unit,            request_extension,  50, 40 },
  { handling,     unit,            request_return,     10,  8 },
  { handling,     reviewer,        change_category,    10, 20 },
  { handling,     reviewer,        link,               15, 20 },
  { tracked,      unit,            reply,             600, 90 },
  { tracked,      unit,            report_progress,   300, 60 },
  { tracked,      unit,            promise,           100, 90 },
  { replied,      callback,        call_back,         900, 20 },
  { replied,      unit,            unit_call_back,    100, 10 },
  { disputed,     reviewer,        redo,              850, 10 },
  { disputed,     reviewer,        supervise,         150, 10 },

  { proposed,     deputy,          adopt,             700, 60 },
  { proposed,     deputy,          decline,           300, 60 },
  { drafted,      deputy,          file,              650, 60 },
  { drafted,      deputy,          revise,            150, 40 },
  { drafted,      deputy,          invite,            100, 30 },
  { drafted,      joint_signatory, sign_jointly,       80, 30 },
  { drafted,      deputy,          withdraw,           20, 40 },
  { filed,        liaison_office,  enroll,            880, 40 },
  { filed,        liaison_office,  turn_back,         100, 40 },
  { filed,        deputy,          withdraw,           20, 20 },
  { registered,   liaison_office,  refer,            1000, 30 },
  { referred,     unit,            reply_formally,    600, 300 },
  { referred,     unit,            report_progress,   200, 200 },
  { referred,     unit,            request_return,     50, 60 },
  { referred,     assisting_unit,  assist,            150, 150 },
  { evaluating,   deputy,          evaluate,          700, 100 },
  { promised,     unit,            reply_formally,    700, 300 },
  { promised,     unit,            report_progress,   300, 200 },
  });
}();
// clang-format on

/// What somebody asked for waits for its decision, whatever else may be done.
struct Decision {
  rules::Clock waits;
  Habit habit;
};

// clang-format off
inline constexpr auto kDecisions = [] {
  using enum rules::State; using enum rules::Role; using enum rules::Action; using enum rules::Clock;
  return std::to_array<Decision>({
  { return_decision,    { dispatched, reviewer,       grant_return,     600,  5 } },
  { return_decision,    { dispatched, reviewer,       refuse_return,    400,  5 } },
  { return_decision,    { handling,   reviewer,       grant_return,     500,  5 } },
  { return_decision,    { handling,   reviewer,       refuse_return,    500,  5 } },
  { extension_decision, { handling,   reviewer,       grant_extension,  800,  5 } },
  { extension_decision, { handling,   reviewer,       refuse_extension, 200,  5 } },
  { return_decision,    { referred,   liaison_office, grant_return,     600, 30 } },
  { return_decision,    { referred,   liaison_office, refuse_return,    400, 30 } },
  });
}();
// clang-format on

}  // namespace mashang::simulate
