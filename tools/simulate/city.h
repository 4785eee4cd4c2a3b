// The city that a simulation lives in: its people, its rulebooks and the notices it knows of.
// Invariant: whoever is in it stays in it; what changes is a deputy's status, the rulebooks and the
// notices, and each only by the functions below.
#pragma once

#include <string>
#include <vector>

#include "calendar/working_days.h"
#include "rules/rulebook.h"
#include "rules/scope.h"
#include "simulate/chance.h"

namespace mashang::simulate {

/// What is read from data/ once and serves for all cities.
struct Statutes {
  rules::Rulebook rulebook;
  std::vector<calendar::Notice> notices;  // in the order in which they were issued
};
/// Throws with the place when a file can't be read: without its data the program is broken.
Statutes read_statutes(const std::string& data_folder);

struct Person {
  rules::Viewer viewer;
  std::string name;
};

/// Deputies and units are numbered from 1 in the order of their lists, people too.
struct Deputy {
  PersonId person;
  std::string name;
  std::string code;
  StationId station;
  std::string station_name;
  std::string region;
  rules::DeputyStatus status = rules::DeputyStatus::active;
};

struct Handling {
  UnitId unit;
  std::string name;
};

struct City {
  std::vector<Person> people;
  std::vector<Deputy> deputies;
  std::vector<Handling> units;
  rules::Rulebooks rulebooks;
  calendar::WorkingDays days;
  std::vector<calendar::Notice> known;
  std::vector<calendar::Notice> to_come;
  std::chrono::days notice_delay{};

  const Person& person(PersonId id) const { return people[std::size_t(id.value - 1)]; }
  const Deputy& deputy(DeputyId id) const { return deputies[std::size_t(id.value - 1)]; }
  bool is_gone(DeputyId id) const;
  const Handling* unit(UnitId id) const;
  /// Somebody whose account is for this role.
  const Person& somebody(rules::Role account, Chance& chance) const;
};

struct CityPlan {
  int residents = 6;
  int stations = 2;
  int deputies = 4;
  int units = 4;
  std::chrono::days notice_delay{};  // after its day of issue a notice comes in
};

/// As it is at `now`: the rulebook is as old as the city, later notices are still to come.
City make_city(const Statutes& statutes, const CityPlan& plan, Instant now);

/// Whether a notice was issued until now; then it is known, and due times may be counted again.
bool notices_come_in(City& city, Instant now);

/// The next version, in force from tomorrow: one number and one length are others.
void adopt_next_rulebook(City& city, Chance& chance, Instant now);

}  // namespace mashang::simulate
