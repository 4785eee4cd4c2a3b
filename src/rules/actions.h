// The noun of each action that people take: an action is a thing that comes into being, so signing
// for an order is POST /orders/7/receipt. Steps of the system have no noun: nobody can ask for
// them.
#pragma once

#include <array>
#include <string_view>

#include "rules/vocabulary.h"

namespace mashang::rules {

struct ActionNoun {
  CaseKind kind;
  Action action;
  std::string_view noun;
};

inline constexpr auto kActionNouns = std::to_array<ActionNoun>({
    {CaseKind::message, Action::look, "look"},
    {CaseKind::message, Action::answer, "answer"},
    {CaseKind::message, Action::ask_for_more, "question"},
    {CaseKind::message, Action::supplement, "supplement"},
    {CaseKind::message, Action::comment, "comments"},
    {CaseKind::message, Action::pass_on_station, "station-pass"},
    {CaseKind::message, Action::pass_on_office, "office-pass"},
    {CaseKind::message, Action::pass_on_hotline, "hotline-pass"},
    {CaseKind::message, Action::give_back, "give-back"},
    {CaseKind::message, Action::relay, "relay"},
    {CaseKind::message, Action::rate, "rating"},
    {CaseKind::message, Action::ask_again, "second-question"},
    {CaseKind::message, Action::withdraw, "withdrawal"},
    {CaseKind::order, Action::accept, "acceptance"},
    {CaseKind::order, Action::reject, "rejection"},
    {CaseKind::order, Action::record, "record"},
    {CaseKind::order, Action::dispatch, "dispatch"},
    {CaseKind::order, Action::sign_for, "receipt"},
    {CaseKind::order, Action::reply, "reply"},
    {CaseKind::order, Action::call_back, "callbacks"},
    {CaseKind::order, Action::redo, "redo"},
    {CaseKind::order, Action::supervise, "supervision"},
});

}  // namespace mashang::rules
