// Delivery store: one row of the outbox on its way to one address, and what became of it.
// Invariant: a delivery is claimed before anything is sent, so what was claimed and has no end may
// have arrived.
#pragma once

#include <vector>

#include <boost/describe/enum.hpp>

#include "rules/notice_channel.h"
#include "store/connection.h"

namespace mashang::store {

enum class DeliveryState {
  queued,      // its turn comes at `next_at`
  sending,     // claimed
  sent,        // the service took it; whether a person saw it, no service tells
  unknown,     // it may have arrived, and is not sent again
  failed,      // given up
  no_channel,  // the address went away meanwhile
};
BOOST_DESCRIBE_ENUM(DeliveryState, queued, sending, sent, unknown, failed, no_channel)

struct Delivery {
  std::int64_t id = 0;
  PersonId person;
  rules::NoticeChannel channel{};
  std::int64_t subscription = 0;  // of push; 0 for others
  DeliveryState state{};
  int tries = 0;
  std::string why;  // the service's answer in a few letters, never a text of a person
  Instant created_at;
  Instant next_at;
  // Of the outbox:
  std::int64_t outbox = 0;
  std::string target;
  std::string kind;
  std::string payload;
};

/// Queued; nothing happens when this notice is on its way to that address already.
void add_delivery(Connection& connection, const Delivery& delivery);
std::optional<Delivery> find_delivery(Connection& connection, std::int64_t id);
/// The queued whose turn has come, the longest waiting first.
std::vector<Delivery> deliveries_due(Connection& connection, Instant now, int limit);
void claim_delivery(Connection& connection, std::int64_t id);
void queue_again(Connection& connection, std::int64_t id, Instant next_at, std::string_view why);
void end_delivery(Connection& connection, std::int64_t id, DeliveryState state,
                  std::string_view why, Instant now);
/// Ends as `unknown` what was claimed by a server that is no more; how many.
std::int64_t end_abandoned(Connection& connection, Instant now);

}  // namespace mashang::store
