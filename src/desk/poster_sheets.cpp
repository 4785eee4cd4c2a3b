// What stands on a sheet comes from the same cards as the pages show, so paper and phone agree.
#include "desk/poster_sheets.h"

#include "desk/places.h"

namespace mashang::desk {
namespace {

constexpr int kStationsAtOnce = 100;

/// All that a sheet says whatever it is for.
Poster blank_sheet(const Desk& desk, std::string_view call, std::string address) {
  const Labels& words = desk.city.labels;
  return {.platform = fill_in(words.of("poster", "platform"), "city", desk.city.file.name.zh).zh,
          .call = words.of("poster", call),
          .steps = {words.of("poster", "step_1"), words.of("poster", "step_2"),
                    words.of("poster", "step_3")},
          .emergency = words.of("poster", "emergency"),
          .address = std::move(address)};
}

Poster sheet_of(const Desk& desk, const StationCard& station, const PosterWish& wish) {
  const Labels& words = desk.city.labels;
  Poster sheet = blank_sheet(desk, "station_call", wish.public_url + "/s/" + station.code);
  sheet.heading = station.name;
  sheet.below_heading = station.county.name + " · " + station.township.name;
  sheet.facts = {fill_in(words.of("poster", "address"), "address", station.address).zh,
                 fill_in(words.of("poster", "open_days"), "days", station.open_days.zh).zh};
  return sheet;
}

Poster sheet_of(const Desk& desk, const DeputyCard& deputy, const PosterWish& wish) {
  const Labels& words = desk.city.labels;
  Poster sheet = blank_sheet(desk, "deputy_call", wish.public_url + "/d/" + deputy.code);
  sheet.heading = fill_in(words.of("poster", "deputy"), "name", deputy.name).zh;
  for (const rules::Level level : deputy.levels)
    sheet.below_heading += (sheet.below_heading.empty() ? "" : " · ") + words.of("level", level).zh;
  sheet.facts = {deputy.station.name};
  return sheet;
}

/// Adds a station's sheet and, where asked for, those of its deputies.
void add_station(Desk& desk, const std::string& code, const PosterWish& wish,
                 std::vector<Poster>& sheets) {
  const auto station = show_station(desk, code);
  if (!station) return;
  sheets.push_back(sheet_of(desk, *station, wish));
  if (!wish.with_deputies) return;
  for (const DeputyCard& deputy : *station->deputies)
    sheets.push_back(sheet_of(desk, deputy, wish));
}

/// Goes on until there are no more stations, or more sheets than may be printed at once.
std::vector<Poster> sheets_of_county(Desk& desk, const PosterWish& wish) {
  std::vector<Poster> sheets;
  PlaceSearch search{.where = wish.county, .limit = kStationsAtOnce};
  while (sheets.size() <= kSheetsMost) {
    const auto stations = list_stations(desk, search);
    for (const StationCard& station : stations) add_station(desk, station.code, wish, sheets);
    if (int(stations.size()) < kStationsAtOnce) break;
    search.after = stations.back().code;
  }
  return sheets;
}

std::vector<Poster> sheets_wished(Desk& desk, const PosterWish& wish) {
  if (!wish.deputy.empty()) {
    const auto deputy = show_deputy(desk, wish.deputy);
    return deputy ? std::vector{sheet_of(desk, *deputy, wish)} : std::vector<Poster>{};
  }
  if (wish.station.empty()) return sheets_of_county(desk, wish);
  std::vector<Poster> sheets;
  add_station(desk, wish.station, wish, sheets);
  return sheets;
}

}  // namespace

Result<std::vector<Poster>, std::string_view> posters_for(Desk& desk, const PosterWish& wish) {
  std::vector<Poster> sheets = sheets_wished(desk, wish);
  if (sheets.empty()) return Failure{std::string_view("not_there")};
  if (sheets.size() > kSheetsMost) return Failure{std::string_view("too_many_sheets")};
  return sheets;
}

}  // namespace mashang::desk
