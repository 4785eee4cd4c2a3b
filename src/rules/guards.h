// Guards: the conditions of the tables, each with its predicate, the sentence said to whoever is
// refused, and its citation. A guard's name is its refusal code. Guards are asked in this order.
#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <cstdint>

#include "base/text2.h"
#include "rules/facts.h"
#include "rules/law.h"

namespace mashang::rules {

enum class Guard : std::uint8_t {
  deputy_active,
  notice_accepted,
  photos_usable,
  not_looked_before,
  nobody_acted,
  not_rated_before,
  other_office,
  look_overdue,
  tell_overdue,
  relay_overdue,
  rated_satisfied,
  rating_window_over,
  needs_handling,
  is_praise,
  unit_known,
  caller_contacted,
  caller_settled,
  tried_enough,
  caller_dissatisfied,
  redone_under_twice,
  redone_twice,
};
BOOST_DESCRIBE_ENUM(Guard, deputy_active, notice_accepted, photos_usable, not_looked_before,
                    nobody_acted, not_rated_before, other_office, look_overdue, tell_overdue,
                    relay_overdue, rated_satisfied, rating_window_over, needs_handling, is_praise,
                    unit_known, caller_contacted, caller_settled, tried_enough, caller_dissatisfied,
                    redone_under_twice, redone_twice)

/// A set of guards, all of which must hold; written `a & b` in the tables.
struct Guards {
  std::uint64_t bits = 0;

  constexpr Guards() = default;
  constexpr Guards(Guard guard) : bits(std::uint64_t{1} << unsigned(guard)) {}
  constexpr bool has(Guard guard) const { return (bits & Guards(guard).bits) != 0; }
};
constexpr Guards operator&(Guards left, Guards right) {
  left.bits |= right.bits;
  return left;
}
constexpr Guards operator&(Guard left, Guard right) { return Guards(left) & Guards(right); }
inline constexpr Guards always{};

struct GuardRule {
  Guard guard;
  bool (*holds)(const Facts&);
  Text2 refusal;
  Citation basis;
};

// clang-format off
inline constexpr auto kGuards = std::to_array<GuardRule>({
  { Guard::deputy_active, [](const Facts& f) { return f.deputy_active; },
    {"这位代表目前不履职，请在联络站另选一位代表。",
     "This deputy is not serving at present. Please choose another deputy at the station."}, law::deputies_law_61 },
  { Guard::notice_accepted, [](const Facts& f) { return f.notice_current; },
    {"个人信息告知书已更新，请阅读现行版本后再提交。", "The privacy notice has changed. Please read the current one, then send again."}, law::pipl_17 },
  { Guard::photos_usable, [](const Facts& f) { return f.photos_usable; },
    {"有照片不是您本次上传的，请重新上传后再提交。", "One of the photos was not uploaded by you for this message. Please upload it again."}, law::ways_in },
  { Guard::not_looked_before, [](const Facts& f) { return !f.looked_before; },
    {"您已查看过这条留言。", "You have looked at this message already."}, law::reminders },
  { Guard::nobody_acted, [](const Facts& f) { return !f.acted_before; },
    {"已有人开始办理，不能再撤回。", "Somebody has acted on it already, so it can't be withdrawn any more."}, law::withdrawal },
  { Guard::not_rated_before, [](const Facts& f) { return !f.rated_before; },
    {"您已评价过这次答复。", "You have rated this answer already."}, law::rating },
  { Guard::other_office, [](const Facts& f) { return !(f.held_by_county && f.to_county) && !(f.held_by_city && f.to_city); },
    {"留言已在这一级联络机构，请选择另一级。", "The message is with the liaison office of that level already. Choose the other one."}, law::passing_on },
  { Guard::look_overdue, [](const Facts& f) { return f.look_overdue; },
    {"查看时限未到。", "The time to look at it is not over yet."}, law::reminders },
  { Guard::tell_overdue, [](const Facts& f) { return f.tell_overdue; },
    {"提醒后的时限未到。", "The time after the reminder is not over yet."}, law::reminders },
  { Guard::relay_overdue, [](const Facts& f) { return f.relay_overdue; },
    {"反馈时限未到。", "The time to pass the result on is not over yet."}, law::reminders },
  { Guard::rated_satisfied, [](const Facts& f) { return f.rated_satisfied; },
    {"群众尚未评价满意。", "The resident has not said to be satisfied."}, law::rating },
  { Guard::rating_window_over, [](const Facts& f) { return f.rating_window_over; },
    {"评价期未满。", "The time for rating is not over yet."}, law::rating },
  { Guard::needs_handling, [](const Facts& f) { return f.category_handled; },
    {"表扬类不派单办理，请直接登记。", "Praise is not dispatched. Please record it instead."}, law::praise },
  { Guard::is_praise, [](const Facts& f) { return f.category_praise; },
    {"只有表扬类可以登记后直接办结。", "Only praise can be recorded and closed at once."}, law::praise },
  { Guard::unit_known, [](const Facts& f) { return f.unit_known; },
    {"没有这个承办单位，请从名单中选择。", "There is no such handling unit. Please choose one from the list."}, law::routing },
  { Guard::caller_contacted, [](const Facts& f) { return f.contact_plausible; },
    {"答复前须先联系代表：联系时间应在派单之后、现在之前。",
     "Speak to the deputy before you reply: the contact must lie after the dispatch and not in the future."}, law::reply },
  { Guard::caller_settled, [](const Facts& f) { return f.caller_settled; },
    {"尚无满意或无需回访的记录。", "No callback on record says satisfied or not wanted."}, law::callback },
  { Guard::tried_enough, [](const Facts& f) { return f.tried_enough; },
    {"未接通的回访还不够次数（须在不同日期）。", "There have not been enough tries on different days."}, law::no_answer },
  { Guard::caller_dissatisfied, [](const Facts& f) { return f.caller_dissatisfied; },
    {"没有不满意的回访记录。", "No callback on record says dissatisfied."}, law::callback },
  { Guard::redone_under_twice, [](const Facts& f) { return !f.redone_enough; },
    {"已重办两次，应转入督办。", "It has been redone twice. It goes into supervision now."}, law::two_redos },
  { Guard::redone_twice, [](const Facts& f) { return f.redone_enough; },
    {"重办未满两次，应先发回重办。", "It has not been redone twice yet. Send it back for redo first."}, law::two_redos },
});
// clang-format on

constexpr bool guards_in_order() {
  for (std::size_t i = 0; i < kGuards.size(); ++i)
    if (kGuards[i].guard != Guard(i)) return false;
  return kGuards.size() == std::size_t(Guard::redone_twice) + 1;
}
static_assert(guards_in_order(), "every guard has its rule, in the order of the enumeration");

}  // namespace mashang::rules
