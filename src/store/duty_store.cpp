// Both reads go from the deputy's cases to their events, each a stretch of an index.
#include "store/duty_store.h"

#include "store/event_row.h"

namespace mashang::store {
namespace {

DutyEvent read_duty_event(Row& row) {
  const EventRow raw = read_event_row(row);
  return {{raw.seq, event_of(raw)}, row.take<std::string>(), row.take<Instant>()};
}

}  // namespace

std::vector<DutyEvent> duty_events_of_messages(Connection& connection, const DutySpan& span) {
  static const std::string kSql =
      "select " + std::string(kEventColumns) +
      ", m.number, m.created_at from message m"
      " join event on event.case_kind = 'message' and event.case_id = m.id"
      " where m.deputy_id = $1 and ((m.created_at >= $2 and m.created_at < $3)"
      " or (event.at >= $2 and event.at < $3)) order by event.seq";
  return connection.all(kSql, read_duty_event, span.deputy, span.from, span.to);
}

std::vector<DutyEvent> duty_events_of_suggestions(Connection& connection, const DutySpan& span) {
  static const std::string kSql =
      "select " + std::string(kEventColumns) +
      ", s.number, s.created_at from suggestion s"
      " join event on event.case_kind = 'suggestion' and event.case_id = s.id"
      " where event.actor_id = $4 and event.at >= $2 and event.at < $3"
      " and (s.deputy_id = $1 or s.id in (select case_id from case_party"
      " where tie = 'signs_jointly' and case_kind = 'suggestion' and party = $1))"
      " order by event.seq";
  return connection.all(kSql, read_duty_event, span.deputy, span.from, span.to, span.person);
}

}  // namespace mashang::store
