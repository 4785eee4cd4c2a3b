// Event store: the one timeline. Invariant: events are only ever added at its end, numbered without
// holes, each hashed over itself and the hash before it.
#pragma once

#include <vector>

#include "cases/event.h"
#include "store/connection.h"

namespace mashang::store {

struct StoredEvent {
  std::int64_t seq = 0;
  cases::Event event;
};

/// Adds the event at the end of the chain; its number there.
std::int64_t append_event(Connection& connection, const cases::Event& event);

/// A case's timeline, oldest first.
std::vector<StoredEvent> events_of(Connection& connection, rules::CaseKind kind,
                                   std::int64_t case_id);

/// The last event's number; 0 when there is none.
std::int64_t last_seq(Connection& connection);

}  // namespace mashang::store
