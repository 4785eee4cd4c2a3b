// One decision may bring about others in linked cases: passing on to the hotline makes an order,
// the order's end comes back to each message that waits for it.
#include "desk/saving.h"

#include <cassert>

#include "base/json.h"
#include "cases/consequence.h"
#include "rules/disclosure.h"
#include "rules/lifecycle.h"
#include "rules/notices.h"
#include "store/case_store.h"
#include "store/message_store.h"
#include "store/order_store.h"
#include "store/outbox_store.h"
#include "store/reference_store.h"

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

/// "deputy:12": whom a notice is for, by the tie through which that part sees such a case. By the
/// account, since that is what people sign in with.
std::vector<std::string> targets_of(const rules::Notice& notice, const rules::Parties& parties) {
  const rules::Sight* sight = rules::sight_of(notice.audience, notice.kind);
  assert(sight != nullptr);
  const std::string account =
      std::string(json::enum_name(rules::account_of(notice.audience))) + ":";
  std::vector<std::string> targets;
  for (const std::string& party : rules::whose_all(sight->by, parties))
    targets.push_back(account + party);
  const std::string party = rules::whose(sight->by, parties);
  if (!party.empty() || sight->by == rules::Tie::oversees) targets.push_back(account + party);
  return targets;
}

void queue_notices(store::Connection& connection, const Case& standing, const Event& event,
                   std::int64_t seq) {
  for (const rules::Notice& notice : rules::kNotices) {
    if (notice.kind != event.kind || notice.action != event.action) continue;
    const NoticePayload payload{event.kind, event.case_id, cases::head_of(standing).number,
                                event.action, event.to};
    for (const std::string& target : targets_of(notice, cases::parties_of(standing)))
      store::add_outgoing(connection, {.event_seq = seq,
                                       .target = target,
                                       .kind = "notice",
                                       .payload = to_json(payload),
                                       .created_at = event.at,
                                       .next_at = event.at});
  }
}

/// R71: a page tells where the matter stands that was joined, and who joined.
std::vector<MessageId> neighbours_of(store::Connection& connection, const Case& standing) {
  std::vector<MessageId> messages;
  const auto* message = std::get_if<cases::Message>(&standing);
  if (message == nullptr) return messages;
  if (message->joins) messages.push_back(message->joins->message);
  for (const store::NumberedMessage& one : store::messages_joining(connection, {message->head.id}))
    messages.push_back(one.id);
  return messages;
}

std::vector<MessageId> messages_of(const Case& standing) {
  if (const auto* order = std::get_if<cases::Order>(&standing)) return order->messages();
  std::vector<MessageId> messages;
  if (const auto* suggestion = std::get_if<cases::Suggestion>(&standing))
    for (const cases::Source& source : suggestion->sources) messages.push_back(source.message);
  return messages;
}

/// R16: the linked group, of which each order's page tells.
std::vector<OrderId> same_matter(store::Connection& connection, const Case& standing) {
  constexpr int kLinkedMax = 100;
  std::vector<OrderId> orders;
  const auto* order = std::get_if<cases::Order>(&standing);
  if (order == nullptr || !order->matter) return orders;
  for (const store::LinkedOrder& one :
       store::orders_of_matter(connection, order->matter, kLinkedMax))
    orders.push_back(one.id);
  return orders;
}

Change change_of(const Event& event, std::int64_t seq, const Case& standing) {
  return {seq,
          event.kind,
          event.case_id,
          event.version,
          event.to,
          event.action,
          event.at,
          cases::parties_of(standing),
          messages_of(standing)};
}

/// The other case's decision by the system. A refusal here would be a bug: the tables say that the
/// other case waits for exactly this step.
Decision must_decide(const Case& standing, rules::Action action, cases::Input input,
                     const cases::Surroundings& around, Instant now) {
  auto decision = cases::decide(standing, {action, cases::Actor{}, std::move(input)}, around, now);
  assert(decision);
  return *std::move(decision);
}

/// One case that another one brings about or moves.
struct Follower {
  const Desk& desk;
  store::Connection& connection;
  const Case& standing;
  const Event& event;
  Instant now;

  Decision begin(CaseKind kind, rules::Action then) const {
    const std::int64_t id = store::new_case_id(connection, kind);
    return must_decide(cases::blank_case(kind, id), then,
                       cases::input_for(standing, event, then, case_number(kind, id, now)),
                       surroundings_of(desk), now);
  }

