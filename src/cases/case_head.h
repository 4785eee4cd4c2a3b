// CaseHead: what messages and orders have in common, and all that the engine needs to know of them.
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
  std::vector<ClockRun> clocks;  // every run, oldest first; kept in their own table

  const ClockRun* running(rules::Clock clock) const;
  /// The running clock that runs out first, or nullptr.
  const ClockRun* next_due() const;
  bool operator==(const CaseHead&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseHead, (), (kind, id, number, version, state, created_at, updated_at))

/// The head's part of applying an event: state, version, time, clocks.
void apply(CaseHead& head, const Event& event);

}  // namespace mashang::cases
