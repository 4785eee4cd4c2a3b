// Outbox: what must be told to others, written in the same job as the event or warning
// that is the reason for it. It waits here until it is passed on to those whom it is for; what
// then becomes of it stands in delivery_store.h.
#pragma once

#include <vector>

#include <boost/describe/enum.hpp>

#include "store/connection.h"

namespace mashang::store {

/// `no_channel`: nobody of those whom it is for chose one. The row is kept.
enum class OutboxState { waiting, passed_on, no_channel };
BOOST_DESCRIBE_ENUM(OutboxState, waiting, passed_on, no_channel)

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
/// It waits no longer.
void take_out(Connection& connection, std::int64_t id, OutboxState state);

}  // namespace mashang::store