  Decision go_on(CaseKind kind, std::int64_t id, rules::Action then) const {
    const auto other = store::load_case(connection, kind, id);
    assert(other);
    return must_decide(*other, then, cases::input_for(standing, event, then, ""),
                       surroundings_of(desk, connection, *other), now);
  }

  std::vector<Change> take(const Decision& decision) const {
    return save(desk, connection, decision, now);
  }
};

/// R6, R7, R15, R16: what follows in other cases. Each is saved before the next is loaded.
std::vector<Change> follow(const Follower& follower, const rules::Consequence& row) {
  const auto* order = std::get_if<cases::Order>(&follower.standing);
  if (row.then == rules::Action::submit || row.then == rules::Action::propose)
    return follower.take(follower.begin(row.then_kind, row.then));
  if (row.then == rules::Action::take_addition)
    return follower.take(
        follower.go_on(CaseKind::order, order->earlier.value().order.value, row.then));
  std::vector<Change> changes;
  for (const MessageId message : order->messages()) {
    const auto more = follower.take(follower.go_on(CaseKind::message, message.value, row.then));
    changes.insert(changes.end(), more.begin(), more.end());
  }
  return changes;
}

std::string_view prefix_of(CaseKind kind) {
  switch (kind) {
    case CaseKind::message: return "LY";
    case CaseKind::order: return "GD";
    case CaseKind::suggestion: break;
  }
  return "JY";
}

bool deputy_gone(store::Connection& connection, const Case& standing) {
  const DeputyId id = cases::parties_of(standing).deputy;
  const auto deputy = id ? store::find_deputy(connection, id) : std::nullopt;
  return deputy && deputy->status == rules::DeputyStatus::ended;
}

}  // namespace

std::string case_number(CaseKind kind, std::int64_t id, Instant now) {
  std::string day = format_day(day_of(now));
  std::erase(day, '-');
  std::string number = std::to_string(id);
  if (number.size() < 6) number.insert(0, 6 - number.size(), '0');
  return std::string(prefix_of(kind)) + day + "-" + number;
}

bool many_orders(const Desk& desk, store::Connection& connection, OrderId matter, int more) {
  const int most = desk.city.regulation().rulebooks.in_force(desk.now()).same_matter_orders_count;
  return store::count_orders_of_matter(connection, matter) + more >= most;
}

cases::Actor actor_of(rules::Role part, const Person& person) {
  const bool named = rules::named_in_events(part);
  return {part, person.viewer.person, named ? person.name : std::string()};
}

cases::Surroundings surroundings_of(const Desk& desk) {
  const Regulation& regulation = desk.city.regulation();
  return {.rulebooks = regulation.rulebooks, .days = regulation.days};
}

cases::Surroundings surroundings_of(const Desk& desk, store::Connection& connection,
                                    const Case& standing) {
  cases::Surroundings around = surroundings_of(desk);
  if (std::holds_alternative<cases::Message>(standing))
    around.deputy_gone = deputy_gone(connection, standing);
  if (const auto* order = std::get_if<cases::Order>(&standing)) {
    const OrderId own{order->head.id};
    around.many_orders = many_orders(desk, connection, order->matter ? order->matter : own);
    around.heads_group = !order->matter && store::count_orders_of_matter(connection, own) > 1;
  }
  return around;
}

cases::Surroundings surroundings_of(const Desk& desk, store::Connection& connection,
                                    const Case& standing, const Person& person) {
  cases::Surroundings around = surroundings_of(desk, connection, standing);
  const rules::Parties parties = cases::parties_of(standing);
  const auto part = rules::part_of(person.viewer, cases::head_of(standing).kind, parties);
  if (part && rules::acts_beside_others(*part)) around.actor_unit = person.viewer.unit;
  around.actor_deputy = person.viewer.deputy;
  return around;
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
    changes.back().orders = same_matter(connection, decision.after);
    for (const MessageId message : neighbours_of(connection, decision.after))
      changes.back().messages.push_back(message);
  }
  for (const Event& event : decision.events)
    for (const rules::Consequence& row : rules::kConsequences) {
      if (row.kind != event.kind || row.action != event.action) continue;
      const auto more = follow({desk, connection, decision.after, event, now}, row);
      changes.insert(changes.end(), more.begin(), more.end());
    }
  return changes;
}

}  // namespace mashang::desk
