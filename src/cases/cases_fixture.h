// For tests only: one message and its order, played through decide() with the rulebook and calendar
// as shipped. What the desk does between two cases (R6, R7) is done here without a store.
#pragma once

#include "calendar/calendar_fixture.h"
#include "cases/decide.h"
#include "rules/lifecycle.h"
#include "rules/rules_fixture.h"

namespace mashang::cases {

inline const rules::Rulebook& shipped_rulebook() {
  static const rules::Rulebook book = [] {
    auto read = rules::read_rulebook(rules::file_text("data/limits/hunan-hengyang-2022.toml"));
    EXPECT_TRUE(read) << read.error();
    return *std::move(read);
  }();
  return book;
}

inline const calendar::WorkingDays& shipped_days() {
  static const calendar::WorkingDays days = calendar::shipped();
  return days;
}

inline Surroundings usual_surroundings() {
  return {.rulebook = shipped_rulebook(), .days = shipped_days()};
}

/// "2026-11-24 09:00", as people write it; 24:00 is the end of the day.
inline Instant at(std::string text) {
  text.replace(text.find(' '), 1, "T");
  return parse_instant(text + "+08:00").value();
}

/// What the action hands in when nothing is said about it.
inline Input usual_input(rules::Action action, Instant now) {
  Input input = with_input_of(action, []<typename T>() -> Input { return T{}; });
  if (auto* send = std::get_if<Send>(&input)) {
    send->sender = {.number = "LY-1",
                    .resident = {11},
                    .resident_name = "张示例",
                    .deputy = {12},
                    .deputy_name = "王试一",
                    .station = {13},
                    .region = "430406005"};
    send->content.what = {"路口的红绿灯坏了。"};
  }
  if (auto* dispatched = std::get_if<Dispatched>(&input))
    *dispatched = {.unit = {14}, .unit_name = "交警支队", .note = {}};
  if (auto* record = std::get_if<Record>(&input)) record->category = rules::Category::praise;
  if (auto* reply = std::get_if<Reply>(&input)) {
    reply->public_reply = {"已修好。"};
    reply->contact.at = now;
  }
  return input;
}

inline rules::CaseKind kind_of(rules::Action action) {
  for (const rules::Transition& row : rules::kMessageLifecycle)
    if (row.action == action) return rules::CaseKind::message;
  return rules::CaseKind::order;
}

class Play {
 public:
  Case message = blank_case(rules::CaseKind::message, 1);
  Case order = blank_case(rules::CaseKind::order, 2);
  std::vector<Event> events;  // of both cases, as they happened

  Case& of(rules::CaseKind kind) { return kind == rules::CaseKind::message ? message : order; }
  rules::State state(rules::CaseKind kind) { return head_of(of(kind)).state; }

  /// Takes an action; the refusal's code, or nothing.
  std::string act(Instant now, rules::Role who, rules::Action action, const Input& input,
                  const Surroundings& around = usual_surroundings()) {
    const Actor actor{.role = who, .person = {}, .name = rules::name_of(who)};
    auto decided = decide(of(kind_of(action)), {action, actor, input}, around, now);
    if (!decided) return std::string(decided.error().code);
    take(*std::move(decided), now);
    return "";
  }
  std::string act(Instant now, rules::Role who, rules::Action action) {
    return act(now, who, action, usual_input(action, now));
  }

  void time_passes(Instant now) {
    for (const rules::CaseKind kind : {rules::CaseKind::message, rules::CaseKind::order})
      take(run_by_itself(of(kind), usual_surroundings(), now), now);
  }

 private:
  void take(Decision decision, Instant now) {
    of(head_of(decision.after).kind) = std::move(decision.after);
    for (Event& event : decision.events) {
      const rules::Consequence* row = rules::consequence_of(event.kind, event.action);
      events.push_back(std::move(event));
      if (row != nullptr) follow(*row, now);
    }
  }

  void follow(const rules::Consequence& row, Instant now) {
    if (row.then == rules::Action::submit)
      order = blank_case(rules::CaseKind::order, next_order_++);
    auto decided = decide(of(row.then_kind), {row.then, Actor{}, input_of(row.then)},
                          usual_surroundings(), now);
    ASSERT_TRUE(decided) << rules::name_of(row.then) << ": " << decided.error().code;
    take(*std::move(decided), now);
  }

  Input input_of(rules::Action action) const {
    const auto& written = std::get<Message>(message);
    if (action == rules::Action::submit)
      return Submit{.content = written.content, .caller = written.sender, .message = {1}};
    const auto& ended = std::get<Order>(order);
    if (action == rules::Action::take_rejection) return *ended.rejection;
    return TakeResult{ended.replies.empty() ? ended.record : ended.replies.back().public_reply,
                      ended.unit_name};
  }

  std::int64_t next_order_ = 2;
};

}  // namespace mashang::cases
