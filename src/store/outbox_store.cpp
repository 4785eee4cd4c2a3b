// One row a thing to be told.
#include "store/outbox_store.h"

namespace mashang::store {
namespace {

Outgoing read_outgoing(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .event_seq = row.take<std::optional<std::int64_t>>(),
          .warning_id = row.take<std::optional<std::int64_t>>(),
          .target = row.take<std::string>(),
          .kind = row.take<std::string>(),
          .payload = row.take<std::string>(),
          .created_at = row.take<Instant>(),
          .next_at = row.take<Instant>()};
}

}  // namespace

std::int64_t add_outgoing(Connection& connection, const Outgoing& o) {
  return *connection.value<std::int64_t>(
      "insert into outbox (event_seq, warning_id, target, kind, payload, state, created_at,"
      " next_at) values ($1, $2, $3, $4, $5, 'waiting', $6, $7) returning id",
      o.event_seq, o.warning_id, o.target, o.kind, o.payload, o.created_at, o.next_at);
}

std::vector<Outgoing> outgoing_due(Connection& connection, Instant now, int limit) {
  return connection.all(
      "select id, event_seq, warning_id, target, kind, payload, created_at, next_at from outbox"
      " where state = 'waiting' and next_at <= $1 order by next_at, id limit $2",
      read_outgoing, now, limit);
}

void take_out(Connection& connection, std::int64_t id, OutboxState state) {
  connection.run("update outbox set state = $2 where id = $1", id, state);
}

}  // namespace mashang::store
