// Each read is one snapshot, so that a case and its timeline never disagree.
#include "desk/reads.h"

#include <algorithm>
#include <limits>

#include "base/sha256.h"
#include "desk/clock_warnings.h"
#include "desk/receipt.h"
#include "desk/saving.h"
#include "rules/disclosure.h"
#include "rules/lifecycle.h"
#include "store/account_store.h"
#include "store/case_store.h"
#include "store/message_store.h"
#include "store/order_store.h"
#include "store/suggestion_store.h"

namespace mashang::desk {
namespace {

using rules::CaseKind;
using store::Connection;

/// A stream that was away longer than this reads its pages anew anyway.
constexpr std::size_t kReplayMax = 1000;
constexpr int kLinkedMax = 100;
constexpr int kEarlierMost = 50;
constexpr int kOwnMost = 10'000;

/// The order that works on a message: where it was appended, the one that it joined (R16).
std::optional<cases::Order> working_order(Connection& connection, MessageId message) {
  const auto id = store::order_of_message(connection, message);
  auto order = id ? store::load_order(connection, *id) : std::nullopt;
  while (order && order->head.state == rules::kJoinedState && order->earlier)
    order = store::load_order(connection, order->earlier->order);
  return order;
}

void add_suggestion(CaseReading& reading, Connection& connection, SuggestionId id) {
  if (auto suggestion = store::load_suggestion(connection, id))
    reading.suggestions.push_back(*std::move(suggestion));
}

std::vector<AttachmentId> attachments_of(const cases::Case& standing) {
  if (const auto* message = std::get_if<cases::Message>(&standing))
    return cases::attachments_so_far(*message);
  std::vector<AttachmentId> all;
  const auto* order = std::get_if<cases::Order>(&standing);
  if (order == nullptr) return all;
  all = order->attachments;
  for (const cases::Addendum& one : order->addenda)
    all.insert(all.end(), one.attachments.begin(), one.attachments.end());
  return all;
}

/// R71: whom a message joins, and who joined it.
void add_neighbours(CaseReading& reading, Connection& connection, const cases::Message& message) {
  reading.joined = store::messages_joining(connection, {message.head.id});
  if (!message.joins) return;
  const auto other = store::load_message(connection, message.joins->message);
  if (other) reading.joins_state = other->head.state;
}

/// What of other cases is shown with this one.
void add_linked(CaseReading& reading, Connection& connection) {
  if (const auto* message = std::get_if<cases::Message>(&reading.standing)) {
    const MessageId id{message->head.id};
    add_neighbours(reading, connection, *message);
    reading.order = working_order(connection, id);
    for (const SuggestionId led_to : store::suggestions_of_message(connection, id))
      add_suggestion(reading, connection, led_to);
  }
  if (const auto* order = std::get_if<cases::Order>(&reading.standing)) {
    const OrderId id{order->head.id};
    if (const auto escalated_to = store::suggestion_of_order(connection, id))
      add_suggestion(reading, connection, *escalated_to);
    if (order->earlier)
      if (const auto earlier = store::load_order(connection, order->earlier->order))
        reading.earlier =
            store::LinkedOrder{{earlier->head.id}, earlier->head.number, earlier->head.state};
    reading.linked =
        store::orders_of_matter(connection, order->matter ? order->matter : id, kLinkedMax);
  }
}

/// Who wrote it. A case without a resident has none.
std::optional<Identity> resident_of(Connection& connection, const cases::Case& standing) {
  const PersonId id = cases::parties_of(standing).resident;
  const auto person = id ? store::find_person(connection, id) : std::nullopt;
  if (!person) return std::nullopt;
  return Identity{person->name, person->phone.value_or("")};
}

/// For lists: without timeline and options.
CaseReading glimpse(Connection& connection, cases::Case standing, rules::Role part) {
  CaseReading reading{.standing = std::move(standing), .part = part};
  reading.resident = resident_of(connection, reading.standing);
  if (const auto* message = std::get_if<cases::Message>(&reading.standing))
    reading.order = working_order(connection, {message->head.id});
  return reading;
}

/// Everything a page shows, to whoever has this part in the case.
CaseReading read_whole(const Desk& desk, Connection& connection, cases::Case standing,
                       rules::Role part, const Person& person) {
  CaseReading reading{.standing = std::move(standing), .part = part};
  const cases::CaseHead& head = cases::head_of(reading.standing);
  add_linked(reading, connection);
  reading.resident = resident_of(connection, reading.standing);
  for (const AttachmentId one : attachments_of(reading.standing))
    if (auto found = store::find_attachment(connection, one))
      reading.attachments.push_back(*std::move(found));
  reading.timeline = store::events_of(connection, head.kind, head.id);
  reading.warnings = store::warnings_of(connection, head.kind, head.id);
  reading.options =
      cases::options_for(reading.standing, part,
                         surroundings_of(desk, connection, reading.standing, person), desk.now());
  const bool message = std::holds_alternative<cases::Message>(reading.standing);
  if (message && rules::may_read(part, rules::Detail::receipt_code))
    if (const auto secret = find_receipt_secret(connection))
      reading.receipt_code = receipt_code(*secret, head.number);
  return reading;
}

store::Sorting sorting_of(const rules::Queue& queue) {
  for (unsigned state = 0; state < rules::kStateCount; ++state)
    if (queue.states.has(rules::State(state)) && rules::is_open(rules::State(state)))
      return store::Sorting::due_first;
  return store::Sorting::newest_first;
}

std::optional<Change> visible_change(Connection& connection, const Person& person,
                                     const store::StoredEvent& stored) {
  const cases::Event& event = stored.event;
  const auto standing = store::load_case(connection, event.kind, event.case_id);
  if (!standing) return std::nullopt;
  const rules::Parties parties = cases::parties_of(*standing);
  if (!rules::may_see(person.viewer, event.kind, parties)) return std::nullopt;
  return Change{stored.seq, event.kind,   event.case_id, event.version,
                event.to,   event.action, event.at,      parties};
}

}  // namespace

std::optional<CaseReading> read_case(Desk& desk, const Person& person, CaseKind kind,
                                     std::int64_t id) {
  return desk.database.read([&](Connection& connection) -> std::optional<CaseReading> {
    auto standing = store::load_case(connection, kind, id);
    if (!standing) return std::nullopt;
    const auto part = rules::part_of(person.viewer, kind, cases::parties_of(*standing));
    if (!part) return std::nullopt;
    return read_whole(desk, connection, *std::move(standing), *part, person);
  });
}

std::optional<CaseReading> read_by_receipt(Desk& desk, std::string_view number,
                                           std::string_view code) {
  // Whose number it is makes no difference to what is done before the code is compared.
  const std::string wanted = normal_number(number);
  const std::string given = normal_code(code);
  return desk.database.read([&](Connection& connection) -> std::optional<CaseReading> {
    const auto secret = find_receipt_secret(connection);
    const auto id = store::find_message(connection, wanted);
    const bool right = secret && same_secret(given, receipt_code(*secret, wanted));
    if (!right || !id) return std::nullopt;
    auto message = store::load_message(connection, *id);
    const Person nobody{.viewer = {.role = rules::Role::resident}};
    return read_whole(desk, connection, *std::move(message), nobody.viewer.role, nobody);
  });
}

std::optional<std::vector<CaseReading>> read_earlier(Desk& desk, const Person& person,
                                                     MessageId message) {
  using Found = std::optional<std::vector<CaseReading>>;
  return desk.database.read([&](Connection& connection) -> Found {
    const auto part = [&](const cases::Message& one) {
      return rules::part_of(person.viewer, CaseKind::message, cases::parties_of(one));
    };
    const auto standing = store::load_message(connection, message);
    if (!standing || !part(*standing)) return std::nullopt;
    std::vector<CaseReading> earlier;
    for (const MessageId id : store::messages_of_resident(connection, standing->sender.resident,
                                                          message.value, kEarlierMost)) {
      auto one = store::load_message(connection, id);
      if (const auto his = part(*one)) earlier.push_back(glimpse(connection, *one, *his));
    }
    return earlier;
  });
}

std::vector<CaseReading> read_own_messages(Desk& desk, const Person& person) {
  return desk.database.read([&](Connection& connection) {
    std::vector<CaseReading> own;
    for (const MessageId id : store::messages_of_resident(
             connection, person.viewer.person, std::numeric_limits<std::int64_t>::max(), kOwnMost))
      if (auto message = store::load_message(connection, id))
        own.push_back(
            read_whole(desk, connection, *std::move(message), person.viewer.role, person));
    std::ranges::reverse(own);
    return own;
  });
}

Listing list_queue(Desk& desk, const Person& person, const rules::Queue& queue,
                   std::optional<store::QueuePlace> after, int limit) {
  const auto part = rules::part_in(queue, person.viewer.role);
  if (!part) return {};
  return desk.database.read([&](Connection& connection) {
    // One more than asked for tells whether there is a next page.
    const store::Slice slice{.sorting = sorting_of(queue), .after = after, .limit = limit + 1};
    const store::Share share{person.viewer, *part, queue.kind, queue.states, queue.flag};
    auto places = store::cases_in(connection, share, slice);
    Listing listing;
    if (int(places.size()) > limit) {
      places.resize(std::size_t(limit));
      listing.next = places.back();
    }
    for (const store::QueuePlace& place : places)
      if (auto standing = store::load_case(connection, queue.kind, place.id))
        listing.cases.push_back(glimpse(connection, *std::move(standing), *part));
    return listing;
  });
}

std::vector<QueueSize> count_queues(Desk& desk, const Person& person) {
  const Instant now = desk.now();
  return desk.database.read([&](Connection& connection) {
    std::vector<QueueSize> sizes;
    for (const rules::Queue& queue : rules::kQueues)
      if (const auto part = rules::part_in(queue, person.viewer.role)) {
        const store::Share share{person.viewer, *part, queue.kind, queue.states, queue.flag};
        sizes.push_back({&queue, store::count_in(connection, share, now)});
      }
    return sizes;
  });
}

std::vector<Change> changes_after(Desk& desk, const Person& person, std::int64_t seq) {
  return desk.database.read([&](Connection& connection) {
    std::vector<Change> changes;
    for (const rules::Sight& sight : rules::kSights) {
      if (rules::account_of(sight.who) != person.viewer.role) continue;
      const store::Following following{person.viewer, sight, seq, kReplayMax};
      for (const store::StoredEvent& stored : store::events_seen(connection, following))
        if (auto change = visible_change(connection, person, stored))
          changes.push_back(*std::move(change));
    }
    // Who has two parts in one case hears of it once.
    std::ranges::sort(changes, {}, &Change::seq);
    const auto twice = [](const Change& a, const Change& b) { return a.seq == b.seq; };
    changes.erase(std::unique(changes.begin(), changes.end(), twice), changes.end());
    if (changes.size() > kReplayMax) changes.resize(kReplayMax);
    return changes;
  });
}

std::vector<store::Warning> list_warnings(Desk& desk, const Person& person, int limit) {
  return desk.database.read([&](Connection& connection) {
    return store::warnings_to(connection, warning_targets(person.viewer), limit);
  });
}

}  // namespace mashang::desk
