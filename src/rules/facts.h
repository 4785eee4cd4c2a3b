// Facts: everything a guard may ask about a case, its surroundings and what the actor hands in.
// A fact about what is handed in starts as true, so that "may I?" can be asked before anything is.
#pragma once

namespace mashang::rules {

struct Facts {
  // Of the case and its surroundings.
  bool deputy_active = true;
  bool looked_before = false;
  bool acted_before = false;
  bool rated_before = false;
  bool rated_satisfied = false;
  bool look_overdue = false;
  bool tell_overdue = false;
  bool relay_overdue = false;
  bool rating_window_over = false;
  bool caller_dissatisfied = false;
  bool caller_settled = false;
  bool tried_enough = false;
  bool redone_enough = false;
  bool held_by_county = false;
  bool held_by_city = false;

  // Of what is handed in.
  bool notice_current = true;
  bool photos_usable = true;
  bool category_handled = true;
  bool category_praise = true;
  bool unit_known = true;
  bool contact_plausible = true;
  bool to_county = false;
  bool to_city = false;
};

}  // namespace mashang::rules
