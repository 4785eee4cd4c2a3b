// Proofs about the clocks of each lifecycle, made by the compiler over every situation that some
// path leads to: a lost clock, one started twice or one stopped in vain does not build. They stand
// here and not beside the tables, because walking all situations takes the compiler a while.
#include "rules/lifecycle.h"

namespace mashang::rules {
namespace {

/// A state together with the clocks that run in it.
struct Situation {
  State state{};
  std::uint32_t running = 0;

  constexpr bool operator==(const Situation&) const = default;
};

/// Every situation that some path from `blank` leads to.
struct Situations {
  std::array<Situation, 1024> all{};
  std::size_t count = 0;

  constexpr void add(const Situation& found) {
    for (std::size_t i = 0; i < count; ++i)
      if (all[i] == found) return;
    all[count++] = found;
  }
};

constexpr bool possible(const Transition& row, const Situation& at) {
  return row.from == at.state && (clocks_asked(row.when) & ~at.running) == 0 &&
         (clocks_ruled_out(row.when) & at.running) == 0;
}

constexpr std::uint32_t running_after(const Transition& row, const Situation& at) {
  return (at.running & ~row.clocks.stops) | row.clocks.starts;
}

/// Where a row leads to. A clock that several units have each for themselves may run on when one of
/// them is through, and never runs where there is no such unit: both are followed.
constexpr void follow(Situations& found, const Transition& row, const Situation& at) {
  const std::uint32_t running = running_after(row, at);
  const std::uint32_t each = bit(Clock::assist_limit);
  found.add({row.to, running});
  if ((row.clocks.starts & each) != 0) found.add({row.to, running & ~each});
  if (row.who.has(Role::assisting_unit)) found.add({row.to, running | each});
}

constexpr Situations situations(Lifecycle rows) {
  Situations found;
  found.add({State::blank, 0});
  for (std::size_t i = 0; i < found.count; ++i)
    for (const Transition& row : rows)
      if (possible(row, found.all[i])) follow(found, row, found.all[i]);
  return found;
}

consteval bool no_clock_started_twice(Lifecycle rows, const Situations& found) {
  for (std::size_t i = 0; i < found.count; ++i)
    for (const Transition& row : rows)
      if (possible(row, found.all[i]) &&
          (found.all[i].running & ~row.clocks.stops & row.clocks.starts) != 0)
        return false;
  return true;
}

consteval bool no_clock_left_running(Lifecycle rows, const Situations& found) {
  for (std::size_t i = 0; i < found.count; ++i)
    if (ends(rows, found.all[i].state) && found.all[i].running != 0) return false;
  return true;
}

/// No row stops a clock that never runs there: such a stop would be a slip of the pen.
consteval bool no_stop_in_vain(Lifecycle rows, const Situations& found) {
  for (const Transition& row : rows) {
    std::uint32_t running = 0;
    for (std::size_t i = 0; i < found.count; ++i)
      if (found.all[i].state == row.from) running |= found.all[i].running;
    if ((row.clocks.stops & ~running) != 0) return false;
  }
  return true;
}

/// An open case has a clock with an owner, or waits for a named person who has all the time (R7).
consteval bool somebody_is_bound(const Situations& found) {
  for (std::size_t i = 0; i < found.count; ++i) {
    const Situation& at = found.all[i];
    const bool open = is_open(at.state) && !follows_order(at.state);
    if (open && at.running == 0 && !waits_without_limit(at.state)) return false;
  }
  return true;
}

constexpr Situations kOfMessages = situations(kMessageLifecycle);
constexpr Situations kOfOrders = situations(kOrderLifecycle);
constexpr Situations kOfSuggestions = situations(kSuggestionLifecycle);

static_assert(no_clock_started_twice(kMessageLifecycle, kOfMessages));
static_assert(no_clock_left_running(kMessageLifecycle, kOfMessages));
static_assert(no_stop_in_vain(kMessageLifecycle, kOfMessages));
static_assert(somebody_is_bound(kOfMessages));
static_assert(no_clock_started_twice(kOrderLifecycle, kOfOrders));
static_assert(no_clock_left_running(kOrderLifecycle, kOfOrders));
static_assert(no_stop_in_vain(kOrderLifecycle, kOfOrders));
static_assert(somebody_is_bound(kOfOrders));
static_assert(no_clock_started_twice(kSuggestionLifecycle, kOfSuggestions));
static_assert(no_clock_left_running(kSuggestionLifecycle, kOfSuggestions));
static_assert(no_stop_in_vain(kSuggestionLifecycle, kOfSuggestions));
static_assert(somebody_is_bound(kOfSuggestions));

}  // namespace
}  // namespace mashang::rules
