// Town: every case of a simulated city and what its people do to them, as the server does it but
// without a store: what the desk does between two cases and when the clock goes round is done here.
// Invariant: it holds nothing that its events don't say; replay() gives the same town.
#pragma once

#include <queue>
#include <span>
#include <stdexcept>
#include <unordered_map>

#include "cases/decide.h"
#include "rules/lifecycle.h"
#include "simulate/city.h"

namespace mashang::simulate {

/// What one decision did to one case.
struct Change {
  cases::Case before;
  std::vector<cases::Event> events;
};
using Changes = std::vector<Change>;

/// The engine contradicts itself: a step that must follow was refused, or a case is missing.
struct Contradiction : std::runtime_error {
  Contradiction(std::int64_t id, const std::string& what) : std::runtime_error(what), case_id(id) {}
  std::int64_t case_id;
};

class Town {
 public:
  explicit Town(const City& city) : city_(&city) {}

  /// A message is sent or a suggestion drafted; its number goes into the input.
  Result<Changes, rules::Refusal> begin(rules::CaseKind kind, cases::Command command, Instant now);
  Result<Changes, rules::Refusal> act(std::int64_t id, const cases::Command& command, Instant now);
  /// The clock goes round: every case whose time has run out moves by itself.
  Changes time_passes(Instant now);
  /// Every open case is asked whether it moves by itself: after a deputy's term has ended.
  Changes ask_all(Instant now);
  /// R52: a notice has come in.
  Changes recount_all(Instant now);
  /// Lives through events that happened.
  void replay(std::span<const cases::Event> events);
  /// Drops a case at rest from memory.
  void forget(std::int64_t id) { cases_.erase(id); }

  const City& city() const { return *city_; }
  /// Cases of all kinds are numbered together, from 1.
  std::int64_t last_id() const { return last_id_; }
  const cases::Case* find(std::int64_t id) const;
  const cases::Case& at(std::int64_t id) const;
  const std::vector<std::int64_t>& open_cases() const { return open_; }
  /// The order that a message waits for or last waited for, followed into the one it went into.
  const cases::Order* order_of(MessageId message) const;
  cases::Surroundings around(const cases::Case& standing, const cases::Command& command) const;
  bool operator==(const Town& other) const;

 private:
  struct Timer {
    Instant due;
    std::int64_t id = 0;
    bool operator>(const Timer& other) const {
      return due != other.due ? due > other.due : id > other.id;
    }
  };

  void save(cases::Decision decision, Changes& changes, Instant now);
  void follow(const rules::Consequence& row, std::int64_t id, const cases::Event& event,
              Changes& changes, Instant now);
  void go_on(std::int64_t id, rules::Action then, cases::Input input, Changes& changes,
             Instant now);
  void move_by_itself(std::int64_t id, Changes& changes, Instant now);
  void note(const cases::Event& event);
  void note_whether_open(const cases::Event& event);
  void note_matter(const cases::Event& event);
  /// R26: an order that was linked may make the others of its matter fall under supervision.
  void ask_others_of(OrderId matter, Changes& changes, Instant now);
  std::string number_of(rules::CaseKind kind, std::int64_t id, Instant now) const;
  int orders_of(OrderId matter) const;
  void look_up_earlier(const cases::Earlier& earlier, const cases::Case& standing,
                       rules::Action action, cases::Surroundings& around) const;
  std::vector<std::string> others_words(const std::vector<cases::Source>& sources) const;

  const City* city_;
  std::int64_t last_id_ = 0;
  std::unordered_map<std::int64_t, cases::Case> cases_;
  std::vector<std::int64_t> open_;
  std::unordered_map<std::int64_t, std::size_t> place_in_open_;
  std::unordered_map<std::int64_t, std::int64_t> order_of_message_;
  std::unordered_map<std::int64_t, std::int64_t> matter_of_;  // of linked orders
  std::unordered_map<std::int64_t, int> linked_;              // orders of a matter beside its first
  std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
};

}  // namespace mashang::simulate
