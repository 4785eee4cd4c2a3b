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

/// Which run of a clock: `nth` counts the runs of the same clock in a case from 1.
struct RunKey {
  rules::Clock clock{};
  int nth = 0;

  bool operator==(const RunKey&) const = default;
};
BOOST_DESCRIBE_STRUCT(RunKey, (), (clock, nth))

/// R21, R22, R52: a due time that was moved, with both values; the start stays what it was.
struct ClockMove {
  rules::Clock clock{};
  int nth = 0;
  Instant at;
  rules::Action by{};
  Instant from;
  Instant to;
  Instant half_at;
  Instant four_fifths_at;
  bool provisional = false;
  std::string length;

  bool operator==(const ClockMove&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClockMove, (),
                      (clock, nth, at, by, from, to, half_at, four_fifths_at, provisional, length))

/// One run of a clock.
struct ClockRun {
  rules::Clock clock{};
  int nth = 0;
  UnitId unit;  // R17: whose clock it is, where each unit has its own
  Instant started_at;
  Instant half_at;         // R54: when half of its time is used up
  Instant four_fifths_at;  // R54: and four fifths
  Instant due_at;
  bool provisional = false;  // R52: a needed notice is missing
  std::string length;        // "5 working days", as in the rulebook when it started
  calendar::Mode mode{};     // R53
  std::string basis;         // "hengyang-2022 limits"
  std::optional<Instant> stopped_at;
  std::vector<ClockMove> moves;

  bool running() const { return !stopped_at; }
  /// R18: lateness is what it was when the clock stopped, and stays.
  bool late(Instant now) const { return stopped_at.value_or(now) > due_at; }
  bool operator==(const ClockRun&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClockRun, (),
                      (clock, nth, unit, started_at, half_at, four_fifths_at, due_at, provisional,
                       length, mode, basis, stopped_at, moves))

struct Event {
  rules::CaseKind kind{};
  std::int64_t case_id = 0;
  std::int64_t version = 0;  // of the case after this event; 1 is its first
  Instant at;
  Actor actor;
  rules::Action action{};
  rules::State from{};
  rules::State to{};
  int rulebook = 0;  // the version by which it was decided
  Input input;
  std::vector<RunKey> stopped;
  std::vector<ClockRun> started;
  std::vector<ClockMove> moved;
};

}  // namespace mashang::cases
