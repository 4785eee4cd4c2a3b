// Account store: the people who act, whatever their role. A disabled person stays, because the
// timeline names him.
#pragma once

#include "rules/vocabulary.h"
#include "store/connection.h"

namespace mashang::store {

struct Person {
  PersonId id;
  rules::Role role{};
  std::string name;
  std::optional<std::string> login;
  std::optional<std::string> password_hash;
  std::optional<std::string> phone;
  UnitId unit;
  StationId station;
  std::optional<std::string> region;
  Instant created_at;
  std::optional<Instant> disabled_at;
};

/// The id is given here; the one in the struct is ignored.
PersonId add_person(Connection& connection, const Person& person);
std::optional<Person> find_person(Connection& connection, PersonId id);
std::optional<Person> find_person_by_login(Connection& connection, std::string_view login);
std::optional<Person> find_person_by_phone(Connection& connection, rules::Role role,
                                           std::string_view phone);
void set_password_hash(Connection& connection, PersonId id, std::string_view hash);
void set_person_name(Connection& connection, PersonId id, std::string_view name);
/// R72: takes away who it was; the row stays, because the timeline names it by its number.
void erase_person(Connection& connection, PersonId id, std::string_view name_left, Instant now);
void disable_person(Connection& connection, PersonId id, Instant now);

}  // namespace mashang::store
