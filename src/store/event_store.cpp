// The end of the chain is asked for each time: it is one page that is always in memory, and a copy
// of it would have to be mended whenever a job is rolled back.
#include "store/event_store.h"

#include "store/event_row.h"

namespace mashang::store {
namespace {

StoredEvent read_stored(Row& row) {
  const EventRow raw = read_event_row(row);
  return {raw.seq, event_of(raw)};
}

/// Puts the row behind the last one.
void chain(Connection& connection, EventRow& row) {
  connection.each("select seq, hash from event order by seq desc limit 1", [&](Row& last) {
    row.seq = last.take<std::int64_t>();
    row.prev_hash = last.take<std::string>();
  });
  ++row.seq;
  row.hash = hash_of(row);
}

}  // namespace

std::int64_t append_event(Connection& connection, const cases::Event& event) {
  EventRow row = row_of(event);
  chain(connection, row);
  static const std::string kInsert =
      "insert into event (" + std::string(kEventColumns) +
      ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
  connection.run(kInsert, row.seq, row.case_kind, row.case_id, row.case_version, row.at,
                 row.actor_role, row.actor_id, row.actor_name, row.action, row.from_state,
                 row.to_state, row.details, row.prev_hash, row.hash);
  return row.seq;
}

std::vector<StoredEvent> events_of(Connection& connection, rules::CaseKind kind,
                                   std::int64_t case_id) {
  static const std::string kSelect =
      "select " + std::string(kEventColumns) +
      " from event where case_kind = $1 and case_id = $2 order by case_version";
  return connection.all(kSelect, read_stored, kind, case_id);
}

std::int64_t last_seq(Connection& connection) {
  return *connection.value<std::int64_t>("select coalesce(max(seq), 0) from event");
}

}  // namespace mashang::store
