// Filling the demo and telling its visitors who they may be.
#include "demo/demo.h"

#include <algorithm>
#include <ranges>

#include "base/json.h"
#include "demo/stories.h"
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

/// Whether something waits for this person, so that a visitor has what to do: in the queue of that
/// name, or where the role has none in its first.
bool has_work(desk::Desk& desk, std::optional<PersonId> id) {
  const auto person = id ? desk::load_person(desk, *id) : std::nullopt;
  if (!person) return false;
  const auto queues = desk::count_queues(desk, *person);
  auto queue = std::ranges::find_if(
      queues, [](const desk::QueueSize& size) { return size.queue->name == "waiting"; });
  if (queue == queues.end()) queue = queues.begin();
  return queue != queues.end() && queue->size.count > 0;
}

bool has_work(desk::Desk& desk, const desk::DeputyRow& row) {
  const auto deputy = desk.database.read(
      [&](store::Connection& connection) { return store::find_deputy(connection, row.code); });
  return deputy && has_work(desk, deputy->person);
}

bool has_work(desk::Desk& desk, const desk::StaffRow& row) {
  const auto account = desk.database.read([&](store::Connection& connection) {
    return store::find_person_by_login(connection, row.login);
  });
  return account && has_work(desk, account->id);
}

/// The deputies who serve; those to whom somebody has written come first.
std::vector<desk::DeputyRow> deputies_of(desk::Desk& desk) {
  std::vector<desk::DeputyRow> rows;
  for (const desk::DeputyRow& row : desk.city.file.deputies)
    if (row.status == rules::DeputyStatus::active) rows.push_back(row);
  std::ranges::stable_partition(rows, [&](const auto& row) { return has_work(desk, row); });
  return rows;
}

/// The staff by role; within a role those who have something to do come first.
std::vector<desk::StaffRow> staff_of(desk::Desk& desk) {
  std::vector<desk::StaffRow> rows = desk.city.file.staff;
  for (auto group = rows.begin(); group != rows.end();) {
    const auto end =
        std::find_if(group, rows.end(), [&](const auto& row) { return row.role != group->role; });
    std::stable_partition(group, end, [&](const auto& row) { return has_work(desk, row); });
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
  if (stories) play_stories(desk, read_stories(*stories), desk.now());
  return true;
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
  for (const rules::Role role :
       {Role::reviewer, Role::callback, Role::station, Role::liaison_office, Role::unit})
    for (const desk::StaffRow& row : staff)
      if (row.role == role) {
        text += line(row.title.en + " " + row.name, row.login);
        break;
      }
  return text + "\n  Stop with Ctrl-C.\n\n";
}

}  // namespace mashang::demo
