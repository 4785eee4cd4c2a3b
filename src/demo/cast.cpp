// Players are found by their accounts, as in life, so a story can't do what its people may not.
#include "demo/cast.h"

#include <stdexcept>

#include "desk/sign_in.h"
#include "rules/lifecycle.h"
#include "store/account_store.h"
#include "store/reference_store.h"

namespace mashang::demo {
namespace {

using rules::Role;
using store::Connection;

rules::Role role_for(const cases::Case& standing, rules::Action action) {
  const cases::CaseHead& head = cases::head_of(standing);
  const rules::Transition* row = rules::find(rules::lifecycle_of(head.kind), head.state, action);
  if (row == nullptr) throw std::runtime_error("the action is not possible here");
  for (const Role role : {Role::resident, Role::deputy, Role::station, Role::liaison_office, Role::callback,
                          Role::reviewer, Role::unit})
    if (row->who.has(role)) return role;
  throw std::runtime_error("the action is the system's");
}

}  // namespace

desk::Person Cast::resident(const Resident& resident) {
  const PersonId id = desk::written(desk_.database.write([&](Connection& connection) {
    const auto known = store::find_person_by_phone(connection, Role::resident, resident.phone);
    if (known) return known->id;
    return store::add_person(connection, {.role = Role::resident,
                                          .name = resident.name,
                                          .phone = resident.phone,
                                          .created_at = desk_.now()});
  }));
  return *desk::load_person(desk_, id);
}

desk::Person Cast::staff(Role role, const rules::Parties& parties) {
  for (const desk::StaffRow& row : desk_.city.file.staff) {
    if (row.role != role) continue;
    const auto account = desk_.database.read(
        [&](Connection& connection) { return store::find_person_by_login(connection, row.login); });
    if (role == Role::station && account->station != parties.station) continue;
    if (role == Role::unit && account->unit != parties.unit) continue;
    if (role == Role::liaison_office && account->region != parties.office) continue;
    return *desk::load_person(desk_, account->id);
  }
  throw std::runtime_error(std::string("nobody plays the role ") + boost::describe::enum_to_string(role, ""));
}

desk::Person Cast::player(const cases::Case& standing, rules::Action action, const Story& story) {
  const Role role = role_for(standing, action);
  const rules::Parties parties = cases::parties_of(standing);
  if (role == Role::resident) return resident(story.resident);
  if (role != Role::deputy) return staff(role, parties);
  const auto deputy = desk_.database.read(
      [&](Connection& connection) { return store::find_deputy(connection, parties.deputy); });
  return *desk::load_person(desk_, deputy->person);
}

UnitId Cast::unit(const std::string& name) {
  const auto units = desk_.database.read(
      [&](Connection& connection) { return store::list_units(connection, name); });
  for (const store::Unit& unit : units)
    if (unit.name == name) return unit.id;
  throw std::runtime_error("there is no unit " + name);
}

}  // namespace mashang::demo
