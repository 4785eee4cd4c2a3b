// Outbox: what must be told to others, written in the same job as the event that is the reason for
// it, and sent afterwards as often as it takes. Invariant: a row once sent or given up stays so.
#pragma once

#include <boost/describe/enum.hpp>
#include <vector>

#include "store/connection.h"

namespace mashang::store {

enum class OutboxState { waiting, sent, given_up };
BOOST_DESCRIBE_ENUM(OutboxState, waiting, sent, given_up)

struct Outgoing {
  std::int64_t id = 0;
  std::int64_t event_seq = 0;
  std::string target;
  std::string kind;
  std::string payload;
  OutboxState state{};
  int tries = 0;
  Instant created_at;
  Instant next_at;
  std::optional<Instant> sent_at;
};

/// Queues it for `next_at`; its id, state and tries are given here.
std::int64_t add_outgoing(Connection& connection, const Outgoing& outgoing);
/// Those whose turn has come, the longest waiting first.
std::vector<Outgoing> outgoing_due(Connection& connection, Instant now, int limit);
void mark_sent(Connection& connection, std::int64_t id, Instant now);
/// A try failed; the next one is at `next_at`, or never when there is none.
void mark_failed(Connection& connection, std::int64_t id, std::optional<Instant> next_at);

}  // namespace mashang::store
