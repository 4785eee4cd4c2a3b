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

desk::Person Cast::deputy(DeputyId id) {
  const auto met = deputies_.find(id.value);
  if (met != deputies_.end()) return met->second;
  const auto row = desk_.database.read(
      [&](Connection& connection) { return store::find_deputy(connection, id); });
  return deputies_.emplace(id.value, *desk::load_person(desk_, row->person)).first->second;
}

desk::Person Cast::deputy(const std::string& code) {
  const auto row = desk_.database.read(
      [&](Connection& connection) { return store::find_deputy(connection, code); });
  if (!row) throw std::runtime_error("there is no deputy " + code);
  return deputy(row->id);
}

std::vector<desk::Person> Cast::candidates(const rules::Parties& parties, const Story& story) {
  std::vector<desk::Person> people;
  if (story.resident) people.push_back(resident(*story.resident));
  people.push_back(deputy(parties.deputy));
  for (const DeputyId signatory : parties.joint_signatories) people.push_back(deputy(signatory));
  people.insert(people.end(), staff().begin(), staff().end());
  return people;
}

bool Cast::is_meant(const desk::Person& person, const Step& step) {
  using rules::Action;
  if (step.action == Action::assist && step.unit) return person.viewer.unit == unit(*step.unit);
  if (step.action == Action::sign_jointly && step.deputy)
    return person.viewer.deputy == deputy(*step.deputy).viewer.deputy;
  return true;
}

desk::Person Cast::player(const cases::Case& standing, const Step& step, const Story& story) {
  const cases::CaseHead& head = cases::head_of(standing);
  const rules::Transition* row =
      rules::find(rules::lifecycle_of(head.kind), head.state, step.action);
  if (row == nullptr) throw std::runtime_error("the action is not possible here");
  const rules::Parties parties = cases::parties_of(standing);
  // The last who may: callback agents come after reviewers, who might call back as well.
  for (const desk::Person& person : candidates(parties, story) | std::views::reverse) {
    const auto part = rules::part_of(person.viewer, head.kind, parties);
    if (part && row->who.has(*part) && is_meant(person, step)) return person;
  }
  throw std::runtime_error("nobody of the cast may do this");
}

UnitId Cast::unit(const std::string& name) {
  const auto met = units_.find(name);
  if (met != units_.end()) return met->second;
  const auto units = desk_.database.read(
      [&](Connection& connection) { return store::list_units(connection, name); });
  for (const store::Unit& unit : units)
    if (unit.name == name) return units_.emplace(name, unit.id).first->second;
  throw std::runtime_error("there is no unit " + name);
}

}  // namespace mashang::demo
