// Invented people in real places; the dates of notices are those on which they were issued.
#include "simulate/city.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "calendar/calendar_file.h"

namespace mashang::simulate {
namespace {

using rules::Role;

constexpr std::string_view kCityRegion = "430400";
/// Older than every simulation, and within what due times can be counted from.
constexpr Day kFirstDay = std::chrono::local_days{std::chrono::year{2018} / 1 / 1};

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) throw std::runtime_error(path.string() + " can't be read");
  return {std::istreambuf_iterator<char>{file}, {}};
}

PersonId add_person(City& city, Role role, std::string name, rules::Viewer viewer = {}) {
  viewer.role = role;
  viewer.person = {std::int64_t(city.people.size()) + 1};
  city.people.push_back({std::move(viewer), std::move(name)});
  return city.people.back().viewer.person;
}

std::string township(int station) {
  const std::string county = station % 2 == 0 ? "430406" : "430407";
  return county + "00" + std::to_string(1 + station % 9);
}

void add_stations(City& city, int count) {
  for (int i = 0; i < count; ++i)
    add_person(city, Role::station, "站务" + std::to_string(i + 1),
               {.station = {i + 1}, .region = township(i)});
  for (const std::string_view region : {"430406", "430407", "430400"})
    add_person(city, Role::liaison_office, "联络" + std::string(region),
               {.region = std::string(region)});
}

void add_deputies(City& city, const CityPlan& plan) {
  for (int i = 0; i < plan.deputies; ++i) {
    const int station = i % plan.stations;
    const std::string nth = std::to_string(i + 1);
    Deputy deputy{.name = "王试" + nth,
                  .code = "D" + nth,
                  .station = {station + 1},
                  .station_name = "示例联络站" + std::to_string(station + 1),
                  .region = township(station)};
    deputy.person = add_person(city, Role::deputy, deputy.name, {.deputy = {i + 1}});
    city.deputies.push_back(std::move(deputy));
  }
}

void add_units(City& city, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string nth = std::to_string(i + 1);
    city.units.push_back({{i + 1}, "示例单位" + nth});
    add_person(city, Role::unit, "经办" + nth, {.unit = {i + 1}});
  }
}

void add_people(City& city, const CityPlan& plan) {
  for (int i = 0; i < plan.residents; ++i)
    add_person(city, Role::resident, "张示例" + std::to_string(i + 1));
  add_stations(city, plan.stations);
  add_deputies(city, plan);
  add_units(city, plan.units);
  for (const std::string_view name : {"审核甲", "审核乙"})
    add_person(city, Role::reviewer, std::string(name));
  add_person(city, Role::callback, "回访甲");
  add_person(city, Role::supervisor, "督办甲");
}

}  // namespace

Statutes read_statutes(const std::string& data_folder) {
  auto book = rules::read_rulebook(text_of(data_folder + "/limits/hunan-hengyang-2022.toml"));
  if (!book) throw std::runtime_error(book.error().en);
  book->version = 1;
  book->from = kFirstDay;
  for (rules::LimitRow& row : book->limits) row.from = kFirstDay;
  Statutes statutes{*std::move(book), {}};
  for (const auto& entry : std::filesystem::directory_iterator{data_folder + "/calendar"}) {
    if (entry.path().extension() != ".json") continue;
    auto read = calendar::read_calendar_file(text_of(entry.path()));
    if (!read) throw std::runtime_error(entry.path().string() + ": " + read.error()[0].text.en);
    for (const calendar::Notice& notice : *read) statutes.notices.push_back(notice);
  }
  std::ranges::sort(statutes.notices, {}, &calendar::Notice::issued);
  return statutes;
}

bool City::is_gone(DeputyId id) const {
  return id && deputy(id).status == rules::DeputyStatus::ended;
}

const Handling* City::unit(UnitId id) const {
  const auto found = std::ranges::find(units, id, &Handling::unit);
  return found == units.end() ? nullptr : &*found;
}

const Person& City::somebody(Role account, Chance& chance) const {
  std::vector<const Person*> found;
  for (const Person& one : people)
    if (one.viewer.role == account) found.push_back(&one);
  return *found[chance.pick(found.size())];
}

City make_city(const Statutes& statutes, const CityPlan& plan, Instant now) {
  City city{.rulebooks = rules::Rulebooks{statutes.rulebook},
            .days = calendar::WorkingDays{{}},
            .to_come = statutes.notices,
            .notice_delay = plan.notice_delay};
  add_people(city, plan);
  notices_come_in(city, now);
  return city;
}

bool notices_come_in(City& city, Instant now) {
  bool came = false;
  while (!city.to_come.empty() && city.to_come.front().issued + city.notice_delay <= day_of(now)) {
    city.known.push_back(city.to_come.front());
    city.to_come.erase(city.to_come.begin());
    came = true;
  }
  if (came) city.days = calendar::WorkingDays{city.known};
  return came;
}

void adopt_next_rulebook(City& city, Chance& chance, Instant now) {
  rules::Rulebook next = city.rulebooks.all().back();
  ++next.version;
  next.from = day_of(now) + std::chrono::days{1};
  const auto& count = rules::kCounts[chance.pick(rules::kCounts.size())];
  (next.*count.value).value = chance.number(1, 4);
  calendar::Limit& length = next.limits[chance.pick(next.limits.size())].length;
  length.count = chance.number(1, 2 * length.count);
  city.rulebooks.add(std::move(next));
}

}  // namespace mashang::simulate
