// Places: stations, deputies and units as everyone may know them. A deputy's number is no part of
// it.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/earth.h"
#include "desk/desk.h"

namespace mashang::desk {

struct NamedRegion {
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedRegion, (), (code, name))

struct NamedStation {
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedStation, (), (code, name))

struct DeputyCard {
  std::string code;
  std::string name;
  std::vector<rules::Level> levels;
  rules::DeputyStatus status{};
  NamedStation station;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(DeputyCard, (), (code, name, levels, status, station, about))

struct StationCard {
  std::string code;
  std::string name;
  NamedRegion township;
  NamedRegion county;
  std::string address;
  Text2s open_days;
  std::vector<calendar::OpenDay> next_open;
  cases::Position position;
  std::int64_t deputy_count = 0;
  std::optional<std::int64_t> distance_m;           // where a place was asked from
  std::optional<std::vector<DeputyCard>> deputies;  // on a station's own page only
};
BOOST_DESCRIBE_STRUCT(StationCard, (),
                      (code, name, township, county, address, open_days, next_open, position,
                       deputy_count, distance_m, deputies))

struct UnitCard {
  UnitId id;
  std::string name;
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(UnitCard, (), (id, name, kind))

/// A list narrowed to a part of a name or of what it lies in, and to a place, after a code, as long
/// as asked for.
struct PlaceSearch {
  std::string text;
  std::string where;
  std::string after;
  int limit = 20;
};

std::vector<StationCard> list_stations(Desk& desk, const PlaceSearch& search);
/// The nearest first, from the one after `search.after` on.
std::vector<StationCard> list_stations_near(Desk& desk, const PlaceSearch& search, LatLng from);
std::optional<StationCard> show_station(Desk& desk, std::string_view code);
std::vector<DeputyCard> list_deputies(Desk& desk, const PlaceSearch& search);
std::optional<DeputyCard> show_deputy(Desk& desk, std::string_view code);
std::vector<UnitCard> list_units(Desk& desk, std::string_view text);

/// A day on which the person's own station is open.
struct StationDay {
  Day day;
  std::string from;
  std::string to;
  NamedStation station;
};
BOOST_DESCRIBE_STRUCT(StationDay, (), (day, from, to, station))

/// The open days of the next sixty; nothing for whoever belongs to no station.
std::optional<std::vector<StationDay>> list_station_days(Desk& desk, const Person& person);

/// Names for the header of a staff page.
struct Affiliation {
  std::optional<NamedStation> station;
  std::optional<NamedRegion> region;
  std::optional<UnitCard> unit;
};
Affiliation affiliation_of(Desk& desk, const Person& person);

}  // namespace mashang::desk
