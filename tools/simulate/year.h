// Year: the orders of a whole city in one year, with their messages, at realistic shares, through
// the same code. Invariant: a case at rest is looked at by every invariant of cases, and only then
// dropped from memory.
#pragma once

#include <array>
#include <deque>
#include <queue>

#include "simulate/habits.h"
#include "simulate/inspector.h"
#include "simulate/people.h"

namespace mashang::simulate {

struct YearPlan {
  int year = 2026;
  std::int64_t orders_count = 500'000;
  std::uint64_t seed = 1;
};

/// How many runs of a clock came to their end, and how many of them in time.
struct OnTime {
  std::int64_t runs_count = 0;
  std::int64_t in_time_count = 0;
};

struct YearTold {
  std::int64_t orders_count = 0;
  std::int64_t cases_count = 0;
  std::int64_t events_count = 0;
  std::int64_t decisions_count = 0;
  std::int64_t refused_count = 0;
  std::int64_t due_times_count = 0;
  std::int64_t left_open_count = 0;
  std::size_t open_most = 0;
  std::array<OnTime, rules::kClockCount> on_time{};
  std::array<std::int64_t, rules::kStateCount> ends{};
};

class Year {
 public:
  Year(const Statutes& statutes, YearPlan plan, Inspector& inspector);

  /// Throws Breach or Contradiction.
  const YearTold& live();

 private:
  /// Somebody is going to do this, if the case still stands where it did.
  struct Task {
    Instant at;
    std::int64_t id = 0;
    rules::State state{};
    const Habit* habit = nullptr;
    bool operator>(const Task& other) const {
      return at != other.at ? at > other.at : id > other.id;
    }
  };

  void write_one(Instant at);
  void do_tasks_until(Instant end);
  void do_task(const Task& task);
  void take(Result<Changes, rules::Refusal> changes, std::int64_t acted_on);
  void go_round();
  void keep(const Changes& changes, std::int64_t acted_on);
  void plan_next(const cases::Case& standing, bool after_refusal);
  const Habit* draw(const cases::CaseHead& head);
  const Person* whose_turn(const cases::Case& standing, rules::Role role);
  void count_rest(const cases::Case& standing);

  YearPlan plan_;
  Inspector& inspector_;
  Chance chance_;
  Instant now_;
  City city_;
  Town town_;
  YearTold told_;
  std::priority_queue<Task, std::vector<Task>, std::greater<>> tasks_;
  std::deque<std::int64_t> at_rest_;
  std::array<std::vector<const Person*>, rules::kRoleCount> accounts_;
};

}  // namespace mashang::simulate
