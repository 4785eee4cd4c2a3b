// Reads: what pages show, straight from the store and within what the viewer may see
// (rules/scope.h). Nothing is decided here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/decide.h"
#include "desk/desk.h"
#include "store/event_store.h"
#include "store/queue_store.h"

namespace mashang::desk {

/// An event with its number in the one timeline.
using TimelineRow = store::StoredEvent;
/// Where a page of a queue ended.
using QueuePlace = store::QueuePlace;

struct CaseReading {
  cases::Case standing;
  std::vector<TimelineRow> timeline;
  std::optional<cases::Order> order;  // the last one a message became
};

/// The case with its history; nothing when there is none that this person may see.
std::optional<CaseReading> read_case(Desk& desk, const Person& person, rules::CaseKind kind,
                                     std::int64_t id);

/// A page of a queue, and where the next one starts.
struct Listing {
  std::vector<CaseReading> cases;  // without timelines
  std::optional<QueuePlace> next;
};
Listing list_queue(Desk& desk, const Person& person, const rules::Queue& queue,
                   std::optional<QueuePlace> after, int limit);

struct QueueSize {
  const rules::Queue* queue;
  store::QueueCount size;
};
/// Every queue of the person's role with how much lies in it.
std::vector<QueueSize> count_queues(Desk& desk, const Person& person);

/// Changes after `seq` that the person may see, oldest first, for a stream that was interrupted.
std::vector<Change> changes_after(Desk& desk, const Person& person, std::int64_t seq);

/// What the person may do with the case now, and why not the rest.
std::vector<cases::Option> options_of(const Desk& desk, const Person& person,
                                      const cases::Case& standing);

}  // namespace mashang::desk
