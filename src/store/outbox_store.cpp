// One row a thing to be told.
#include "store/outbox_store.h"

namespace mashang::store {
namespace {

Outgoing read_outgoing(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .event_seq = row.take<std::int64_t>(),
          .target = row.take<std::string>(),
          .kind = row.take<std::string>(),
          .payload = row.take<std::string>(),
          .state = row.take<OutboxState>(),
          .tries = row.take<int>(),
          .created_at = row.take<Instant>(),
          .next_at = row.take<Instant>(),
          .sent_at = row.take<std::optional<Instant>>()};
}

}  // namespace

std::int64_t add_outgoing(Connection& connection, const Outgoing& o) {
  return *connection.value<std::int64_t>(
      "insert into outbox (event_seq, target, kind, payload, state, tries, created_at, next_at)"
      " values ($1, $2, $3, $4, $5, 0, $6, $7) returning id",
      o.event_seq, o.target, o.kind, o.payload, OutboxState::waiting, o.created_at, o.next_at);
}

std::vector<Outgoing> outgoing_due(Connection& connection, Instant now, int limit) {
  return connection.all(
      "select id, event_seq, target, kind, payload, state, tries, created_at, next_at, sent_at"
      " from outbox where state = $1 and next_at <= $2 order by next_at, id limit $3",
      read_outgoing, OutboxState::waiting, now, limit);
}

void mark_sent(Connection& connection, std::int64_t id, Instant now) {
  connection.run(
      "update outbox set state = $2, tries = tries + 1, sent_at = $3 where id = $1 and state = $4",
      id, OutboxState::sent, now, OutboxState::waiting);
}

void mark_failed(Connection& connection, std::int64_t id, std::optional<Instant> next_at) {
  const OutboxState state = next_at ? OutboxState::waiting : OutboxState::given_up;
  connection.run(
      "update outbox set state = $2, tries = tries + 1, next_at = coalesce($3, next_at)"
      " where id = $1 and state = $4",
      id, state, next_at, OutboxState::waiting);
}

}  // namespace mashang::store
