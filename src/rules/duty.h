// What a deputy's duty record counts (R62): one table. Invariant: a row counts acts, and stands on
// the timeline alone; nothing is kept beside it.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/text2.h"
#include "rules/vocabulary.h"

namespace mashang::rules {

/// Acts of this kind by this part, of a rating only those with this score.
struct DutyCount {
  std::string_view code;
  Text2 label;
  CaseKind kind;
  Action action;
  Role who;
  std::optional<Score> score = std::nullopt;
};

// clang-format off
inline constexpr auto kDutyCounts = [] {
  using enum CaseKind; using enum Role;
  return std::to_array<DutyCount>({
    {"received",              {"收到留言", "Messages received"},                      message, Action::send, resident},
    {"answered",              {"作出答复", "Answers given"},                          message, Action::answer, deputy},
    {"passed_to_station",     {"转联络站", "Passed on to the station"},               message, Action::pass_on_station, deputy},
    {"passed_to_office",      {"转联络机构", "Passed on to a liaison office"},        message, Action::pass_on_office, deputy},
    {"passed_to_hotline",     {"转12345热线", "Passed on to the 12345 hotline"},      message, Action::pass_on_hotline, deputy},
    {"results_relayed",       {"反馈办理结果", "Results passed on to residents"},     message, Action::relay, deputy},
    {"calls_noted",           {"致电12345热线", "Calls to the 12345 hotline noted"},  message, Action::note_call, deputy},
    {"rated_satisfied",       {"群众评价满意", "Rated satisfied"},                    message, Action::rate, resident, Score::satisfied},
    {"rated_mostly",          {"群众评价基本满意", "Rated mostly satisfied"},         message, Action::rate, resident, Score::mostly},
    {"rated_dissatisfied",    {"群众评价不满意", "Rated dissatisfied"},               message, Action::rate, resident, Score::dissatisfied},
    {"suggestions_filed",     {"提交建议", "Suggestions filed"},                      suggestion, Action::file, deputy},
    {"suggestions_signed",    {"附议建议", "Suggestions signed jointly"},             suggestion, Action::sign_jointly, joint_signatory},
    {"suggestions_evaluated", {"评价建议办理", "Replies to suggestions evaluated"},   suggestion, Action::evaluate, deputy},
  });
}();
// clang-format on

/// How long messages waited: until the deputy first acted, and until he first answered. To look at
/// one is not to act on it.
constexpr bool is_first_act(Role who, Action action) {
  return who == Role::deputy && action != Action::look;
}
constexpr bool is_first_answer(Role who, Action action) {
  return who == Role::deputy && (action == Action::answer || action == Action::relay);
}

}  // namespace mashang::rules
