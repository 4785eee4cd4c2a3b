// Proofs about a lifecycle, made by the compiler: a table that has a dead end, a doubled row, a
// lost clock or a lost citation does not build.
#pragma once

#include <array>
#include <initializer_list>

#include "rules/transition.h"

namespace mashang::rules {

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

/// A guard that asks about a clock holds only while that clock runs.
constexpr std::uint32_t clocks_asked(Guards when) {
  std::uint32_t asked = 0;
  if (when.has(Guard::look_overdue)) asked |= bit(Clock::look_limit);
  if (when.has(Guard::tell_overdue)) asked |= bit(Clock::tell_limit);
  if (when.has(Guard::relay_overdue)) asked |= bit(Clock::relay_limit);
  if (when.has(Guard::rating_window_over)) asked |= bit(Clock::rating_window);
  if (when.has(Guard::supplement_window_over)) asked |= bit(Clock::supplement_window);
  if (when.has(Guard::return_window_open)) asked |= bit(Clock::return_window);
  if (when.has(Guard::return_asked)) asked |= bit(Clock::return_decision);
  if (when.has(Guard::extension_asked)) asked |= bit(Clock::extension_decision);
  if (when.has(Guard::owes_assistance)) asked |= bit(Clock::assist_limit);
  if (when.has(Guard::supervised)) asked |= bit(Clock::supervision_limit);
  return asked;
}

/// A guard that rules a clock out holds only while that clock does not run.
constexpr std::uint32_t clocks_ruled_out(Guards when) {
  std::uint32_t out = 0;
  if (when.has(Guard::no_return_asked)) out |= bit(Clock::return_decision);
  if (when.has(Guard::no_extension_asked)) out |= bit(Clock::extension_decision);
  if (when.has(Guard::not_supervised)) out |= bit(Clock::supervision_limit);
  return out;
}

/// Clocks whose end may make a guard hold, so that a case may move by itself when they run out.
constexpr std::uint32_t clocks_awaited(Guards when) {
  std::uint32_t awaited = 0;
  if (when.has(Guard::look_overdue)) awaited |= bit(Clock::look_limit);
  if (when.has(Guard::tell_overdue)) awaited |= bit(Clock::tell_limit);
  if (when.has(Guard::relay_overdue)) awaited |= bit(Clock::relay_limit);
  if (when.has(Guard::rating_window_over)) awaited |= bit(Clock::rating_window);
  if (when.has(Guard::supplement_window_over)) awaited |= bit(Clock::supplement_window);
  if (when.has(Guard::supervision_overdue)) awaited |= bit(Clock::supervision_limit);
  if (when.has(Guard::evaluation_settled)) awaited |= bit(Clock::evaluation_window);
  if (when.has(Guard::supervision_due))
    awaited |= bit(Clock::sign_limit) | bit(Clock::work_limit) | bit(Clock::redo_limit) |
               bit(Clock::follow_up);
  return awaited;
}

}  // namespace mashang::rules
