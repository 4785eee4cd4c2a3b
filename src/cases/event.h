// Event: one entry of a case's timeline, and all that changes a case. Invariant: applying the
// events of a case in order gives the case, clocks included; nothing else is ever written about it.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "calendar/limit.h"
#include "cases/inputs.h"
#include "rules/vocabulary.h"

namespace mashang::cases {

/// Who acts. The system has no person.
struct Actor {
  rules::Role role = rules::Role::system;
  PersonId person;
  std::string name;

  bool operator==(const Actor&) const = default;
};

/// One run of a clock. `nth` counts the runs of the same clock in a case from 1.
struct ClockRun {
  rules::Clock clock{};
  int nth = 0;
  Instant started_at;
  Instant due_at;
  bool provisional = false;  // R52: a needed notice is missing
  std::string length;        // "5 working days", as in the rulebook when it started
  calendar::Mode mode{};     // R53
  std::string basis;         // "hengyang-2022 limits"
  std::optional<Instant> stopped_at;

  bool running() const { return !stopped_at; }
  /// R18: lateness is what it was when the clock stopped, and stays.
  bool late(Instant now) const { return stopped_at.value_or(now) > due_at; }
  bool operator==(const ClockRun&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClockRun, (),
                      (clock, nth, started_at, due_at, provisional, length, mode, basis,
                       stopped_at))

struct Event {
  rules::CaseKind kind{};
  std::int64_t case_id = 0;
  std::int64_t version = 0;  // of the case after this event; 1 is its first
  Instant at;
  Actor actor;
  rules::Action action{};
  rules::State from{};
  rules::State to{};
  Input input;
  std::vector<rules::Clock> stopped;
  std::vector<ClockRun> started;
};

}  // namespace mashang::cases
