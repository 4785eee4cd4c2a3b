// One row a person.
#include "store/account_store.h"

namespace mashang::store {
namespace {

constexpr std::string_view kSelect =
    "select id, role, name, login, password_hash, phone, unit_id, station_id, region, created_at,"
    " disabled_at from person where ";

Person read_person(Row& row) {
  return {.id = row.take<PersonId>(),
          .role = row.take<rules::Role>(),
          .name = row.take<std::string>(),
          .login = row.take<std::optional<std::string>>(),
          .password_hash = row.take<std::optional<std::string>>(),
          .phone = row.take<std::optional<std::string>>(),
          .unit = row.take<UnitId>(),
          .station = row.take<StationId>(),
          .region = row.take<std::optional<std::string>>(),
          .created_at = row.take<Instant>(),
          .disabled_at = row.take<std::optional<Instant>>()};
}

}  // namespace

PersonId add_person(Connection& connection, const Person& person) {
  return *connection.value<PersonId>(
      "insert into person (role, name, login, password_hash, phone, unit_id, station_id, region,"
      " created_at, disabled_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
      person.role, person.name, person.login, person.password_hash, person.phone, person.unit,
      person.station, person.region, person.created_at, person.disabled_at);
}

std::optional<Person> find_person(Connection& connection, PersonId id) {
  static const std::string kSql = std::string(kSelect) + "id = $1";
  return connection.one(kSql, read_person, id);
}

std::optional<Person> find_person_by_login(Connection& connection, std::string_view login) {
  static const std::string kSql = std::string(kSelect) + "login = $1";
  return connection.one(kSql, read_person, login);
}

std::optional<Person> find_person_by_phone(Connection& connection, rules::Role role,
                                           std::string_view phone) {
  static const std::string kSql = std::string(kSelect) + "role = $1 and phone = $2";
  return connection.one(kSql, read_person, role, phone);
}

void set_password_hash(Connection& connection, PersonId id, std::string_view hash) {
  connection.run("update person set password_hash = $2 where id = $1", id, hash);
}

void set_person_name(Connection& connection, PersonId id, std::string_view name) {
  connection.run("update person set name = $2 where id = $1", id, name);
}

void erase_person(Connection& connection, PersonId id, std::string_view name_left, Instant now) {
  connection.run(
      "update person set name = $2, phone = null, login = null, password_hash = null,"
      " disabled_at = $3 where id = $1",
      id, name_left, now);
}

void disable_person(Connection& connection, PersonId id, Instant now) {
  connection.run("update person set disabled_at = $2 where id = $1 and disabled_at is null", id,
                 now);
}

}  // namespace mashang::store
