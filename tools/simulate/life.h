// Life: some weeks of a small town, all from one seed. Invariant: nothing but the seed, the weeks
// and data/ decides what happens in it.
#pragma once

#include <map>
#include <set>

#include "simulate/history.h"
#include "simulate/inspector.h"
#include "simulate/people.h"

namespace mashang::simulate {

/// What is told of one life, or of many.
struct Told {
  std::int64_t cases_count = 0;
  std::int64_t events_count = 0;
  std::int64_t steps_count = 0;
  std::int64_t refused_count = 0;
  std::int64_t restarts_count = 0;
  std::int64_t left_waiting_count = 0;       // for a deputy whose term has ended
  std::set<const rules::Transition*> rows;   // that were taken
  std::set<std::string, std::less<>> codes;  // of refusals

  void add(const Told& other);
};

class Life {
 public:
  Life(const Statutes& statutes, std::uint64_t seed, int weeks, Inspector& inspector);

  /// Throws Breach or Contradiction.
  void live();

  const Told& told() const { return told_; }
  const Town& town() const { return town_; }
  const History& history() const { return history_; }
  Instant now() const { return now_; }

 private:
  void step();
  void pass_time();
  void something_happens();
  void end_or_suspend_a_term();
  void restart();
  void somebody_acts();
  bool take(const Attempt& attempt);
  void keep(const Changes& changes);
  void refuse(const rules::Refusal& refusal, std::int64_t id);
  void go_round();
  void settle();
  bool waits_for_nobody(std::int64_t id) const;

  Chance chance_;
  Instant now_;
  Instant end_;
  City city_;
  Town town_;
  Inspector& inspector_;
  History history_;
  Told told_;
  std::map<std::int64_t, std::string> begun_;  // every number ever given
};

}  // namespace mashang::simulate
