// Proofs about a lifecycle, made by the compiler: a table that has a dead end, a doubled row, a
// lost clock or a lost citation does not build.
#pragma once

#include <array>
#include <initializer_list>

#include "rules/transition.h"

namespace mashang::rules {

inline constexpr std::size_t kStateCount = std::size_t(State::archived) + 1;

/// (from, action) is unique, so "why not?" has one answer.
consteval bool one_row_per_step(Lifecycle rows) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = i + 1; j < rows.size(); ++j)
      if (rows[i].from == rows[j].from && rows[i].action == rows[j].action) return false;
  return true;
}

consteval bool every_row_cited(Lifecycle rows) {
  for (const Transition& row : rows)
    if (row.basis.instrument.empty() || row.basis.article.empty() || row.basis.title.zh.empty() ||
        row.basis.title.en.empty())
      return false;
  return true;
}

consteval std::array<bool, kStateCount> reached_from_blank(Lifecycle rows) {
  std::array<bool, kStateCount> reached{};
  reached[std::size_t(State::blank)] = true;
  for (std::size_t round = 0; round < kStateCount; ++round)
    for (const Transition& row : rows)
      if (reached[std::size_t(row.from)]) reached[std::size_t(row.to)] = true;
  return reached;
}

/// Every state a row speaks of can be reached from `blank`.
consteval bool all_reachable(Lifecycle rows) {
  const auto reached = reached_from_blank(rows);
  for (const Transition& row : rows)
    if (!reached[std::size_t(row.from)] || !reached[std::size_t(row.to)]) return false;
  return true;
}

constexpr bool ends(Lifecycle rows, State state) {
  for (const Transition& row : rows)
    if (row.from == state) return false;
  return true;
}

/// A case comes to rest only in these states.
consteval bool ends_only_at(Lifecycle rows, std::initializer_list<State> states) {
  for (const Transition& row : rows) {
    bool listed = false;
    for (const State state : states) listed = listed || state == row.to;
    if (ends(rows, row.to) != listed) return false;
  }
  return true;
}

/// A state together with the clocks that run in it.
struct Situation {
  State state;
  std::uint32_t running;

  constexpr bool operator==(const Situation&) const = default;
};

/// A guard that asks whether a clock has run out holds only while that clock runs.
constexpr std::uint32_t clocks_asked(Guards when) {
  std::uint32_t asked = 0;
  if (when.has(Guard::look_overdue)) asked |= bit(Clock::look_limit);
  if (when.has(Guard::tell_overdue)) asked |= bit(Clock::tell_limit);
  if (when.has(Guard::relay_overdue)) asked |= bit(Clock::relay_limit);
  if (when.has(Guard::rating_window_over)) asked |= bit(Clock::rating_window);
  return asked;
}

constexpr bool possible(const Transition& row, const Situation& at) {
  const std::uint32_t asked = clocks_asked(row.when);
  return row.from == at.state && (asked & ~at.running) == 0;
}

constexpr Situation after(const Transition& row, const Situation& at) {
  return {row.to, (at.running & ~row.clocks.stops) | row.clocks.starts};
}

/// Every situation that some path from `blank` leads to.
struct Situations {
  std::array<Situation, 256> all{};
  std::size_t count = 0;

  constexpr void add(const Situation& found) {
    for (std::size_t i = 0; i < count; ++i)
      if (all[i] == found) return;
    all[count++] = found;
  }
};

constexpr Situations situations(Lifecycle rows) {
  Situations found;
  found.add({State::blank, 0});
  for (std::size_t i = 0; i < found.count; ++i)
    for (const Transition& row : rows)
      if (possible(row, found.all[i])) found.add(after(row, found.all[i]));
  return found;
}

consteval bool no_clock_started_twice(Lifecycle rows) {
  const Situations found = situations(rows);
  for (std::size_t i = 0; i < found.count; ++i)
    for (const Transition& row : rows)
      if (possible(row, found.all[i]) &&
          (found.all[i].running & ~row.clocks.stops & row.clocks.starts) != 0)
        return false;
  return true;
}

consteval bool no_clock_left_running(Lifecycle rows) {
  const Situations found = situations(rows);
  for (std::size_t i = 0; i < found.count; ++i)
    if (ends(rows, found.all[i].state) && found.all[i].running != 0) return false;
  return true;
}

/// No row stops a clock that never runs there: such a stop would be a slip of the pen.
consteval bool no_stop_in_vain(Lifecycle rows) {
  const Situations found = situations(rows);
  for (const Transition& row : rows) {
    std::uint32_t running = 0;
    for (std::size_t i = 0; i < found.count; ++i)
      if (found.all[i].state == row.from) running |= found.all[i].running;
    if ((row.clocks.stops & ~running) != 0) return false;
  }
  return true;
}

}  // namespace mashang::rules
