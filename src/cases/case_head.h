// CaseHead: what all kinds of case have in common, and all that the engine needs to know of them.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "cases/event.h"

namespace mashang::cases {

struct CaseHead {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state = rules::State::blank;
  Instant created_at;
  Instant updated_at;
  int rulebook = 0;              // the version under which it began, and stays
  std::vector<ClockRun> clocks;  // every run, oldest first; kept in their own table

  const ClockRun* running(rules::Clock clock) const;
  /// The run of a unit's own clock.
  const ClockRun* running(rules::Clock clock, UnitId unit) const;
  /// The running limit that runs out first; where none runs the window that ends first, or nullptr.
  const ClockRun* next_due() const;
  bool operator==(const CaseHead&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseHead, (),
                      (kind, id, number, version, state, created_at, updated_at, rulebook))

/// The head's part of applying an event: state, version, time, clocks.
void apply(CaseHead& head, const Event& event);

}  // namespace mashang::cases
