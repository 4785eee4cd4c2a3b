// Duty store: the events from which a deputy's duty record is counted (R62). Invariant: a pure
// read; what counts as what is decided by the desk.
#pragma once

#include <vector>

#include "store/event_store.h"

namespace mashang::store {

/// Whose record, and of which time: from `from` on, before `to`.
struct DutySpan {
  DeputyId deputy;
  PersonId person;  // the deputy as an actor
  Instant from;
  Instant to;
};

struct DutyEvent {
  StoredEvent stored;
  std::string number;  // of the case
  Instant begun_at;    // the case
};

/// Of messages to the deputy: all events of those that came in the span, and those in the span of
/// all others. Oldest first.
std::vector<DutyEvent> duty_events_of_messages(Connection& connection, const DutySpan& span);

/// What the deputy himself did in the span with suggestions, his own and those he signs jointly.
std::vector<DutyEvent> duty_events_of_suggestions(Connection& connection, const DutySpan& span);

}  // namespace mashang::store
