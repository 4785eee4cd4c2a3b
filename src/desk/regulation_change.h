// Changing the regulation while the server runs (R50, R52): a year's notice comes in, a new version
// of the rulebook is tried and adopted. What is refused leaves the old one in force.
#pragma once

#include "base/json_error.h"
#include "desk/desk.h"

namespace mashang::desk {

/// Puts in force what was adopted and imported since the city was installed; at start. A stored
/// text that can't be read any more is a Fault.
void load_regulation(Desk& desk);

struct NoticeImported {
  int year = 0;
  int moved_count = 0;  // cases whose due times moved
};
BOOST_DESCRIBE_STRUCT(NoticeImported, (), (year, moved_count))

/// R52: keeps the notices of a year, and counts every provisional due time again.
Result<NoticeImported, std::vector<FieldError>> import_notice(Desk& desk, const Person& person,
                                                              const std::string& text);
/// Counts provisional due times again; the number of cases that moved. Idempotent, so that a stop
/// in the middle of it is made good at the next start.
int recount_provisional(Desk& desk);

struct Adopted {
  int version = 0;
  Day from;
};
BOOST_DESCRIBE_STRUCT(Adopted, (), (version, from))

/// The next version: of the same rulebook, with the next number, in force from today on or later.
/// Cases that begin from its first day on come under it; all others keep theirs.
Result<Adopted, Text2s> adopt_rulebook(Desk& desk, const Person& person, const std::string& toml,
                                       const std::string& reason);

/// The texts of the versions and notices there are, for who wants to draft the next.
struct RegulationTexts {
  struct Version {
    int version = 0;
    Day from;
    bool in_force = false;
    std::string reason;
    std::optional<Instant> adopted_at;
  };
  std::vector<Version> versions;
  std::string latest_toml;
  std::vector<int> years;  // that have a notice
};
BOOST_DESCRIBE_STRUCT(RegulationTexts::Version, (), (version, from, in_force, reason, adopted_at))
BOOST_DESCRIBE_STRUCT(RegulationTexts, (), (versions, latest_toml, years))

RegulationTexts regulation_texts(Desk& desk);

}  // namespace mashang::desk
