// Clock store: the runs of a case's clocks. They live here only, not in the case's document, so
// that what runs out next can be asked of the database.
#pragma once

#include <vector>

#include "cases/case_head.h"
#include "store/connection.h"

namespace mashang::store {

/// Every run of the case's clocks, in the order they started.
std::vector<cases::ClockRun> load_clocks(Connection& connection, rules::CaseKind kind,
                                         std::int64_t case_id);

/// Writes the runs that started, moved or stopped at `since` or later; the others stand already.
void save_clocks(Connection& connection, const cases::CaseHead& head, Instant since);

struct CaseRef {
  rules::CaseKind kind{};
  std::int64_t id = 0;

  bool operator==(const CaseRef&) const = default;
};

/// The cases in which this clock runs and was due at `now`, the longest overdue first.
std::vector<CaseRef> cases_overdue(Connection& connection, rules::Clock clock, Instant now,
                                   int limit);

/// The cases in which a due time waits for a year's notice (R52).
std::vector<CaseRef> cases_provisional(Connection& connection);

/// The cases in which a clock runs, or in which one started in this stretch of time.
std::vector<CaseRef> cases_with_clocks(Connection& connection, Instant from, Instant to);

}  // namespace mashang::store
