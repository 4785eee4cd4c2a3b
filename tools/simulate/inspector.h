// Inspector: looks at what was touched after every step and at everything in the end, and counts
// how often each invariant was asked. Invariant: the first breach stops the life it is found in.
#pragma once

#include <set>

#include "simulate/invariants.h"

namespace mashang::simulate {

struct Breach : std::runtime_error {
  Breach(std::string_view broken, std::int64_t id, const std::string& what)
      : std::runtime_error(what), invariant(broken), case_id(id) {}
  std::string invariant;
  std::int64_t case_id;
};

/// Invariants of what is tried and of whole lives, in the order of their names in inspector.cpp.
enum class Whole {
  refused_changes_nothing,
  wrong_is_refused,
  refusal_says_why,
  case_is_its_events,
  nothing_is_lost,
  numbers_are_unique,
  restart_changes_nothing,
  every_case_can_end,
  same_seed_same_history,
};

struct Counted {
  std::string_view name;
  std::int64_t checks_count = 0;
};

class Inspector {
 public:
  Inspector();

  /// Every event of the changes, and every case they touched. Throws Breach.
  void look_at(const Town& town, const Changes& changes, Instant now);
  /// Every case there is.
  void look_at_all(const Town& town, Instant now);
  /// A case as it stands.
  void look_at_case(const cases::Case& standing, const rules::Rulebooks& books);
  /// Throws Breach unless it holds.
  void check(Whole invariant, bool holds, std::int64_t case_id, std::string_view what);

  const std::vector<Counted>& counts() const { return counts_; }

 private:
  void look_at_steps(const Town& town, const Change& change, bool is_last);
  void look_at_touched(const Town& town, const cases::Case& standing, Instant now);
  void note(std::size_t index, const Fault& fault, std::int64_t case_id);

  std::vector<Counted> counts_;
};

}  // namespace mashang::simulate
