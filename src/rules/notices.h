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

inline constexpr auto kNotices = std::to_array<Notice>({
    {CaseKind::message, Action::send, Role::deputy},
    {CaseKind::message, Action::supplement, Role::deputy},
    {CaseKind::message, Action::withdraw, Role::deputy},
    {CaseKind::message, Action::remind, Role::deputy},
    {CaseKind::message, Action::tell_station, Role::station},
    {CaseKind::message, Action::ask_for_more, Role::resident},
    {CaseKind::message, Action::answer, Role::resident},
    {CaseKind::message, Action::answer, Role::deputy},
    {CaseKind::message, Action::pass_on_station, Role::station},
    {CaseKind::message, Action::pass_on_office, Role::liaison_office},
    {CaseKind::message, Action::pass_on_hotline, Role::resident},
    {CaseKind::message, Action::give_back, Role::deputy},
    {CaseKind::message, Action::take_rejection, Role::deputy},
    {CaseKind::message, Action::take_result, Role::deputy},
    {CaseKind::message, Action::relay, Role::resident},
    {CaseKind::message, Action::ask_again, Role::deputy},
    {CaseKind::order, Action::submit, Role::reviewer},
    {CaseKind::order, Action::dispatch, Role::unit},
    {CaseKind::order, Action::sign_for, Role::deputy},
    {CaseKind::order, Action::reply, Role::callback},
    {CaseKind::order, Action::dispute, Role::reviewer},
    {CaseKind::order, Action::redo, Role::unit},
    {CaseKind::order, Action::supervise, Role::unit},
});

}  // namespace mashang::rules
