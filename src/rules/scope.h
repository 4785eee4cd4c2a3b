// Who may see which case: one table for every list, every page and every action (R70). Whoever may
// not see a case is told that there is none.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/id.h"
#include "rules/vocabulary.h"

namespace mashang::rules {

/// What ties a person to a case.
enum class Tie {
  wrote_it,          // the resident who wrote the message
  addressed,         // the deputy it was written to, or on whose behalf the order runs
  of_station,        // the station of that deputy
  passed_to_office,  // the liaison office of the region it was passed to
  dispatched_to,     // the unit that handles it
  of_hotline,        // the hotline sees every order
};

struct Sight {
  Role who;
  CaseKind kind;
  Tie by;
};

inline constexpr auto kSights = std::to_array<Sight>({
    {Role::resident, CaseKind::message, Tie::wrote_it},
    {Role::deputy, CaseKind::message, Tie::addressed},
    {Role::station, CaseKind::message, Tie::of_station},
    {Role::liaison_office, CaseKind::message, Tie::passed_to_office},
    {Role::deputy, CaseKind::order, Tie::addressed},
    {Role::unit, CaseKind::order, Tie::dispatched_to},
    {Role::reviewer, CaseKind::order, Tie::of_hotline},
    {Role::callback, CaseKind::order, Tie::of_hotline},
});

constexpr const Sight* sight_of(Role role, CaseKind kind) {
  for (const Sight& sight : kSights)
    if (sight.who == role && sight.kind == kind) return &sight;
  return nullptr;
}

/// The person who looks: what the account says of him, and nothing of the case.
struct Viewer {
  Role role = Role::resident;
  PersonId person;
  DeputyId deputy;
  StationId station;
  UnitId unit;
  std::string region;
};

/// The parties of a case. An unset one ties nobody.
struct Parties {
  PersonId resident;
  DeputyId deputy;
  StationId station;
  UnitId unit;
  std::string office;  // region code of the liaison office it was last passed to
};

/// The party that a tie is about, as text ("12", a region's code); empty for the hotline, which has
/// everything, and for a party that is not set. The same text comes from both sides of the tie.
std::string whose(Tie tie, const Viewer& viewer);
std::string whose(Tie tie, const Parties& parties);

bool may_see(const Viewer& viewer, CaseKind kind, const Parties& parties);

}  // namespace mashang::rules
