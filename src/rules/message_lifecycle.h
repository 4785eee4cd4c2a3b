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
  constexpr Clocks waited = stop(supplement_window);
  constexpr Guards call_noted = call_plausible & call_order_known;
  constexpr Clocks relayed = stop(relay_limit);
  constexpr Clocks at_station = start(station_limit), left_station = stop(station_limit);
  constexpr Clocks at_office = start(office_limit), left_office = stop(office_limit);
  return table(std::to_array<Transition>({
  // Sending (R1, R2, R3). The resident has read the notice; the deputy is one who serves.
  { blank,        send,            resident,       deputy_active & notice_accepted & attachments_usable & joinable,
                                                        with_deputy,  start(look_limit), law::ways_in },
  { with_deputy,  withdraw,        resident,       nobody_acted,       withdrawn,    looked, law::withdrawal },
  { with_deputy,  supplement,      resident,       attachments_usable, with_deputy,  none, law::ways_in },

  // With the deputy (R4, R8): looked at in time, answered, asked back, or passed on by whose matter it is.
  { with_deputy,  look,            deputy,         not_looked_before,  with_deputy,  looked, law::reminders },
  { with_deputy,  remind,          system,         look_overdue,       with_deputy,  stop(look_limit) + start(tell_limit), law::reminders },
  { with_deputy,  tell_station,    system,         tell_overdue,       with_deputy,  stop(tell_limit), law::reminders },
  { with_deputy,  answer,          deputy,         always,             answered,     looked + start(rating_window), law::deputy_duties },
  { with_deputy,  ask_for_more,    deputy,         always,
                                                        asked_back,   looked + start(supplement_window), law::deputy_duties },
  { with_deputy,  pass_on_station, deputy,         always,             with_station, looked + at_station, law::passing_on },
  { with_deputy,  pass_on_office,  deputy,         always,             with_office,  looked + at_office, law::passing_on },
  { with_deputy,  pass_on_hotline, deputy,         fill_left_blank,    at_hotline,   looked, law::passing_on },
  { with_deputy,  note_call,       deputy,         call_noted,         with_deputy,  looked, law::follow },
  { asked_back,   supplement,      resident,       attachments_usable, with_deputy,  waited + start(look_limit), law::deputy_duties },
  { asked_back,   withdraw,        resident,       nobody_acted,       withdrawn,    waited, law::withdrawal },
  { asked_back,   answer,          deputy,         always,             answered,     waited + start(rating_window), law::deputy_duties },
  { asked_back,   stop_waiting,    system,         supplement_window_over, with_deputy, waited + start(look_limit), law::asking_back },

  // With the station or a liaison office (R5): their answer goes to the deputy, who answers the resident.
  { with_station, answer,          station,        deputy_serving,     result_back,  left_station + start(relay_limit), law::way_back },
  { with_station, pass_on_office,  station,        always,             with_office,  left_station + at_office, law::passing_on },
  { with_station, pass_on_hotline, station,        fill_left_blank,    at_hotline,   left_station, law::passing_on },
  { with_station, give_back,       station,        deputy_serving,     with_deputy,  left_station + start(look_limit), law::passing_on },
  { with_office,  answer,          liaison_office, always,             result_back,  left_office + start(relay_limit), law::way_back },
  { with_office,  pass_on_office,  liaison_office, other_office,       with_office,  left_office + at_office, law::passing_on },
  { with_office,  pass_on_station, liaison_office, always,             with_station, left_office + at_station, law::passing_on },
  { with_office,  pass_on_hotline, liaison_office, fill_left_blank,    at_hotline,   left_office, law::passing_on },
  { with_office,  give_back,       liaison_office, always,             with_deputy,  left_office + start(look_limit), law::passing_on },

  // At the hotline (R6): the order's end comes back to the deputy, as a result or as a reasoned rejection.
  { at_hotline,   take_rejection,  system,         always,             with_deputy,  start(look_limit), law::out_of_scope },
  { at_hotline,   take_back,       system,         always,             with_deputy,  start(look_limit), law::withdrawal },
  { at_hotline,   take_result,     system,         always,             result_back,  start(relay_limit), law::way_back },

  // The result's last step (R7) is the deputy's; when it is not taken in time, the station is told.
  { result_back,  relay,           deputy,         always,             answered,     relayed + start(rating_window), law::way_back },
  { result_back,  tell_station,    system,         relay_overdue,      result_back,  relayed, law::reminders },

  // A deputy whose term ended (R1): what waits for him goes to his station, which answers in his place.
  { with_deputy,  hand_to_station, system,         deputy_gone, with_station, looked + at_station, law::term_ended },
  { asked_back,   hand_to_station, system,         deputy_gone, with_station, waited + at_station, law::term_ended },
  { result_back,  hand_to_station, system,         deputy_gone, with_station, relayed + at_station, law::term_ended },
  { with_station, answer_for_deputy, station,      deputy_gone, answered,     left_station + start(rating_window), law::term_ended },

  // Rating (R8): once per answer; asking again goes back to the deputy; the window closes by itself.
  { answered,     rate,            resident,       not_rated_before,   answered,     none, law::rating },
  { answered,     ask_again,       resident,       always,             with_deputy,  stop(rating_window) + start(look_limit), law::rating },
  { answered,     close,           system,         rated_satisfied,    closed,       stop(rating_window), law::rating },
  { answered,     close_by_time,   system,         rating_window_over, closed,       stop(rating_window), law::rating },
  }),
  // Following (R4): the deputy may comment wherever the message is; it moves nothing (Deputies Law 31).
  in_each({with_deputy, asked_back, with_station, with_office, result_back, answered}, comment, deputy, always, none, law::follow),
  in_each({at_hotline}, comment, deputy, always, none, law::deputies_law_31),
  // He called the hotline himself and notes it; that moves nothing either, but he has acted.
  in_each({asked_back, with_station, with_office, at_hotline, result_back, answered}, note_call, deputy, call_noted, none, law::follow),
  // Shown to neighbours (R71), so that they may join: in words that the deputy or his station approved.
  in_each({with_deputy, asked_back, with_station, with_office, at_hotline, result_back, answered},
          publish, deputy | station, title_general, none, law::neighbours),
  in_each({with_deputy, asked_back, with_station, with_office, at_hotline, result_back, answered},
          unpublish, deputy | station, published, none, law::neighbours),
  // A year's notice came in (R52): what was provisional is counted again, and nothing else.
  in_each({with_deputy, asked_back, with_station, with_office, result_back, answered},
          recount, system, always, move_all, law::new_due_time));
}();
// clang-format on

static_assert(one_row_per_step(kMessageLifecycle));
static_assert(every_row_cited(kMessageLifecycle));
static_assert(all_reachable(kMessageLifecycle));
static_assert(ends_only_at(kMessageLifecycle, {State::withdrawn, State::closed}));

}  // namespace mashang::rules
