// Rows of the city. A deputy's levels are a list of names with commas: they are shown, and nothing
// is ever looked for by them.
#include "store/reference_store.h"

#include "store/like.h"

namespace mashang::store {
namespace {

Region read_region(Row& row) {
  return {.code = row.take<std::string>(),
          .name = row.take<std::string>(),
          .parent = row.take<std::optional<std::string>>()};
}

constexpr std::string_view kSelectStation =
    "select s.id, s.code, s.name, t.code, t.name, t.parent, c.code, c.name, c.parent, s.address,"
    " s.open_rule from station s join region t on t.code = s.township"
    " join region c on c.code = s.county where ";

Station read_station(Row& row) {
  return {.id = row.take<StationId>(),
          .code = row.take<std::string>(),
          .name = row.take<std::string>(),
          .township = read_region(row),
          .county = read_region(row),
          .address = row.take<std::string>(),
          .open_rule = row.take<std::string>()};
}

Unit read_unit(Row& row) {
  return {.id = row.take<UnitId>(),
          .name = row.take<std::string>(),
          .kind = row.take<std::string>(),
          .region = row.take<std::string>()};
}

std::string joined(const std::vector<rules::Level>& levels) {
  std::string text;
  for (const rules::Level level : levels) {
    if (!text.empty()) text += ',';
    text += json::enum_name(level);
  }
  return text;
}

std::vector<rules::Level> split(std::string_view text) {
  std::vector<rules::Level> levels;
  while (!text.empty()) {
    const std::string name(text.substr(0, text.find(',')));
    const std::optional<rules::Level> level = named<rules::Level>(name);
    if (!level) throw Fault(FaultKind::broken_row, "A deputy has the unknown level " + name + ".");
    levels.push_back(*level);
    text.remove_prefix(std::min(text.size(), name.size() + 1));
  }
  return levels;
}

constexpr std::string_view kSelectDeputy =
    "select d.id, d.code, d.person_id, d.name, d.phone, d.station_id, d.levels, d.status, d.about"
    " from deputy d ";

Deputy read_deputy(Row& row) {
  return {.id = row.take<DeputyId>(),
          .code = row.take<std::string>(),
          .person = row.take<PersonId>(),
          .name = row.take<std::string>(),
          .phone = row.take<std::string>(),
          .station = row.take<StationId>(),
          .levels = split(row.take<std::string>()),
          .status = row.take<rules::DeputyStatus>(),
          .about = row.take<std::string>()};
}

template <typename Key>
std::optional<Deputy> find_deputy_where(Connection& connection, std::string_view condition,
                                        const Key& key) {
  return connection.one(std::string(kSelectDeputy) + std::string(condition), read_deputy, key);
}

}  // namespace

void add_region(Connection& connection, const Region& region) {
  connection.run("insert into region (code, name, parent) values ($1, $2, $3)", region.code,
                 region.name, region.parent);
}

std::optional<Region> find_region(Connection& connection, std::string_view code) {
  return connection.one("select code, name, parent from region where code = $1", read_region, code);
}

StationId add_station(Connection& connection, const Station& station) {
  return *connection.value<StationId>(
      "insert into station (code, name, township, county, address, open_rule)"
      " values ($1, $2, $3, $4, $5, $6) returning id",
      station.code, station.name, station.township.code, station.county.code, station.address,
      station.open_rule);
}

std::optional<Station> find_station(Connection& connection, StationId id) {
  static const std::string kSql = std::string(kSelectStation) + "s.id = $1";
  return connection.one(kSql, read_station, id);
}

std::optional<Station> find_station(Connection& connection, std::string_view code) {
  static const std::string kSql = std::string(kSelectStation) + "s.code = $1";
  return connection.one(kSql, read_station, code);
}

std::vector<Station> list_stations(Connection& connection, const Search& search) {
  static const std::string kSql =
      std::string(kSelectStation) +
      "s.code > $1 and ($2 = '' or s.county = $2)"
      " and (s.name like $3 escape '\\' or s.address like $3 escape '\\'"
      " or t.name like $3 escape '\\' or c.name like $3 escape '\\') order by s.code limit $4";
  return connection.all(kSql, read_station, search.after, search.where, containing(search.text),
                        search.limit);
}

UnitId add_unit(Connection& connection, const Unit& unit) {
  return *connection.value<UnitId>(
      "insert into unit (name, kind, region) values ($1, $2, $3) returning id", unit.name,
      unit.kind, unit.region);
}

std::optional<Unit> find_unit(Connection& connection, UnitId id) {
  return connection.one("select id, name, kind, region from unit where id = $1", read_unit, id);
}

std::vector<Unit> list_units(Connection& connection, std::string_view text) {
  return connection.all(
      "select id, name, kind, region from unit where name like $1 escape '\\' order by id",
      read_unit, containing(text));
}

DeputyId add_deputy(Connection& connection, const Deputy& deputy) {
  return *connection.value<DeputyId>(
      "insert into deputy (code, person_id, name, phone, station_id, levels, status, about)"
      " values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
      deputy.code, deputy.person, deputy.name, deputy.phone, deputy.station, joined(deputy.levels),
      deputy.status, deputy.about);
}

std::optional<Deputy> find_deputy(Connection& connection, DeputyId id) {
  return find_deputy_where(connection, "where d.id = $1", id);
}

std::optional<Deputy> find_deputy(Connection& connection, std::string_view code) {
  return find_deputy_where(connection, "where d.code = $1", code);
}

std::optional<Deputy> find_deputy_by_phone(Connection& connection, std::string_view phone) {
  return find_deputy_where(connection, "where d.phone = $1", phone);
}

std::optional<Deputy> find_deputy_of_person(Connection& connection, PersonId person) {
  return find_deputy_where(connection, "where d.person_id = $1", person);
}

std::vector<Deputy> list_deputies(Connection& connection, const Search& search) {
  static const std::string kSql =
      std::string(kSelectDeputy) +
      "join station s on s.id = d.station_id join region t on t.code = s.township"
      " join region c on c.code = s.county where d.code > $1 and ($2 = '' or s.code = $2)"
      " and (d.name like $3 escape '\\' or s.name like $3 escape '\\'"
      " or t.name like $3 escape '\\' or c.name like $3 escape '\\') order by d.code limit $4";
  return connection.all(kSql, read_deputy, search.after, search.where, containing(search.text),
                        search.limit);
}

std::int64_t count_deputies(Connection& connection, StationId station, rules::DeputyStatus status) {
  return *connection.value<std::int64_t>(
      "select count(*) from deputy where station_id = $1 and status = $2", station, status);
}

void set_deputy_status(Connection& connection, DeputyId id, rules::DeputyStatus status) {
  connection.run("update deputy set status = $2 where id = $1", id, status);
}

}  // namespace mashang::store
