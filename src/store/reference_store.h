// Reference store: the city as it is set up: divisions, liaison stations, handling units, deputies.
// Lists are paged by code, from the one after `after`.
#pragma once

#include <vector>

#include "rules/vocabulary.h"
#include "store/connection.h"

namespace mashang::store {

struct Region {
  std::string code;  // GB/T 2260
  std::string name;
  std::optional<std::string> parent;
};

struct Station {
  StationId id;
  std::string code;
  std::string name;
  Region township;
  Region county;
  std::string address;
  std::string open_rule;  // JSON (calendar/open_days.h)
};

struct Unit {
  UnitId id;
  std::string name;
  std::string kind;
  std::string region;
};

struct Deputy {
  DeputyId id;
  std::string code;
  PersonId person;
  std::string name;
  std::string phone;
  StationId station;
  std::vector<rules::Level> levels;
  rules::DeputyStatus status{};
  std::string about;
};

/// What a list is narrowed to; an empty text narrows nothing.
struct Search {
  std::string text;   // part of the name, the address, the station, the township or the county
  std::string where;  // a county's code for stations, a station's code for deputies
  std::string after;
  int limit = 20;
};

void add_region(Connection& connection, const Region& region);
std::optional<Region> find_region(Connection& connection, std::string_view code);

/// The ids of what is added are given here; those in the structs are ignored.
StationId add_station(Connection& connection, const Station& station);
std::optional<Station> find_station(Connection& connection, StationId id);
std::optional<Station> find_station(Connection& connection, std::string_view code);
std::vector<Station> list_stations(Connection& connection, const Search& search);

UnitId add_unit(Connection& connection, const Unit& unit);
std::optional<Unit> find_unit(Connection& connection, UnitId id);
std::vector<Unit> list_units(Connection& connection, std::string_view text);

DeputyId add_deputy(Connection& connection, const Deputy& deputy);
std::optional<Deputy> find_deputy(Connection& connection, DeputyId id);
std::optional<Deputy> find_deputy(Connection& connection, std::string_view code);
std::optional<Deputy> find_deputy_by_phone(Connection& connection, std::string_view phone);
std::optional<Deputy> find_deputy_of_person(Connection& connection, PersonId person);
std::vector<Deputy> list_deputies(Connection& connection, const Search& search);
std::int64_t count_deputies(Connection& connection, StationId station, rules::DeputyStatus status);
void set_deputy_status(Connection& connection, DeputyId id, rules::DeputyStatus status);

}  // namespace mashang::store
