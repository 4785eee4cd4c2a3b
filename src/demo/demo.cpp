// Filling the demo and telling its visitors who they may be.
#include "demo/demo.h"

#include <algorithm>
#include <cassert>
#include <compare>
#include <ranges>
#include <span>

#include "base/json.h"
#include "base/machine_time.h"
#include "demo/stories.h"
#include "desk/answer_templates.h"
#include "desk/password.h"
#include "desk/reads.h"
#include "desk/set_up.h"
#include "desk/sign_in.h"
#include "store/account_store.h"
#include "store/reference_store.h"

namespace mashang::demo {
namespace {

using rules::Role;

constexpr int kDeputiesShown = 6;

struct DemoPerson {
  Role role{};
  std::string name;
  Text2s text;
  std::optional<std::string> login;
  std::optional<std::string> password;
  std::optional<std::string> phone;
  bool console = false;
};
BOOST_DESCRIBE_STRUCT(DemoPerson, (), (role, name, text, login, password, phone, console))

struct DemoCodes {
  std::string station;
  std::string deputy;
};
BOOST_DESCRIBE_STRUCT(DemoCodes, (), (station, deputy))

struct Guide {
  Instant now;
  std::vector<DemoPerson> people;
  DemoCodes codes;
};
BOOST_DESCRIBE_STRUCT(Guide, (), (now, people, codes))

/// How much there is for somebody to do.
struct Busy {
  bool at_once = false;  // something lies in the queue that he sees first
  int queues_count = 0;  // with something in them

