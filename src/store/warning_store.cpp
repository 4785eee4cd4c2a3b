// `marks_told` counts the marks that were told; `mark_at` is the moment of the next one.
#include "store/warning_store.h"

namespace mashang::store {
namespace {

constexpr std::string_view kColumns =
    "id, case_kind, case_id, number, clock, nth, mark, audience, target, due_at, at";

Reached read_reached(Row& row) {
  return {.kind = row.take<rules::CaseKind>(),
          .case_id = row.take<std::int64_t>(),
          .clock = row.take<rules::Clock>(),
          .nth = row.take<int>(),
          .unit = row.take<UnitId>(),
          .mark = rules::Mark(row.take<int>()),
          .due_at = row.take<Instant>()};
}

Warning read_warning(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .kind = row.take<rules::CaseKind>(),
          .case_id = row.take<std::int64_t>(),
          .number = row.take<std::string>(),
          .clock = row.take<rules::Clock>(),
          .nth = row.take<int>(),
          .mark = row.take<rules::Mark>(),
          .audience = row.take<rules::Audience>(),
          .target = row.take<std::string>(),
          .due_at = row.take<Instant>(),
          .at = row.take<Instant>()};
}

}  // namespace

std::vector<Reached> marks_reached(Connection& connection, Instant now, int limit) {
  return connection.all(
      "select case_kind, case_id, clock, nth, unit_id, marks_told, due_at from clock"
      " where stopped_at is null and mark_at is not null and mark_at < $1 order by mark_at"
      " limit $2",
      read_reached, now, limit);
}

std::vector<Reached> marks_reached_in(Connection& connection, rules::CaseKind kind,
                                      std::int64_t case_id, Instant now) {
  return connection.all(
      "select case_kind, case_id, clock, nth, unit_id, marks_told, due_at from clock"
      " where case_kind = $1 and case_id = $2 and stopped_at is null and mark_at is not null"
      " and mark_at < $3",
      read_reached, kind, case_id, now);
}

std::int64_t add_warning(Connection& connection, const Warning& warning) {
  connection.run(
      "update clock set marks_told = marks_told + 1, mark_at = case marks_told when 0 then"
      " four_fifths_at when 1 then due_at else null end"
      " where case_kind = $1 and case_id = $2 and clock = $3 and nth = $4",
      warning.kind, warning.case_id, warning.clock, warning.nth);
  return *connection.value<std::int64_t>(
      "insert into warning (case_kind, case_id, number, clock, nth, mark, audience, target,"
      " due_at, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
      warning.kind, warning.case_id, warning.number, warning.clock, warning.nth, warning.mark,
      warning.audience, warning.target, warning.due_at, warning.at);
}

std::vector<Warning> warnings_of(Connection& connection, rules::CaseKind kind,
                                 std::int64_t case_id) {
  return connection.all("select " + std::string(kColumns) +
                            " from warning where case_kind = $1 and case_id = $2 order by id",
                        read_warning, kind, case_id);
}

std::vector<Warning> warnings_to(Connection& connection, const std::array<std::string, 2>& targets,
                                 int limit) {
  return connection.all(
      "select " + std::string(kColumns) +
          " from warning where target in ($1, $2) order by at desc, id desc limit $3",
      read_warning, targets[0], targets[1], limit);
}

}  // namespace mashang::store
