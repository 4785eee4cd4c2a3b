// What each clock is: whether it binds somebody or opens a window, whom it binds, and what its
// length depends on. How long it runs: data/limits/.
#pragma once

#include <optional>

#include "rules/vocabulary.h"

namespace mashang::rules {

/// A window lets somebody act while it is open; nobody is late when it ends.
constexpr bool is_window(Clock clock) {
  switch (clock) {
    case Clock::rating_window:
    case Clock::supplement_window:
    case Clock::return_window:
    case Clock::evaluation_window: return true;
    default: return false;
  }
}

/// Whom the clock binds, or whose window it is.
constexpr Role owner_of(Clock clock) {
  switch (clock) {
    case Clock::look_limit:
    case Clock::tell_limit:
    case Clock::relay_limit:
    case Clock::adopt_limit:
    case Clock::evaluation_window: return Role::deputy;
    case Clock::rating_window:
    case Clock::supplement_window: return Role::resident;
    case Clock::station_limit: return Role::station;
    case Clock::office_limit:
    case Clock::check_limit:
    case Clock::refer_limit: return Role::liaison_office;
    case Clock::review_limit:
    case Clock::dispatch_limit:
    case Clock::return_decision:
    case Clock::extension_decision: return Role::reviewer;
    case Clock::callback_limit: return Role::callback;
    case Clock::supervision_limit: return Role::supervisor;
    case Clock::assist_limit: return Role::assisting_unit;
    case Clock::sign_limit:
    case Clock::return_window:
    case Clock::work_limit:
    case Clock::redo_limit:
    case Clock::follow_up:
    case Clock::reply_limit:
    case Clock::redo_reply_limit: return Role::unit;
  }
  return Role::system;
}

/// R17: each assisting unit has a clock of its own; all others run once in a case at a time.
constexpr bool runs_for_each_unit(Clock clock) { return clock == Clock::assist_limit; }

/// R24, R45: due on the day that was promised, and not after a length of the rulebook.
constexpr bool is_promised(Clock clock) { return clock == Clock::follow_up; }

/// R21, R43: what a clock's length depends on; all others have one length.
constexpr bool depends_on_category(Clock clock) {
  return clock == Clock::work_limit || clock == Clock::redo_limit || clock == Clock::assist_limit;
}
constexpr bool depends_on_difficulty(Clock clock) {
  return clock == Clock::reply_limit || clock == Clock::assist_limit ||
         clock == Clock::return_window;
}

/// A length for each difficulty and none for orders.
constexpr bool is_of_suggestions(Clock clock) { return clock == Clock::reply_limit; }

/// R54: who is told of each mark. Units and the hotline answer to the supervisor; deputies,
/// stations and offices to the liaison office, since no hotline supervises a deputy.
constexpr Audience audience_of(Mark mark) {
  switch (mark) {
    case Mark::half: return Audience::clerk;
    case Mark::four_fifths: return Audience::leader;
    case Mark::overdue: return Audience::supervisor;
  }
  return Audience::supervisor;
}
constexpr std::optional<OfficeLevel> office_told(Role owner) {
  if (owner == Role::liaison_office) return OfficeLevel::city;
  if (owner == Role::deputy || owner == Role::station) return OfficeLevel::county;
  return std::nullopt;
}

}  // namespace mashang::rules
