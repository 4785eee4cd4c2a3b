// One decision may bring about another in the linked case: passing on to the hotline makes an
// order, the order's end comes back to the message.
#include "desk/saving.h"

#include <cassert>

#include "base/json.h"
#include "base/utf8.h"
#include "rules/lifecycle.h"
#include "rules/notices.h"
#include "store/case_store.h"
#include "store/order_store.h"
#include "store/outbox_store.h"

namespace mashang::desk {
namespace {

using cases::Case;
using cases::Decision;
using cases::Event;
using rules::CaseKind;

/// What a notice says; the words are made when it is sent, in the language of whom it is for.
struct NoticePayload {
  CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  rules::Action action{};
  rules::State state{};
};
BOOST_DESCRIBE_STRUCT(NoticePayload, (), (kind, id, number, action, state))

/// "deputy:12": whom a notice is for, by the tie through which that role sees such a case.
std::string target_of(const rules::Notice& notice, const rules::Parties& parties) {
  const rules::Sight* sight = rules::sight_of(notice.audience, notice.kind);
  assert(sight != nullptr);
  return std::string(boost::describe::enum_to_string(notice.audience, "")) + ":" +
         rules::whose(sight->by, parties);
}

void queue_notices(store::Connection& connection, const Case& standing, const Event& event,
                   std::int64_t seq) {
  for (const rules::Notice& notice : rules::kNotices) {
    if (notice.kind != event.kind || notice.action != event.action) continue;
    const NoticePayload payload{event.kind, event.case_id, cases::head_of(standing).number,
                                event.action, event.to};
    store::add_outgoing(connection, {.event_seq = seq,
                                     .target = target_of(notice, cases::parties_of(standing)),
                                     .kind = "notice",
                                     .payload = to_json(payload),
                                     .created_at = event.at,
                                     .next_at = event.at});
  }
}

Change change_of(const Event& event, std::int64_t seq, const Case& standing) {
  const auto* order = std::get_if<cases::Order>(&standing);
  return {seq,
          event.kind,
          event.case_id,
          event.version,
          event.to,
          event.action,
          event.at,
          cases::parties_of(standing),
          order == nullptr ? MessageId{} : order->message};
}

/// The order's title: the first line of what happened, 40 characters of it.
std::string title_of(const cases::Message& message) {
  constexpr std::size_t kTitleLengthMax = 40;
  const std::string_view what = message.content.what.value;
  const std::string_view line = what.substr(0, what.find('\n'));
  const std::string_view head = utf8_prefix(line, kTitleLengthMax);
  return std::string(head) + (head.size() < what.size() ? "…" : "");
}

cases::Submit submission_of(const cases::Message& message, const Event& event, std::string number) {
  const auto& pass = std::get<cases::PassOnHotline>(event.input);
  cases::Submit submit{.title = title_of(message),
                       .content = cases::told_so_far(message),
                       .photos = cases::photos_so_far(message),
                       .position = message.position,
                       .caller = message.sender,
                       .message = {message.head.id},
                       .message_number = message.head.number,
                       .note = pass.note ? std::optional(pass.note->value) : std::nullopt,
                       .category = pass.category,
                       .urgent = pass.urgent.value_or(false)};
  submit.caller.number = std::move(number);
  return submit;
}

/// What the message takes from its order's end.
cases::Input input_from(const cases::Order& order, rules::Action action) {
  if (action == rules::Action::take_rejection) return *order.rejection;
  if (order.replies.empty()) return cases::TakeResult{order.record, "12345"};
  return cases::TakeResult{order.replies.back().public_reply, order.unit_name};
}

/// The linked case's decision by the system. A refusal here would be a bug: the tables say that the
/// other case waits for exactly this step.
Decision must_decide(const Desk& desk, const Case& standing, rules::Action action,
                     cases::Input input, Instant now) {
  auto decision = cases::decide(standing, {action, cases::Actor{}, std::move(input)},
                                surroundings_of(desk), now);
  assert(decision);
  return *std::move(decision);
}

Decision new_order(const Desk& desk, store::Connection& connection, const cases::Message& message,
                   const Event& event, Instant now) {
  const std::int64_t id = store::new_case_id(connection, CaseKind::order);
  const std::string number = case_number(CaseKind::order, id, now);
  return must_decide(desk, cases::blank_case(CaseKind::order, id), rules::Action::submit,
                     submission_of(message, event, number), now);
}

Decision linked_message(const Desk& desk, store::Connection& connection, const cases::Order& order,
                        rules::Action action, Instant now) {
  const auto message = store::load_case(connection, CaseKind::message, order.message.value);
  assert(message);
  return must_decide(desk, *message, action, input_from(order, action), now);
}

Decision consequence(const Desk& desk, store::Connection& connection, const Case& standing,
                     const Event& event, rules::Action then, Instant now) {
  if (const auto* message = std::get_if<cases::Message>(&standing))
    return new_order(desk, connection, *message, event, now);
  return linked_message(desk, connection, std::get<cases::Order>(standing), then, now);
}

}  // namespace

std::string case_number(CaseKind kind, std::int64_t id, Instant now) {
  std::string day = format_day(day_of(now));
  std::erase(day, '-');
  std::string number = std::to_string(id);
  if (number.size() < 6) number.insert(0, 6 - number.size(), '0');
  return (kind == CaseKind::message ? "LY" : "GD") + day + "-" + number;
}

cases::Surroundings surroundings_of(const Desk& desk) {
  return {.rulebook = desk.city.rulebook, .days = desk.city.days};
}

std::vector<Change> save(const Desk& desk, store::Connection& connection, const Decision& decision,
                         Instant now) {
  const auto first_seq = store::save_case(connection, decision.after, decision.events);
  assert(first_seq);
  std::vector<Change> changes;
  std::int64_t seq = *first_seq;
  for (const Event& event : decision.events) {
    queue_notices(connection, decision.after, event, seq);
    changes.push_back(change_of(event, seq++, decision.after));
  }
  for (const Event& event : decision.events) {
    const rules::Consequence* row = rules::consequence_of(event.kind, event.action);
    if (row == nullptr) continue;
    const Decision linked = consequence(desk, connection, decision.after, event, row->then, now);
    const auto more = save(desk, connection, linked, now);
    changes.insert(changes.end(), more.begin(), more.end());
  }
  return changes;
}

}  // namespace mashang::desk
