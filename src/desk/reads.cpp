// Each read is one snapshot, so that a case and its timeline never disagree.
#include "desk/reads.h"

#include <algorithm>

#include "desk/saving.h"
#include "rules/lifecycle.h"
#include "store/case_store.h"
#include "store/order_store.h"

namespace mashang::desk {
namespace {

using rules::CaseKind;
using store::Connection;

/// A stream that was away longer than this reads its pages anew anyway.
constexpr std::size_t kReplayMax = 1000;

CaseReading with_order(Connection& connection, cases::Case standing) {
  CaseReading reading{.standing = std::move(standing)};
  const auto* message = std::get_if<cases::Message>(&reading.standing);
  if (message == nullptr) return reading;
  const auto order = store::order_of_message(connection, {message->head.id});
  if (order) reading.order = store::load_order(connection, *order);
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
    if (!standing || !rules::may_see(person.viewer, kind, cases::parties_of(*standing)))
      return std::nullopt;
    CaseReading reading = with_order(connection, *std::move(standing));
    reading.timeline = store::events_of(connection, kind, id);
    return reading;
  });
}

Listing list_queue(Desk& desk, const Person& person, const rules::Queue& queue,
                   std::optional<store::QueuePlace> after, int limit) {
  return desk.database.read([&](Connection& connection) {
    // One more than asked for tells whether there is a next page.
    const store::Slice slice{.sorting = sorting_of(queue), .after = after, .limit = limit + 1};
    auto places = store::cases_in(connection, {person.viewer, queue.kind, queue.states}, slice);
    Listing listing;
    if (int(places.size()) > limit) {
      places.resize(std::size_t(limit));
      listing.next = places.back();
    }
    for (const store::QueuePlace& place : places)
      if (auto standing = store::load_case(connection, queue.kind, place.id))
        listing.cases.push_back(with_order(connection, *std::move(standing)));
    return listing;
  });
}

std::vector<QueueSize> count_queues(Desk& desk, const Person& person) {
  const Instant now = desk.now();
  return desk.database.read([&](Connection& connection) {
    std::vector<QueueSize> sizes;
    for (const rules::Queue& queue : rules::kQueues)
      if (queue.who.has(person.viewer.role))
        sizes.push_back(
            {&queue, store::count_in(connection, {person.viewer, queue.kind, queue.states}, now)});
    return sizes;
  });
}

std::vector<Change> changes_after(Desk& desk, const Person& person, std::int64_t seq) {
  return desk.database.read([&](Connection& connection) {
    std::vector<Change> changes;
    for (const rules::Sight& sight : rules::kSights) {
      if (sight.who != person.viewer.role) continue;
      const store::Following following{person.viewer, sight.kind, seq, kReplayMax};
      for (const store::StoredEvent& stored : store::events_seen(connection, following))
        if (auto change = visible_change(connection, person, stored))
          changes.push_back(*std::move(change));
    }
    std::ranges::sort(changes, {}, &Change::seq);
    if (changes.size() > kReplayMax) changes.resize(kReplayMax);
    return changes;
  });
}

std::vector<cases::Option> options_of(const Desk& desk, const Person& person,
                                      const cases::Case& standing) {
  return cases::options_for(standing, person.viewer.role, surroundings_of(desk), desk.now());
}

}  // namespace mashang::desk
