// Facts: everything a guard may ask about a case, its surroundings and what the actor hands in.
// A fact about what is handed in starts as true, so that "may I?" can be asked before anything is.
#pragma once

namespace mashang::rules {

struct Facts {
  // Of a message and its surroundings.
  bool deputy_active = true;
  bool deputy_gone = false;
  bool looked_before = false;
  bool acted_before = false;
  bool rated_before = false;
  bool published = false;
  bool rated_satisfied = false;
  bool look_overdue = false;
  bool tell_overdue = false;
  bool relay_overdue = false;
  bool rating_window_over = false;
  bool supplement_window_over = false;
  bool held_by_county = false;
  bool held_by_city = false;

  // Of an order.
  bool caller_dissatisfied = false;
  bool caller_settled = false;
  bool tried_enough = false;
  bool redone_enough = false;
  bool return_window_open = false;
  bool return_asked = false;
  bool return_refused = false;
  bool work_overdue = false;
  bool extension_asked = false;
  bool extended_enough = false;
  bool assistance_owed = false;       // by any assisting unit
  bool actor_owes_assistance = true;  // by the one that acts
  bool supervised = false;
  bool supervision_due = false;
  bool supervision_overdue = false;
  bool supervision_at_top = false;

  // Of a suggestion.
  bool actor_signed = false;
  bool evaluation_settled = false;
  bool evaluated_dissatisfied = false;
  bool promise_open = false;

  // Of what is handed in.
  bool notice_current = true;
  bool attachments_usable = true;
  bool joinable = true;
  bool title_general = true;
  bool category_handled = true;
  bool category_differs = true;
  bool category_consultation = true;
  bool record_without_dispatch = true;
  bool unit_known = true;
  bool units_distinct = true;
  bool contact_plausible = true;
  bool to_county = false;
  bool to_city = false;
  bool earlier_known = true;
  bool earlier_open = true;
  bool earlier_answered = true;
  bool other_matter = true;
  bool heads_group = false;
  bool return_papers_complete = true;
  bool extension_reasonable = true;
  bool absences_explained = true;
  bool promise_ahead = true;
  bool own_words = true;
  bool sources_his = true;
  bool signatory_known = true;
  bool head_signed = true;
  bool reply_coded = true;
  bool call_plausible = true;
  bool call_order_known = true;
  bool fill_left_blank = true;
};

}  // namespace mashang::rules
