// The life of a message (留言) from a resident to a deputy. Read a row as one sentence:
//   a message that is <from> may, by <action> of <who>, if <when>, become <to>; then <clocks>.
// How long each clock runs: data/limits/. What each guard asks: guards.h. Where it says so: law/.
#pragma once

#include <array>

#include "rules/checks.h"

namespace mashang::rules {

// clang-format off
inline constexpr auto kMessageLifecycle = [] {
  using enum State; using enum Action; using enum Role; using enum Guard; using enum Clock;
  // The deputy acts, or the message leaves him: both clocks that wait for his look stop.
  constexpr Clocks looked = stop(look_limit) + stop(tell_limit);
  constexpr Clocks relayed = stop(relay_limit);
  return std::to_array<Transition>({
  // Sending (R1, R2, R3). The resident has read the notice; the deputy is one who serves.
  { blank,        send,            resident,       deputy_active & notice_accepted & photos_usable,
                                                        with_deputy,  start(look_limit), law::ways_in },
  { with_deputy,  withdraw,        resident,       nobody_acted,       withdrawn,    looked, law::withdrawal },
  { with_deputy,  supplement,      resident,       photos_usable,      with_deputy,  none, law::ways_in },

  // With the deputy (R4, R8): looked at in time, answered, asked back, or passed on by whose matter it is.
  { with_deputy,  look,            deputy,         not_looked_before,  with_deputy,  looked, law::reminders },
  { with_deputy,  remind,          system,         look_overdue,       with_deputy,  stop(look_limit) + start(tell_limit), law::reminders },
  { with_deputy,  tell_station,    system,         tell_overdue,       with_deputy,  stop(tell_limit), law::reminders },
  { with_deputy,  answer,          deputy,         always,             answered,     looked + start(rating_window), law::deputy_duties },
  { with_deputy,  ask_for_more,    deputy,         always,             asked_back,   looked, law::deputy_duties },
  { with_deputy,  comment,         deputy,         always,             with_deputy,  none, law::follow },
  { with_deputy,  pass_on_station, deputy,         always,             with_station, looked, law::passing_on },
  { with_deputy,  pass_on_office,  deputy,         always,             with_office,  looked, law::passing_on },
  { with_deputy,  pass_on_hotline, deputy,         always,             at_hotline,   looked, law::passing_on },
  { asked_back,   supplement,      resident,       photos_usable,      with_deputy,  start(look_limit), law::deputy_duties },
  { asked_back,   withdraw,        resident,       nobody_acted,       withdrawn,    none, law::withdrawal },
  { asked_back,   answer,          deputy,         always,             answered,     start(rating_window), law::deputy_duties },
  { asked_back,   comment,         deputy,         always,             asked_back,   none, law::follow },

  // With the station or a liaison office (R5): their answer goes to the deputy, who answers the resident.
  { with_station, answer,          station,        always,             result_back,  start(relay_limit), law::way_back },
  { with_station, pass_on_office,  station,        always,             with_office,  none, law::passing_on },
  { with_station, pass_on_hotline, station,        always,             at_hotline,   none, law::passing_on },
  { with_station, give_back,       station,        always,             with_deputy,  start(look_limit), law::passing_on },
  { with_station, comment,         deputy,         always,             with_station, none, law::follow },
  { with_office,  answer,          liaison_office, always,             result_back,  start(relay_limit), law::way_back },
  { with_office,  pass_on_office,  liaison_office, other_office,       with_office,  none, law::passing_on },
  { with_office,  pass_on_station, liaison_office, always,             with_station, none, law::passing_on },
  { with_office,  pass_on_hotline, liaison_office, always,             at_hotline,   none, law::passing_on },
  { with_office,  give_back,       liaison_office, always,             with_deputy,  start(look_limit), law::passing_on },
  { with_office,  comment,         deputy,         always,             with_office,  none, law::follow },

  // At the hotline (R6): the order's end comes back to the deputy, as a result or as a reasoned rejection.
  { at_hotline,   take_rejection,  system,         always,             with_deputy,  start(look_limit), law::out_of_scope },
  { at_hotline,   take_result,     system,         always,             result_back,  start(relay_limit), law::way_back },
  { at_hotline,   comment,         deputy,         always,             at_hotline,   none, law::deputies_law_31 },

  // The result's last step (R7) is the deputy's; when it is not taken in time, the station is told.
  { result_back,  relay,           deputy,         always,             answered,     relayed + start(rating_window), law::way_back },
  { result_back,  tell_station,    system,         relay_overdue,      result_back,  relayed, law::reminders },
  { result_back,  comment,         deputy,         always,             result_back,  none, law::follow },

  // Rating (R8): once per answer; asking again goes back to the deputy; the window closes by itself.
  { answered,     rate,            resident,       not_rated_before,   answered,     none, law::rating },
  { answered,     ask_again,       resident,       always,             with_deputy,  stop(rating_window) + start(look_limit), law::rating },
  { answered,     close,           system,         rated_satisfied,    closed,       stop(rating_window), law::rating },
  { answered,     close_by_time,   system,         rating_window_over, closed,       stop(rating_window), law::rating },
  { answered,     comment,         deputy,         always,             answered,     none, law::follow },
  });
}();
// clang-format on

static_assert(one_row_per_step(kMessageLifecycle));
static_assert(every_row_cited(kMessageLifecycle));
static_assert(all_reachable(kMessageLifecycle));
static_assert(ends_only_at(kMessageLifecycle, {State::withdrawn, State::closed}));
static_assert(no_clock_started_twice(kMessageLifecycle));
static_assert(no_clock_left_running(kMessageLifecycle));
static_assert(no_stop_in_vain(kMessageLifecycle));

}  // namespace mashang::rules
