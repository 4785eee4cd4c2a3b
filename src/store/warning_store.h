// Warning store (R54): which marks of which running clocks are reached, and who was told of them.
// Invariant: a mark is told once, whatever stops the server in between, because the telling and the
// clock's next mark are written in one transaction.
#pragma once

#include <array>
#include <vector>

#include "rules/vocabulary.h"
#include "store/connection.h"

namespace mashang::store {

/// A running clock that has reached a mark.
struct Reached {
  rules::CaseKind kind{};
  std::int64_t case_id = 0;
  rules::Clock clock{};
  int nth = 0;
  UnitId unit;
  rules::Mark mark{};
  Instant due_at;
};

/// Those whose mark lies before `now`, the earliest first.
std::vector<Reached> marks_reached(Connection& connection, Instant now, int limit);
/// The same of one case.
std::vector<Reached> marks_reached_in(Connection& connection, rules::CaseKind kind,
                                      std::int64_t case_id, Instant now);

/// A warning given: to whom, of what.
struct Warning {
  std::int64_t id = 0;
  rules::CaseKind kind{};
  std::int64_t case_id = 0;
  std::string number;  // the case's
  rules::Clock clock{};
  int nth = 0;
  rules::Mark mark{};
  rules::Audience audience{};
  std::string target;  // "unit:12", "unit_leader:12", "supervisor:"
  Instant due_at;
  Instant at;
};

/// Keeps the warning and sets the clock's next mark; its id is given here.
std::int64_t add_warning(Connection& connection, const Warning& warning);

/// The warnings of a case, oldest first.
std::vector<Warning> warnings_of(Connection& connection, rules::CaseKind kind,
                                 std::int64_t case_id);
/// The last warnings to either target, newest first.
std::vector<Warning> warnings_to(Connection& connection, const std::array<std::string, 2>& targets,
                                 int limit);

}  // namespace mashang::store
