// The queues of the desks: which states lie in whose queue. A queue is sorted by what runs out
// first.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "rules/transition.h"

namespace mashang::rules {

/// A set of states.
struct States {
  std::uint64_t bits = 0;

  constexpr States(State state) : bits(std::uint64_t{1} << unsigned(state)) {}
  constexpr bool has(State state) const { return (bits >> unsigned(state) & 1) != 0; }
};
constexpr States operator|(States left, States right) {
  left.bits |= right.bits;
  return left;
}
constexpr States operator|(State left, State right) { return States(left) | States(right); }

struct Queue {
  std::string_view name;
  CaseKind kind;
  Roles who;
  States states;
};

inline constexpr auto kQueues = [] {
  using enum State;
  using enum Role;
  constexpr Roles hotline = reviewer | callback;
  constexpr States at_work = submitted | accepted | dispatched | handling | replied | disputed;
  return std::to_array<Queue>({
      {"review", CaseKind::order, reviewer, submitted},
      {"dispatch", CaseKind::order, reviewer, accepted},
      {"decide", CaseKind::order, reviewer, disputed},
      {"callback", CaseKind::order, hotline, replied},
      {"sign", CaseKind::order, unit, dispatched},
      {"handle", CaseKind::order, unit, handling},
      {"replied", CaseKind::order, unit, replied | disputed},
      {"watch", CaseKind::order, hotline | deputy, at_work},
      {"done", CaseKind::order, hotline | unit | deputy, rejected | closed | archived},
      {"waiting", CaseKind::message, station, with_station},
      {"waiting", CaseKind::message, liaison_office, with_office},
      {"waiting", CaseKind::message, deputy, with_deputy | result_back},
      {"waiting", CaseKind::message, resident, asked_back | answered},
      {"open", CaseKind::message, resident | deputy | station | liaison_office,
       with_deputy | asked_back | with_station | with_office | at_hotline | result_back | answered},
      {"closed", CaseKind::message, resident | deputy | station | liaison_office,
       withdrawn | closed},
      {"all", CaseKind::message, resident | deputy | station | liaison_office,
       with_deputy | asked_back | with_station | with_office | at_hotline | result_back | answered |
           withdrawn | closed},
  });
}();

/// The queue of that name for a role and a kind of case, or nullptr when the role has none.
constexpr const Queue* queue_of(Role role, CaseKind kind, std::string_view name) {
  for (const Queue& queue : kQueues)
    if (queue.kind == kind && queue.who.has(role) && queue.name == name) return &queue;
  return nullptr;
}

}  // namespace mashang::rules
