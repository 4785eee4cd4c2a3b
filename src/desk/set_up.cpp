// One transaction: a city is set up whole or not at all.
#include "desk/set_up.h"

#include <map>

#include "base/json.h"
#include "desk/password.h"
#include "store/account_store.h"
#include "store/reference_store.h"
#include "store/session_store.h"

namespace mashang::desk {
namespace {

using store::Connection;

/// Ids given by the store, by the codes and names of the file.
struct Given {
  std::map<std::string, StationId> stations;
  std::map<std::string, UnitId> units;
};

std::string parent_of(const CityFile& city, const std::string& region) {
  for (const RegionRow& row : city.regions)
    if (row.code == region) return row.parent.value_or(region);
  return region;
}

void add_places(Connection& connection, const CityFile& city, Given& given) {
  for (const RegionRow& region : city.regions)
    store::add_region(connection, {region.code, region.name, region.parent});
  for (const StationRow& station : city.stations)
    given.stations[station.code] =
        store::add_station(connection, {.code = station.code,
                                        .name = station.name,
                                        .township = {.code = station.township},
                                        .county = {.code = parent_of(city, station.township)},
                                        .address = station.address,
                                        .open_rule = to_json(station.open)});
  for (const UnitRow& unit : city.units)
    given.units[unit.name] =
        store::add_unit(connection, {.name = unit.name,
                                     .kind = boost::describe::enum_to_string(unit.kind, ""),
                                     .region = unit.region});
}

void add_deputies(Connection& connection, const CityFile& city, const Given& given, Instant now) {
  for (const DeputyRow& row : city.deputies) {
    const StationId station = given.stations.at(row.station);
    const PersonId person = store::add_person(connection, {.role = rules::Role::deputy,
                                                           .name = row.name,
                                                           .phone = row.phone,
                                                           .station = station,
                                                           .created_at = now});
    store::add_deputy(connection, {.code = row.code,
                                   .person = person,
                                   .name = row.name,
                                   .phone = row.phone,
                                   .station = station,
                                   .levels = row.levels,
                                   .status = row.status,
                                   .about = row.about});
  }
}

void add_staff(Connection& connection, const CityFile& city, const Given& given, Instant now) {
  for (const StaffRow& row : city.staff)
    store::add_person(connection,
                      {.role = row.role,
                       .name = row.name,
                       .login = row.login,
                       .unit = row.unit ? given.units.at(*row.unit) : UnitId{},
                       .station = row.station ? given.stations.at(*row.station) : StationId{},
                       .region = row.region,
                       .created_at = now});
}

}  // namespace

bool set_up_city(Desk& desk) {
  const CityFile& city = desk.city.file;
  const Instant now = desk.now();
  return written(desk.database.write([&city, now](Connection& connection) {
    if (store::find_region(connection, city.code)) return false;
    Given given;
    add_places(connection, city, given);
    add_deputies(connection, city, given, now);
    add_staff(connection, city, given, now);
    return true;
  }));
}

bool set_password(Desk& desk, std::string_view login, std::string_view password) {
  const std::string hash = hash_password(password);
  return written(desk.database.write([login = std::string(login), hash](Connection& connection) {
    const auto person = store::find_person_by_login(connection, login);
    if (!person) return false;
    store::set_password_hash(connection, person->id, hash);
    store::end_sessions_of(connection, person->id);
    return true;
  }));
}

}  // namespace mashang::desk
