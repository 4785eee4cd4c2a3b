// Who is told of what (R7, R8): each event of these leaves a notice for each audience in the
// outbox, saved together with the event.
#pragma once

#include <array>

#include "rules/vocabulary.h"

namespace mashang::rules {

struct Notice {
  CaseKind kind;
  Action action;
  Role audience;
};

inline constexpr auto kNotices = [] {
  using enum CaseKind;
  using enum Role;
  return std::to_array<Notice>({
      {message, Action::send, deputy},
      {message, Action::supplement, deputy},
      {message, Action::withdraw, deputy},
      {message, Action::stop_waiting, deputy},
      {message, Action::remind, deputy},
      {message, Action::tell_station, station},
      {message, Action::ask_for_more, resident},
      {message, Action::answer, resident},
      {message, Action::answer, deputy},
      {message, Action::answer_for_deputy, resident},
      {message, Action::pass_on_station, station},
      {message, Action::hand_to_station, station},
      {message, Action::pass_on_office, liaison_office},
      {message, Action::pass_on_hotline, resident},
      {message, Action::note_call, resident},
      {message, Action::give_back, deputy},
      {message, Action::take_rejection, deputy},
      {message, Action::take_back, deputy},
      {message, Action::take_result, deputy},
      {message, Action::relay, resident},
      {message, Action::ask_again, deputy},
      {message, Action::publish, resident},
      {message, Action::unpublish, resident},
      {order, Action::submit, reviewer},
      {order, Action::withdraw, reviewer},
      {order, Action::dispatch, unit},
      {order, Action::dispatch, assisting_unit},
      {order, Action::sign_for, deputy},
      {order, Action::request_return, reviewer},
      {order, Action::grant_return, reviewer},
      {order, Action::grant_return, unit},
      {order, Action::refuse_return, unit},
      {order, Action::request_extension, reviewer},
      {order, Action::grant_extension, unit},
      {order, Action::grant_extension, deputy},
      {order, Action::refuse_extension, unit},
      {order, Action::assist, unit},
      {order, Action::change_category, unit},
      {order, Action::take_addition, unit},
      {order, Action::reply, callback},
      {order, Action::promise, deputy},
      {order, Action::promise, supervisor},
      {order, Action::report_progress, deputy},
      {order, Action::dispute, reviewer},
      {order, Action::redo, unit},
      {order, Action::supervise, unit},
      {order, Action::open_supervision, unit},
      {order, Action::open_supervision, supervisor},
      {order, Action::fall_under_supervision, unit},
      {order, Action::fall_under_supervision, supervisor},
      {order, Action::raise_supervision, supervisor},
      {order, Action::raise_supervision, unit},
      {order, Action::lift_supervision, unit},
      {order, Action::recount, unit},
      {suggestion, Action::propose, deputy},
      {suggestion, Action::invite, joint_signatory},
      {suggestion, Action::sign_jointly, deputy},
      {suggestion, Action::file, liaison_office},
      {suggestion, Action::turn_back, deputy},
      {suggestion, Action::enroll, deputy},
      {suggestion, Action::refer, unit},
      {suggestion, Action::refer, assisting_unit},
      {suggestion, Action::refer, deputy},
      {suggestion, Action::request_return, liaison_office},
      {suggestion, Action::grant_return, deputy},
      {suggestion, Action::refuse_return, unit},
      {suggestion, Action::assist, unit},
      {suggestion, Action::report_progress, deputy},
      {suggestion, Action::reply_formally, deputy},
      {suggestion, Action::reply_formally, joint_signatory},
      {suggestion, Action::reply_formally, liaison_office},
      {suggestion, Action::evaluate, unit},
      {suggestion, Action::evaluate, liaison_office},
      {suggestion, Action::settle, liaison_office},
      {suggestion, Action::redo_formally, unit},
      {suggestion, Action::settle, unit},
      {suggestion, Action::hold_to_promise, unit},
      {suggestion, Action::withdraw, liaison_office},
  });
}();

}  // namespace mashang::rules
