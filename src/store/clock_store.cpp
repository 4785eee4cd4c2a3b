// One table for the clocks of all kinds of case; `place` keeps the order of a case's own list.
#include "store/clock_store.h"

#include "base/json.h"
#include "rules/clocks.h"

namespace mashang::store {
namespace {

cases::ClockRun read_clock(Row& row) {
  cases::ClockRun run{.clock = row.take<rules::Clock>(),
                      .nth = row.take<int>(),
                      .unit = row.take<UnitId>(),
                      .started_at = row.take<Instant>(),
                      .half_at = row.take<Instant>(),
                      .four_fifths_at = row.take<Instant>(),
                      .due_at = row.take<Instant>(),
                      .provisional = row.take<bool>(),
                      .length = row.take<std::string>(),
                      .mode = row.take<calendar::Mode>(),
                      .basis = row.take<std::string>(),
                      .stopped_at = row.take<std::optional<Instant>>()};
  auto moves = read_json<std::vector<cases::ClockMove>>(row.take<std::string>());
  if (!moves) throw Fault(FaultKind::broken_row, "The moves of a clock can't be read.");
  run.moves = *std::move(moves);
  return run;
}

/// Whether nothing of the run changed at `since` or later, so that it stands already.
bool stands(const cases::ClockRun& run, Instant since) {
  return run.started_at < since && run.stopped_at.value_or(Instant::min()) < since &&
         (run.moves.empty() || run.moves.back().at < since);
}

/// Nobody is late when a window ends, so nobody is warned of it.
std::optional<Instant> first_mark(const cases::ClockRun& run) {
  return rules::is_window(run.clock) ? std::nullopt : std::optional(run.half_at);
}

CaseRef read_ref(Row& row) {
  return {.kind = row.take<rules::CaseKind>(), .id = row.take<std::int64_t>()};
}

}  // namespace

std::vector<cases::ClockRun> load_clocks(Connection& connection, rules::CaseKind kind,
                                         std::int64_t case_id) {
  return connection.all(
      "select clock, nth, unit_id, started_at, half_at, four_fifths_at, due_at, provisional, "
      "length,"
      " mode, basis, stopped_at, moves"
      " from clock where case_kind = $1 and case_id = $2 order by place",
      read_clock, kind, case_id);
}

void save_clocks(Connection& connection, const cases::CaseHead& head, Instant since) {
  int place = 0;
  for (const cases::ClockRun& run : head.clocks) {
    ++place;
    if (stands(run, since)) continue;
    // A moved due time moves the warnings that are still to come, and repeats none.
    connection.run(
        "insert into clock (case_kind, case_id, place, clock, nth, unit_id, started_at, half_at,"
        " four_fifths_at, due_at, provisional, length, mode, basis, stopped_at, moves, marks_told,"
        " mark_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,"
        " 0, $17)"
        " on conflict (case_kind, case_id, place) do update set"
        " stopped_at = excluded.stopped_at, half_at = excluded.half_at,"
        " four_fifths_at = excluded.four_fifths_at, due_at = excluded.due_at,"
        " provisional = excluded.provisional, length = excluded.length, moves = excluded.moves,"
        " mark_at = case when mark_at is null then null when marks_told = 0 then excluded.half_at"
        " when marks_told = 1 then excluded.four_fifths_at else excluded.due_at end",
        head.kind, head.id, place, run.clock, run.nth, run.unit, run.started_at, run.half_at,
        run.four_fifths_at, run.due_at, run.provisional, run.length, run.mode, run.basis,
        run.stopped_at, to_json(run.moves), first_mark(run));
  }
}

std::vector<CaseRef> cases_overdue(Connection& connection, rules::Clock clock, Instant now,
                                   int limit) {
  return connection.all(
      "select case_kind, case_id from clock"
      " where clock = $1 and stopped_at is null and due_at < $2 order by due_at limit $3",
      read_ref, clock, now, limit);
}

std::vector<CaseRef> cases_provisional(Connection& connection) {
  return connection.all(
      "select distinct case_kind, case_id from clock where stopped_at is null and provisional = 1",
      read_ref);
}

std::vector<CaseRef> cases_with_clocks(Connection& connection, Instant from, Instant to) {
  return connection.all(
      "select distinct case_kind, case_id from clock where stopped_at is null"
      " or (started_at >= $1 and started_at < $2) order by case_kind, case_id",
      read_ref, from, to);
}

}  // namespace mashang::store
