// The queues of the desks: which states lie in whose queue. A queue is sorted by what runs out
// first.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "rules/scope.h"
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

/// What else must be true of a case in a queue.
enum class Flag { none, request_waits, supervised, owed };
BOOST_DESCRIBE_ENUM(Flag, none, request_waits, supervised, owed)

struct Queue {
  std::string_view name;
  CaseKind kind;
  Roles who;
  States states;
  Flag flag = Flag::none;
};

inline constexpr auto kQueues = [] {
  using enum State;
  using enum Role;
  using enum CaseKind;
  constexpr Roles hotline = reviewer | callback;
  constexpr Roles readers = resident | deputy | station | liaison_office;
  constexpr States with_units = dispatched | handling | tracked | replied | disputed;
  constexpr States at_work = submitted | accepted | with_units;
  constexpr States ended = rejected | appended | escalated | withdrawn | closed | archived;
  constexpr States open_messages =
      with_deputy | asked_back | with_station | with_office | at_hotline | result_back | answered;
  constexpr States office_work = filed | registered | referred | evaluating | promised;
  constexpr States resting = declined | withdrawn | closed;
  return std::to_array<Queue>({
      {"review", order, reviewer, submitted},
      {"dispatch", order, reviewer, accepted},
      {"decide", order, reviewer, disputed},
      {"requests", order, reviewer, dispatched | handling, Flag::request_waits},
      {"callback", order, hotline, replied},
      {"sign", order, unit, dispatched},
      {"handle", order, unit, handling},
      {"tracked", order, hotline | unit | supervisor, tracked},
      {"replied", order, unit, replied | disputed},
      {"assist", order, assisting_unit, dispatched | handling, Flag::owed},
      {"supervised", order, reviewer | unit | supervisor, accepted | with_units, Flag::supervised},
      {"watch", order, hotline | deputy | supervisor, at_work},
      {"done", order, hotline | unit | deputy | supervisor, ended},
      {"waiting", message, station, with_station},
      {"waiting", message, liaison_office, with_office},
      {"waiting", message, deputy, with_deputy | result_back},
      {"waiting", message, resident, asked_back | answered},
      {"open", message, readers, open_messages},
      {"closed", message, readers, withdrawn | closed},
      {"all", message, readers, open_messages | withdrawn | closed},
      {"mine", suggestion, deputy, proposed | drafted | evaluating},
      {"to_sign", suggestion, joint_signatory, drafted, Flag::owed},
      {"check", suggestion, liaison_office, filed},
      {"refer", suggestion, liaison_office, registered},
      {"requests", suggestion, liaison_office, referred, Flag::request_waits},
      {"to_reply", suggestion, unit, referred},
      {"replied", suggestion, unit, evaluating},
      {"assist", suggestion, assisting_unit, referred, Flag::owed},
      {"promises", suggestion, unit | liaison_office | supervisor, promised},
      {"cosigned", suggestion, joint_signatory, office_work | closed},
      {"watch", suggestion, deputy | liaison_office | supervisor, office_work},
      {"done", suggestion, deputy | liaison_office | unit | supervisor, resting},
  });
}();

/// The part that an account has in the cases of a queue, or nothing: then it has no such queue.
constexpr std::optional<Role> part_in(const Queue& queue, Role account) {
  for (unsigned i = 0; i < kRoleCount; ++i)
    if (queue.who.has(Role(i)) && account_of(Role(i)) == account) return Role(i);
  return std::nullopt;
}

/// The queue of that name for an account and a kind of case, or nullptr when it has none.
constexpr const Queue* queue_of(Role account, CaseKind kind, std::string_view name) {
  for (const Queue& queue : kQueues)
    if (queue.kind == kind && queue.name == name && part_in(queue, account)) return &queue;
  return nullptr;
}

}  // namespace mashang::rules
