// Straight from the reference tables.
#include "desk/places.h"

#include <algorithm>
#include <cmath>

#include "base/json.h"
#include "store/reference_store.h"

namespace mashang::desk {
namespace {

using store::Connection;

constexpr int kDeputiesOfStationMost = 100;

constexpr std::size_t kNextOpenCount = 3;
constexpr auto kNextOpenWithin = std::chrono::days{366};
constexpr auto kStationDaysWithin = std::chrono::days{60};

/// Checked when the city was read (city_file.cpp).
calendar::OpenRule rule_of(const store::Station& station) {
  auto rule = read_json<calendar::OpenRule>(station.open_rule);
  if (!rule || !calendar::fault_of(*rule).empty())
    throw store::Fault(store::FaultKind::broken_row,
                       "The opening rule of station " + station.code + " can't be read.");
  return *std::move(rule);
}

std::vector<calendar::OpenDay> open_days_of(const Desk& desk, const store::Station& station,
                                            std::chrono::days within, std::size_t most) {
  const Instant now = desk.now();
  return calendar::open_days(rule_of(station), now, day_of(now) + within, most, desk.city.days());
}

/// The position stands in the city's file.
StationRow row_of(const Desk& desk, const store::Station& station) {
  for (const StationRow& row : desk.city.file.stations)
    if (row.code == station.code) return row;
  return {};
}

DeputyCard deputy_card(Connection& connection, const store::Deputy& deputy) {
  const auto station = store::find_station(connection, deputy.station);
  return {deputy.code, deputy.name, deputy.levels, deputy.status, {station->code, station->name},
          deputy.about};
}

StationCard station_card(const Desk& desk, Connection& connection, const store::Station& station) {
  const StationRow row = row_of(desk, station);
  return {
      .code = station.code,
      .name = station.name,
      .township = {station.township.code, station.township.name},
      .county = {station.county.code, station.county.name},
      .address = station.address,
      .open_days = calendar::words_of(rule_of(station)),
      .next_open = open_days_of(desk, station, kNextOpenWithin, kNextOpenCount),
      .position = row.position,
      .deputy_count = store::count_deputies(connection, station.id, rules::DeputyStatus::active)};
}

store::Search search_of(const PlaceSearch& search) {
  return {search.text, search.where, search.after, search.limit};
}

}  // namespace

std::vector<StationCard> list_stations(Desk& desk, const PlaceSearch& search) {
  return desk.database.read([&](Connection& connection) {
    std::vector<StationCard> cards;
    for (const store::Station& station : store::list_stations(connection, search_of(search)))
      cards.push_back(station_card(desk, connection, station));
    return cards;
  });
}

std::vector<StationCard> list_stations_near(Desk& desk, const PlaceSearch& search, LatLng from) {
  constexpr int kStationsMost = 10'000;  // of a city, which has some hundreds
  std::vector<StationCard> cards =
      list_stations(desk, {search.text, search.where, "", kStationsMost});
  for (StationCard& card : cards)
    card.distance_m = std::llround(metres_between(from, {card.position.lat, card.position.lng}));
  std::ranges::stable_sort(cards, {}, &StationCard::distance_m);
  const auto last = std::ranges::find(cards, search.after, &StationCard::code);
  if (last != cards.end()) cards.erase(cards.begin(), last + 1);
  if (int(cards.size()) > search.limit) cards.erase(cards.begin() + search.limit, cards.end());
  return cards;
}

std::vector<DeputyCard> list_deputies(Desk& desk, const PlaceSearch& search) {
  return desk.database.read([&](Connection& connection) {
    std::vector<DeputyCard> cards;
    for (const store::Deputy& deputy : store::list_deputies(connection, search_of(search)))
      cards.push_back(deputy_card(connection, deputy));
    return cards;
  });
}

std::optional<StationCard> show_station(Desk& desk, std::string_view code) {
  return desk.database.read([&](Connection& connection) -> std::optional<StationCard> {
    const auto station = store::find_station(connection, code);
    if (!station) return std::nullopt;
    StationCard card = station_card(desk, connection, *station);
    card.deputies.emplace();
    const store::Search of_station{.where = station->code, .limit = kDeputiesOfStationMost};
    for (const store::Deputy& deputy : store::list_deputies(connection, of_station))
      if (deputy.status == rules::DeputyStatus::active)
        card.deputies->push_back(deputy_card(connection, deputy));
    return card;
  });
}

std::optional<DeputyCard> show_deputy(Desk& desk, std::string_view code) {
  return desk.database.read([&](Connection& connection) -> std::optional<DeputyCard> {
    const auto deputy = store::find_deputy(connection, code);
    return deputy ? std::optional(deputy_card(connection, *deputy)) : std::nullopt;
  });
}

std::vector<UnitCard> list_units(Desk& desk, std::string_view text) {
  return desk.database.read([&](Connection& connection) {
    std::vector<UnitCard> cards;
    for (const store::Unit& unit : store::list_units(connection, text))
      cards.push_back({unit.id, unit.name, unit.kind});
    return cards;
  });
}

std::optional<std::vector<StationDay>> list_station_days(Desk& desk, const Person& person) {
  using Found = std::optional<std::vector<StationDay>>;
  return desk.database.read([&](Connection& connection) -> Found {
    const auto station = store::find_station(connection, person.viewer.station);
    if (!station) return std::nullopt;
    std::vector<StationDay> days;
    const auto most = std::size_t(kStationDaysWithin.count()) + 1;
    for (const calendar::OpenDay& one : open_days_of(desk, *station, kStationDaysWithin, most))
      days.push_back({one.day, one.from, one.to, {station->code, station->name}});
    return days;
  });
}

Affiliation affiliation_of(Desk& desk, const Person& person) {
  return desk.database.read([&](Connection& connection) {
    Affiliation found;
    if (const auto station = store::find_station(connection, person.viewer.station))
      found.station = NamedStation{station->code, station->name};
    if (const auto region = store::find_region(connection, person.viewer.region))
      found.region = NamedRegion{region->code, region->name};
    if (const auto unit = store::find_unit(connection, person.viewer.unit))
      found.unit = UnitCard{unit->id, unit->name, unit->kind};
    return found;
  });
}

}  // namespace mashang::desk
