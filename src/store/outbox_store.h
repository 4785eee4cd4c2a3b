// Outbox: what must be told to others, written in the same job as the event or warning
// that is the reason for it. It waits here for the channel that will carry it; none is connected
// yet.
#pragma once

#include <vector>

#include "store/connection.h"

namespace mashang::store {

struct Outgoing {
  std::int64_t id = 0;
  std::optional<std::int64_t> event_seq;   // the reason: an event,
  std::optional<std::int64_t> warning_id;  // or a warning
  std::string target;
  std::string kind;
  std::string payload;
  Instant created_at;
  Instant next_at;
};

/// Queues it for `next_at`; its id is given here.
std::int64_t add_outgoing(Connection& connection, const Outgoing& outgoing);
/// Those whose turn has come, the longest waiting first.
std::vector<Outgoing> outgoing_due(Connection& connection, Instant now, int limit);

}  // namespace mashang::store
