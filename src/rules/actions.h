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
    {CaseKind::message, Action::answer_for_deputy, "station-answer"},
    {CaseKind::message, Action::ask_for_more, "question"},
    {CaseKind::message, Action::supplement, "supplement"},
    {CaseKind::message, Action::comment, "comments"},
    {CaseKind::message, Action::note_call, "call-notes"},
    {CaseKind::message, Action::publish, "publication"},
    {CaseKind::message, Action::unpublish, "publication-end"},
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
    {CaseKind::order, Action::answer_on_line, "line-answer"},
    {CaseKind::order, Action::append, "appending"},
    {CaseKind::order, Action::tell_result, "earlier-result"},
    {CaseKind::order, Action::escalate, "escalation"},
    {CaseKind::order, Action::link, "links"},
    {CaseKind::order, Action::withdraw, "withdrawal"},
    {CaseKind::order, Action::dispatch, "dispatch"},
    {CaseKind::order, Action::sign_for, "receipt"},
    {CaseKind::order, Action::change_category, "category"},
    {CaseKind::order, Action::request_return, "return"},
    {CaseKind::order, Action::grant_return, "return-grant"},
    {CaseKind::order, Action::refuse_return, "return-refusal"},
    {CaseKind::order, Action::request_extension, "extension"},
    {CaseKind::order, Action::grant_extension, "extension-grant"},
    {CaseKind::order, Action::refuse_extension, "extension-refusal"},
    {CaseKind::order, Action::assist, "assistance"},
    {CaseKind::order, Action::reply, "reply"},
    {CaseKind::order, Action::promise, "promise"},
    {CaseKind::order, Action::report_progress, "progress"},
    {CaseKind::order, Action::unit_call_back, "unit-callbacks"},
    {CaseKind::order, Action::call_back, "callbacks"},
    {CaseKind::order, Action::redo, "redo"},
    {CaseKind::order, Action::supervise, "supervised-redo"},
    {CaseKind::order, Action::open_supervision, "supervision"},
    {CaseKind::order, Action::lift_supervision, "supervision-end"},
    {CaseKind::suggestion, Action::adopt, "adoption"},
    {CaseKind::suggestion, Action::decline, "declining"},
    {CaseKind::suggestion, Action::revise, "revision"},
    {CaseKind::suggestion, Action::invite, "invitations"},
    {CaseKind::suggestion, Action::sign_jointly, "signature"},
    {CaseKind::suggestion, Action::file, "filing"},
    {CaseKind::suggestion, Action::withdraw, "withdrawal"},
    {CaseKind::suggestion, Action::turn_back, "turning-back"},
    {CaseKind::suggestion, Action::enroll, "registration"},
    {CaseKind::suggestion, Action::refer, "referral"},
    {CaseKind::suggestion, Action::request_return, "return"},
    {CaseKind::suggestion, Action::grant_return, "return-grant"},
    {CaseKind::suggestion, Action::refuse_return, "return-refusal"},
    {CaseKind::suggestion, Action::assist, "assistance"},
    {CaseKind::suggestion, Action::report_progress, "progress"},
    {CaseKind::suggestion, Action::reply_formally, "reply"},
    {CaseKind::suggestion, Action::evaluate, "evaluation"},
});

}  // namespace mashang::rules