  auto operator<=>(const Busy&) const = default;
};

Busy how_busy(desk::Desk& desk, std::optional<PersonId> id) {
  const auto person = id ? desk::load_person(desk, *id) : std::nullopt;
  if (!person) return {};
  const auto queues = desk::count_queues(desk, *person);
  const auto filled = [](const desk::QueueSize& queue) { return queue.size.count > 0; };
  // What waits is seen first; a role that has no such queue sees its first.
  auto first = std::ranges::find_if(
      queues, [](const desk::QueueSize& queue) { return queue.queue->name == "waiting"; });
  if (first == queues.end()) first = queues.begin();
  return {first != queues.end() && filled(*first), int(std::ranges::count_if(queues, filled))};
}

Busy how_busy(desk::Desk& desk, const desk::DeputyRow& row) {
  const auto deputy = desk.database.read(
      [&](store::Connection& connection) { return store::find_deputy(connection, row.code); });
  return how_busy(desk, deputy ? std::optional(deputy->person) : std::nullopt);
}

Busy how_busy(desk::Desk& desk, const desk::StaffRow& row) {
  const auto account = desk.database.read([&](store::Connection& connection) {
    return store::find_person_by_login(connection, row.login);
  });
  return how_busy(desk, account ? std::optional(account->id) : std::nullopt);
}

/// The busiest first, so that a visitor has what to do.
template <typename Row>
void sort_by_work(desk::Desk& desk, std::span<Row> rows) {
  std::vector<std::pair<Busy, Row>> known;
  for (const Row& row : rows) known.emplace_back(how_busy(desk, row), row);
  std::ranges::stable_sort(known, std::ranges::greater{}, &std::pair<Busy, Row>::first);
  std::ranges::copy(known | std::views::values, rows.begin());
}

/// The deputies who serve.
std::vector<desk::DeputyRow> deputies_of(desk::Desk& desk) {
  std::vector<desk::DeputyRow> rows;
  for (const desk::DeputyRow& row : desk.city.file.deputies)
    if (row.status == rules::DeputyStatus::active) rows.push_back(row);
  sort_by_work(desk, std::span(rows));
  return rows;
}

/// The staff by role.
std::vector<desk::StaffRow> staff_of(desk::Desk& desk) {
  std::vector<desk::StaffRow> rows = desk.city.file.staff;
  for (auto group = rows.begin(); group != rows.end();) {
    const auto end =
        std::find_if(group, rows.end(), [&](const auto& row) { return row.role != group->role; });
    sort_by_work(desk, std::span(group, end));
    group = end;
  }
  return rows;
}

std::string station_name(const desk::CityFile& city, const std::string& code) {
  for (const desk::StationRow& row : city.stations)
    if (row.code == code) return row.name;
  return code;
}

DemoPerson staff_person(const desk::StaffRow& row) {
  const std::string password(kDemoPassword);
  return {row.role, row.name, row.title, row.login, password, std::nullopt, true};
}

DemoPerson deputy_person(const desk::CityFile& city, const desk::DeputyRow& row) {
  const std::string station = station_name(city, row.station);
  return {Role::deputy, row.name,     {station + "代表", "Deputy at " + station},
          std::nullopt, std::nullopt, row.phone,
          false};
}

std::vector<DemoPerson> people_of(desk::Desk& desk, const std::vector<desk::DeputyRow>& deputies) {
  std::vector<DemoPerson> people{{Role::resident,
                                  "张示例",
                                  {"留过言的群众", "A resident who has written before"},
                                  std::nullopt,
                                  std::nullopt,
                                  "19400000001",
                                  false},
                                 {Role::resident,
                                  "新群众",
                                  {"第一次来的群众", "A resident who comes for the first time"},
                                  std::nullopt,
                                  std::nullopt,
                                  "15499990001",
                                  false}};
  for (const desk::DeputyRow& row : deputies | std::views::take(kDeputiesShown))
    people.push_back(deputy_person(desk.city.file, row));
  for (const desk::StaffRow& row : staff_of(desk)) people.push_back(staff_person(row));
  return people;
}

/// One hash for all of them: argon2 is slow on purpose, and everybody knows this password.
/// The deputy whom a visitor plays has kept two answers of his own.
void keep_templates(desk::Desk& desk) {
  const desk::DeputyRow first = deputies_of(desk).front();
  const PersonId id = desk.database.read([&](store::Connection& connection) {
    return store::find_deputy(connection, first.code)->person;
  });
  const auto deputy = desk::load_person(desk, id);
  constexpr std::pair<std::string_view, std::string_view> kOwn[] = {
      {"接待日面谈",
       "您好，这件事当面说更清楚。联络站下次开放日我在站里，欢迎您来；不方便的话，我上门。"},
      {"谢谢提醒", "您好，谢谢您把这件事告诉我。我会跟到底，办好了告诉您。"}};
  for (const auto& [title, text] : kOwn) {
    const auto kept =
        desk::keep_template(desk, *deputy, {{std::string(title)}, {std::string(text)}});
    assert(kept);
  }
}

void set_passwords(desk::Desk& desk) {
  const std::string hash = desk::hash_password(kDemoPassword);
  desk::written(desk.database.write([&](store::Connection& connection) {
    for (const desk::StaffRow& row : desk.city.file.staff) {
      const auto person = store::find_person_by_login(connection, row.login);
      store::set_password_hash(connection, person->id, hash);
    }
    return true;
  }));
}

std::string line(const std::string& who, const std::string& how) {
  return "    " + who + "  →  " + how + "\n";
}

}  // namespace

bool fill(desk::Desk& desk, const std::optional<std::filesystem::path>& stories) {
  if (!desk::set_up_city(desk)) return false;
  set_passwords(desk);
  keep_templates(desk);
  if (stories) play_stories(desk, read_stories(*stories), desk.now());
  return true;
}

void fill_folder(const std::filesystem::path& folder, const desk::City& city,
                 const std::optional<std::filesystem::path>& stories) {
  store::Database database({.folder = folder, .reader_count = 1, .durable = false});
  const DemoClock clock(database);
  desk::Desk desk{.database = database,
                  .city = city,
                  .attachment_files = database.attachments(),
                  .now = [&clock] { return clock.now(); },
                  .machine_time = machine_now,
                  .tell = [](const std::vector<desk::Change>&) {}};
  fill(desk, stories);
}

std::string guide_json(desk::Desk& desk) {
  const auto deputies = deputies_of(desk);
  const desk::DeputyRow& first = deputies.front();
  return to_json(Guide{desk.now(), people_of(desk, deputies), {first.station, first.code}});
}

std::string guide_text(desk::Desk& desk, const std::string& url) {
  const desk::CityFile& city = desk.city.file;
  const auto deputies = deputies_of(desk);
  const desk::DeputyRow& deputy = deputies.front();
  const std::vector<desk::StaffRow> staff = staff_of(desk);
  std::string text =
      "\n  Mashang 码上找代表 · demo of " + city.name.en + " " + city.name.zh + "\n\n";
  text += "  Phone pages   " + url + "/m/\n  Console       " + url + "/console/\n";
  text += "  A station     " + url + "/s/" + deputy.station + "\n  A deputy      " + url + "/d/" +
          deputy.code + "\n\n";
  text += "  Sign in on the phone pages by number; the code is shown on the screen:\n";
  text += line("resident 张示例", "19400000001") + line("deputy   " + deputy.name, deputy.phone);
  text += "\n  Sign in on the console with the password " + std::string(kDemoPassword) + ":\n";
  for (const rules::Role role : {Role::reviewer, Role::callback, Role::supervisor, Role::station,
                                 Role::liaison_office, Role::unit, Role::administrator})
    for (const desk::StaffRow& row : staff)
      if (row.role == role) {
        text += line(row.title.en + " " + row.name, row.login);
        break;
      }
  return text + "\n  Stop with Ctrl-C.\n\n";
}

}  // namespace mashang::demo
