// One table for the clocks of both kinds of case; `place` keeps the order of a case's own list.
#include "store/clock_store.h"

namespace mashang::store {
namespace {

cases::ClockRun read_clock(Row& row) {
  return {.clock = row.take<rules::Clock>(),
          .nth = row.take<int>(),
          .started_at = row.take<Instant>(),
          .due_at = row.take<Instant>(),
          .provisional = row.take<bool>(),
          .length = row.take<std::string>(),
          .mode = row.take<calendar::Mode>(),
          .basis = row.take<std::string>(),
          .stopped_at = row.take<std::optional<Instant>>()};
}

CaseRef read_ref(Row& row) {
  return {.kind = row.take<rules::CaseKind>(), .id = row.take<std::int64_t>()};
}

}  // namespace

std::vector<cases::ClockRun> load_clocks(Connection& connection, rules::CaseKind kind,
                                         std::int64_t case_id) {
  return connection.all(
      "select clock, nth, started_at, due_at, provisional, length, mode, basis, stopped_at"
      " from clock where case_kind = $1 and case_id = $2 order by place",
      read_clock, kind, case_id);
}

void save_clocks(Connection& connection, const cases::CaseHead& head, Instant since) {
  int place = 0;
  for (const cases::ClockRun& run : head.clocks) {
    ++place;
    if (run.started_at < since && run.stopped_at.value_or(Instant::min()) < since) continue;
    connection.run(
        "insert into clock (case_kind, case_id, place, clock, nth, started_at, due_at, provisional,"
        " length, mode, basis, stopped_at)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        " on conflict (case_kind, case_id, place) do update set stopped_at = excluded.stopped_at",
        head.kind, head.id, place, run.clock, run.nth, run.started_at, run.due_at, run.provisional,
        run.length, run.mode, run.basis, run.stopped_at);
  }
}

std::vector<CaseRef> cases_overdue(Connection& connection, rules::Clock clock, Instant now,
                                   int limit) {
  return connection.all(
      "select case_kind, case_id from clock"
      " where clock = $1 and stopped_at is null and due_at < $2 order by due_at limit $3",
      read_ref, clock, now, limit);
}

}  // namespace mashang::store
