// Players are found by their accounts, as in life, so a story can't do what its people may not.
#include "demo/cast.h"

#include <ranges>
#include <stdexcept>

#include "desk/sign_in.h"
#include "rules/lifecycle.h"
#include "store/account_store.h"
#include "store/reference_store.h"

namespace mashang::demo {
namespace {

using rules::Role;
using store::Connection;

}  // namespace

desk::Person Cast::resident(const Resident& resident) {
  const auto met = residents_.find(resident.phone);
  if (met != residents_.end()) return met->second;
  const PersonId id = desk::written(desk_.database.write([&](Connection& connection) {
    const auto known = store::find_person_by_phone(connection, Role::resident, resident.phone);
    if (known) return known->id;
    return store::add_person(connection, {.role = Role::resident,
                                          .name = resident.name,
                                          .phone = resident.phone,
                                          .created_at = desk_.now()});
  }));
  return residents_.emplace(resident.phone, *desk::load_person(desk_, id)).first->second;
}

const std::vector<desk::Person>& Cast::staff() {
  if (!staff_.empty()) return staff_;
  for (const desk::StaffRow& row : desk_.city.file.staff) {
    const auto account = desk_.database.read(
        [&](Connection& connection) { return store::find_person_by_login(connection, row.login); });
    staff_.push_back(*desk::load_person(desk_, account->id));
  }
  return staff_;
}

std::vector<desk::Person> Cast::candidates(const rules::Parties& parties, const Story& story) {
  std::vector<desk::Person> people{resident(story.resident)};
  const auto deputy = desk_.database.read(
      [&](Connection& connection) { return store::find_deputy(connection, parties.deputy); });
  people.push_back(*desk::load_person(desk_, deputy->person));
  people.insert(people.end(), staff().begin(), staff().end());
  return people;
}

desk::Person Cast::player(const cases::Case& standing, rules::Action action, const Story& story) {
  const cases::CaseHead& head = cases::head_of(standing);
  const rules::Transition* row = rules::find(rules::lifecycle_of(head.kind), head.state, action);
  if (row == nullptr) throw std::runtime_error("the action is not possible here");
  const rules::Parties parties = cases::parties_of(standing);
  // The last who may: callback agents come after reviewers, who might call back as well.
  for (const desk::Person& person : candidates(parties, story) | std::views::reverse)
    if (row->who.has(person.viewer.role) && rules::may_see(person.viewer, head.kind, parties))
      return person;
  throw std::runtime_error("nobody of the cast may do this");
}

UnitId Cast::unit(const std::string& name) {
  const auto units = desk_.database.read(
      [&](Connection& connection) { return store::list_units(connection, name); });
  for (const store::Unit& unit : units)
    if (unit.name == name) return unit.id;
  throw std::runtime_error("there is no unit " + name);
}

}  // namespace mashang::demo
