// Each read is one snapshot, so that a case and its timeline never disagree.
#include "desk/reads.h"

#include <algorithm>

#include "desk/clock_warnings.h"
#include "desk/saving.h"
#include "rules/lifecycle.h"
#include "store/case_store.h"
#include "store/order_store.h"
#include "store/suggestion_store.h"

namespace mashang::desk {
namespace {

using rules::CaseKind;
using store::Connection;

/// A stream that was away longer than this reads its pages anew anyway.
constexpr std::size_t kReplayMax = 1000;
constexpr int kLinkedMax = 100;

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
    CaseReading reading{.standing = *std::move(standing), .part = *part};
    add_linked(reading, connection);
    for (const AttachmentId one : attachments_of(reading.standing))
      if (auto found = store::find_attachment(connection, one))
        reading.attachments.push_back(*std::move(found));
    reading.timeline = store::events_of(connection, kind, id);
    reading.warnings = store::warnings_of(connection, kind, id);
    reading.options =
        cases::options_for(reading.standing, *part,
                           surroundings_of(desk, connection, reading.standing, person), desk.now());
    return reading;
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
      if (auto standing = store::load_case(connection, queue.kind, place.id)) {
        CaseReading reading{.standing = *std::move(standing), .part = *part};
        if (const auto* message = std::get_if<cases::Message>(&reading.standing))
          reading.order = working_order(connection, {message->head.id});
        listing.cases.push_back(std::move(reading));
      }
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
