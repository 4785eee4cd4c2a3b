// City: all that differs from city to city, read at start from data/. Invariant: a City that
// was read is complete: every word the pages need is there in both languages, every limit and
// notice too.
#pragma once

#include <boost/describe/class.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text2.h"
#include "calendar/open_days.h"
#include "cases/input_parts.h"
#include "desk/labels.h"
#include "desk/regulation_in_force.h"
#include "rules/vocabulary.h"

namespace mashang::desk {

struct EmergencyNumber {
  std::string number;
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(EmergencyNumber, (), (number, text))

/// R3: what is shown before a message is sent; the version accepted is kept with the message.
struct PrivacyNotice {
  std::string version;
  Text2s brief;
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(PrivacyNotice, (), (version, brief, text))

struct RegionRow {
  std::string code;
  std::string name;
  std::optional<std::string> parent;
};
BOOST_DESCRIBE_STRUCT(RegionRow, (), (code, name, parent))

struct StationRow {
  std::string code;
  std::string name;
  std::string township;
  std::string address;
  calendar::OpenRule open;
  cases::Position position;
};
BOOST_DESCRIBE_STRUCT(StationRow, (), (code, name, township, address, open, position))

enum class UnitKind { department, county, township, utility };
BOOST_DESCRIBE_ENUM(UnitKind, department, county, township, utility)

struct UnitRow {
  std::string name;
  UnitKind kind{};
  std::string region;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (name, kind, region))

struct DeputyRow {
  std::string code;
  std::string name;
  std::string phone;
  std::string station;
  std::vector<rules::Level> levels;
  rules::DeputyStatus status{};
  std::string about;
};
BOOST_DESCRIBE_STRUCT(DeputyRow, (), (code, name, phone, station, levels, status, about))

struct StaffRow {
  std::string login;
  std::string name;
  rules::Role role{};
  Text2s title;
  std::optional<std::string> station;
  std::optional<std::string> region;
  std::optional<std::string> unit;
};
BOOST_DESCRIBE_STRUCT(StaffRow, (), (login, name, role, title, station, region, unit))

struct CityFile {
  Text2s name;
  std::string code;
  PrivacyNotice notice;
  std::vector<EmergencyNumber> emergency;
  std::vector<RegionRow> regions;
  std::vector<StationRow> stations;
  std::vector<UnitRow> units;
  std::vector<DeputyRow> deputies;
  std::vector<StaffRow> staff;
};
BOOST_DESCRIBE_STRUCT(CityFile, (),
                      (name, code, notice, emergency, regions, stations, units, deputies, staff))

/// What a deputy may say in the city's words; he changes them before he answers.
struct TemplateRow {
  Text2s title;
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(TemplateRow, (), (title, text))

struct City {
  CityFile file;
  Labels labels;
  std::vector<TemplateRow> templates;
  std::string outline;        // the counties' borders as GeoJSON, for maps
  std::string rulebook_toml;  // as installed, for who drafts the next version
  std::unique_ptr<RegulationInForce> in_force;

  const Regulation& regulation() const { return in_force->now(); }
  const calendar::WorkingDays& days() const { return regulation().days; }
};

/// Reads data/ (`folder`) for the city in data/<name>/. The failure lists every error, one a line,
/// each with its file and what to write there.
Result<City, std::string> read_city(const std::filesystem::path& folder, const std::string& name,
                                    const std::string& rulebook);

}  // namespace mashang::desk
