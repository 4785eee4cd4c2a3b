// Reading data/: the city, the labels, the rulebook, the calendar; all errors are told at once.
#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/earth.h"
#include "base/json.h"
#include "calendar/calendar_file.h"
#include "desk/city.h"

namespace mashang::desk {
namespace {

namespace fs = std::filesystem;

/// Collects what is wrong, file by file.
struct Complaints {
  std::string text;

  void add(const fs::path& file, const std::string& what) {
    text += file.string() + ": " + what + "\n";
  }
  void add(const fs::path& file, const std::vector<FieldError>& errors) {
    for (const FieldError& error : errors) add(file, error.path + ": " + error.text.en);
  }
};

std::string text_of(const fs::path& file, Complaints& complaints) {
  std::ifstream in(file, std::ios::binary);
  if (!in) complaints.add(file, "can't be opened");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> calendar_files(const fs::path& folder, Complaints& complaints) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  if (error || files.empty()) complaints.add(folder, "has no calendar file (<year>.json)");
  std::ranges::sort(files);
  return files;
}

/// The year in "2027.json", so that no file passes for another year's.
std::optional<int> year_in(const fs::path& file) {
  const std::string name = file.stem().string();
  int year = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), year);
  if (read.ec != std::errc{} || read.ptr != name.data() + name.size()) return std::nullopt;
  return year;
}

std::vector<calendar::Notice> read_calendar(const fs::path& folder, Complaints& complaints) {
  std::vector<calendar::Notice> notices;
  for (const fs::path& file : calendar_files(folder, complaints)) {
    auto read = calendar::read_calendar_file(text_of(file, complaints), year_in(file));
    if (!read) {
      complaints.add(file, read.error());
      continue;
    }
    notices.insert(notices.end(), read->begin(), read->end());
  }
  return notices;
}

template <typename Row, typename Field>
bool has(const std::vector<Row>& rows, Field Row::*field, const Field& value) {
  return std::ranges::find(rows, value, field) != rows.end();
}

void check_staff(const CityFile& city, const StaffRow& row, const fs::path& file,
                 Complaints& complaints) {
  if (row.station && !has(city.stations, &StationRow::code, *row.station))
    complaints.add(file, "staff " + row.login + ": no station " + *row.station);
  if (row.unit && !has(city.units, &UnitRow::name, *row.unit))
    complaints.add(file, "staff " + row.login + ": no unit " + *row.unit);
  if (row.region && !has(city.regions, &RegionRow::code, *row.region))
    complaints.add(file, "staff " + row.login + ": no region " + *row.region);
}

/// Names that point to nothing would only show when somebody signs in; better at start.
void check_references(const CityFile& city, const fs::path& file, Complaints& complaints) {
  for (const StationRow& station : city.stations)
    if (!has(city.regions, &RegionRow::code, station.township))
      complaints.add(file, "station " + station.code + ": no region " + station.township);
  for (const StationRow& station : city.stations)
    if (const std::string fault = calendar::fault_of(station.open); !fault.empty())
      complaints.add(file, "station " + station.code + ": open: " + fault);
  for (const StationRow& station : city.stations)
    if (!is_on_earth({station.position.lat, station.position.lng}))
      complaints.add(file, "station " + station.code + ": its position is not on the earth");
  for (const UnitRow& unit : city.units)
    if (!has(city.regions, &RegionRow::code, unit.region))
      complaints.add(file, "unit " + unit.name + ": no region " + unit.region);
  for (const DeputyRow& deputy : city.deputies)
    if (!has(city.stations, &StationRow::code, deputy.station))
      complaints.add(file, "deputy " + deputy.code + ": no station " + deputy.station);
  for (const StaffRow& row : city.staff) check_staff(city, row, file, complaints);
}

CityFile read_city_file(const fs::path& file, Complaints& complaints) {
  auto read = read_json<CityFile>(text_of(file, complaints));
  if (!read) {
    complaints.add(file, read.error());
    return {};
  }
  check_references(*read, file, complaints);
  return *std::move(read);
}

std::vector<TemplateRow> read_templates(const fs::path& file, Complaints& complaints) {
  auto read = read_json<std::vector<TemplateRow>>(text_of(file, complaints));
  if (read) return *std::move(read);
  complaints.add(file, read.error());
  return {};
}

Labels read_labels(const fs::path& folder, Complaints& complaints) {
  auto labels = Labels::read(text_of(folder / "zh.json", complaints),
                             text_of(folder / "en.json", complaints));
  if (labels) return *std::move(labels);
  complaints.add(folder, labels.error());
  return {};
}

std::optional<rules::Rulebook> read_limits(const std::string& toml, const fs::path& file,
                                           Complaints& complaints) {
  auto book = rules::read_rulebook(toml);
  if (book) return *std::move(book);
  complaints.add(file, book.error().en);
  return std::nullopt;
}

}  // namespace

Result<City, std::string> read_city(const fs::path& folder, const std::string& name,
                                    const std::string& rulebook) {
  Complaints complaints;
  City city{.file = read_city_file(folder / name / "city.json", complaints),
            .labels = read_labels(folder / "labels", complaints),
            .templates = read_templates(folder / name / "answer_templates.json", complaints)};
  city.outline = text_of(folder / name / "outline.json", complaints);
  const fs::path limits = folder / "limits" / (rulebook + ".toml");
  city.rulebook_toml = text_of(limits, complaints);
  auto book = read_limits(city.rulebook_toml, limits, complaints);
  auto notices = read_calendar(folder / "calendar", complaints);
  if (!complaints.text.empty()) return Failure{complaints.text};
  city.in_force = std::make_unique<RegulationInForce>(
      Regulation(rules::Rulebooks(*std::move(book)), std::move(notices)));
  return city;
}

}  // namespace mashang::desk
