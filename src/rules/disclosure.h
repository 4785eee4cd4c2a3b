// Disclosure: which role may read which detail of a case it sees (R70, R7). One table; the pages
// mask by it and hold no rule of their own.
#pragma once

#include <array>

#include "rules/law.h"
#include "rules/scope.h"
#include "rules/transition.h"

namespace mashang::rules {

enum class Detail {
  own_name,             // the resident's name unmasked: his own
  caller,               // that there is a resident, masked, behind an order
  staff_names,          // who of an office acted, not only which office
  notes_between_desks,  // what desks write to each other
  result_on_its_way,    // a result before the deputy has passed it on
  other_orders,         // orders of other persons on the same matter
  drafts,               // a suggestion before it was filed
  receipt_code,         // R72: by which a message is followed without signing in
  rejection,            // the hotline's reasons, which the deputy explains to the resident
  neighbours,           // who joined a matter, and which matter was joined, by their numbers
};

struct Disclosure {
  Detail detail;
  Roles to;
  Citation basis;
};

inline constexpr auto kDisclosures = [] {
  using enum Role;
  constexpr Roles staff = station | liaison_office | reviewer | callback | unit | assisting_unit |
                          supervisor | administrator;
  constexpr Roles deputies = deputy | joint_signatory;
  return std::to_array<Disclosure>({
      {Detail::own_name, resident, law::jinan_32},
      {Detail::caller, deputies | station | liaison_office | reviewer | callback | supervisor,
       law::jinan_32},
      {Detail::staff_names, staff, law::jinan_32},
      {Detail::notes_between_desks, staff | deputies, law::way_back},
      {Detail::result_on_its_way, staff | deputies, law::way_back},
      {Detail::other_orders, reviewer | callback | supervisor | unit | assisting_unit,
       law::jinan_32},
      {Detail::drafts, deputies | reviewer, law::deputies_law_36},
      {Detail::receipt_code, resident, law::jinan_32},
      {Detail::rejection, staff | deputies, law::way_back},
      {Detail::neighbours, deputy | station, law::neighbours},
  });
}();

constexpr bool may_read(Role reader, Detail detail) {
  for (const Disclosure& row : kDisclosures)
    if (row.detail == detail) return row.to.has(reader);
  return false;
}

/// How an actor is named in a case's history.
enum class Naming { by_name, masked, by_office };

constexpr Naming naming_of(Role actor, Role reader) {
  switch (actor) {
    case Role::resident:
      return may_read(reader, Detail::own_name) ? Naming::by_name : Naming::masked;
    case Role::deputy:
    case Role::joint_signatory: return Naming::by_name;
    case Role::system: return Naming::by_office;
    default: return may_read(reader, Detail::staff_names) ? Naming::by_name : Naming::by_office;
  }
}

/// R72, R73: events are kept for good, so none holds the name of a person who may ask to be erased;
/// it stands in the row of the person alone and is read from there.
constexpr bool named_in_events(Role actor) { return !owns_identity(actor); }

/// Residents and deputies speak for themselves; everybody else for the office he works in.
constexpr bool speaks_for_office(Role actor) {
  return actor != Role::resident && account_of(actor) != Role::deputy;
}

}  // namespace mashang::rules
