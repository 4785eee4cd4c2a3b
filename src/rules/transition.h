// Transition: one row of a lifecycle, read as one sentence of the regulation:
//   a case that is <from> may, by <action> of <who>, if <when>, become <to>; then <clocks>.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "rules/guards.h"
#include "rules/vocabulary.h"

namespace mashang::rules {

/// A set of roles, written `station | liaison_office`.
struct Roles {
  std::uint32_t bits = 0;

  constexpr Roles(Role role) : bits(1U << unsigned(role)) {}
  constexpr bool has(Role role) const { return (bits & (1U << unsigned(role))) != 0; }
};
constexpr Roles operator|(Roles left, Roles right) {
  left.bits |= right.bits;
  return left;
}
constexpr Roles operator|(Role left, Role right) { return Roles(left) | Roles(right); }

/// What a row does to the clocks, written `stop(a) + start(b)`. Stopping comes first; stopping a
/// clock that does not run is allowed, starting one that runs is not (proofs.cpp). A clock that is
/// moved keeps its start and gets another due time; one that does not run is left alone.
struct Clocks {
  std::uint32_t stops = 0;
  std::uint32_t starts = 0;
  std::uint32_t moves = 0;
};
constexpr std::uint32_t bit(Clock clock) { return 1U << unsigned(clock); }
constexpr Clocks stop(Clock clock) { return {.stops = bit(clock)}; }
constexpr Clocks start(Clock clock) { return {.starts = bit(clock)}; }
constexpr Clocks move(Clock clock) { return {.moves = bit(clock)}; }
constexpr Clocks operator+(Clocks left, Clocks right) {
  return {.stops = left.stops | right.stops,
          .starts = left.starts | right.starts,
          .moves = left.moves | right.moves};
}
inline constexpr Clocks none{};
inline constexpr Clocks move_all{.moves = (1U << kClockCount) - 1};

struct Transition {
  State from{};
  Action action{};
  Roles who = Role::system;
  Guards when;
  State to{};
  Clocks clocks;
  Citation basis;
};

/// A whole lifecycle; (from, action) is unique in it.
using Lifecycle = std::span<const Transition>;

/// The same row for each of several states, in which the case stays.
template <std::size_t N>
constexpr std::array<Transition, N> in_each(const State (&states)[N], Action action, Roles who,
                                            Guards when, Clocks clocks, Citation basis) {
  std::array<Transition, N> rows;
  for (std::size_t i = 0; i < N; ++i)
    rows[i] = {states[i], action, who, when, states[i], clocks, basis};
  return rows;
}

/// Several runs of rows as one table.
template <std::size_t... N>
constexpr auto table(const std::array<Transition, N>&... parts) {
  std::array<Transition, (N + ...)> rows;
  auto place = rows.begin();
  ((place = std::copy(parts.begin(), parts.end(), place)), ...);
  return rows;
}

/// The row for an action from a state, or nullptr.
constexpr const Transition* find(Lifecycle rows, State from, Action action) {
  for (const Transition& row : rows)
    if (row.from == from && row.action == action) return &row;
  return nullptr;
}

/// Before its first event a case is nowhere; the tables start there.
constexpr bool is_start(State state) { return state == State::blank; }

/// Whether the lifecycle speaks of a state at all.
constexpr bool speaks_of(Lifecycle rows, State state) {
  for (const Transition& row : rows)
    if (row.from == state || row.to == state) return true;
  return false;
}

}  // namespace mashang::rules
