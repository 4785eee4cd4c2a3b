// Who may see which case: one table for every list, every page and every action (R70). Whoever may
// not see a case is told that there is none.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  assists,           // a unit that assists the one that handles it
  signs_jointly,     // a deputy who was invited to sign a suggestion
  oversees,          // hotline and supervisors see every order
};
BOOST_DESCRIBE_ENUM(Tie, wrote_it, addressed, of_station, passed_to_office, dispatched_to, assists,
                    signs_jointly, oversees)

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
    {Role::assisting_unit, CaseKind::order, Tie::assists},
    {Role::reviewer, CaseKind::order, Tie::oversees},
    {Role::callback, CaseKind::order, Tie::oversees},
    {Role::supervisor, CaseKind::order, Tie::oversees},
    {Role::deputy, CaseKind::suggestion, Tie::addressed},
    {Role::joint_signatory, CaseKind::suggestion, Tie::signs_jointly},
    {Role::liaison_office, CaseKind::suggestion, Tie::passed_to_office},
    {Role::unit, CaseKind::suggestion, Tie::dispatched_to},
    {Role::assisting_unit, CaseKind::suggestion, Tie::assists},
    {Role::supervisor, CaseKind::suggestion, Tie::oversees},
});

constexpr const Sight* sight_of(Role role, CaseKind kind) {
  for (const Sight& sight : kSights)
    if (sight.who == role && sight.kind == kind) return &sight;
  return nullptr;
}

/// What an account is for: the role by which somebody signs in who has this part in a case.
constexpr Role account_of(Role part) {
  if (part == Role::assisting_unit) return Role::unit;
  if (part == Role::joint_signatory) return Role::deputy;
  return part;
}

/// By what an account's own desk is named: the unit, the station, the office, or the whole hotline.
constexpr Tie desk_of(Role account) {
  switch (account) {
    case Role::unit: return Tie::dispatched_to;
    case Role::deputy: return Tie::addressed;
    case Role::station: return Tie::of_station;
    case Role::liaison_office: return Tie::passed_to_office;
    case Role::resident: return Tie::wrote_it;
    default: return Tie::oversees;
  }
}

/// R17: who acts as one of several units, each with a clock of its own.
constexpr bool acts_beside_others(Role part) { return part == Role::assisting_unit; }

/// Who may change the regulation itself.
constexpr bool administers(Role account) { return account == Role::administrator; }

/// Who may print what hangs on the doors: everybody who works for the city or is a deputy.
constexpr bool prints_posters(Role account) { return account != Role::resident; }

/// R72: whose name and number are his own, to be corrected and erased when he asks for it. Deputies
/// and staff are known by their office, which keeps both.
constexpr bool owns_identity(Role account) { return account == Role::resident; }

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
  std::vector<UnitId> assisting_units;
  std::vector<DeputyId> joint_signatories;
};

/// The one party of the case that a tie is about, as text ("12", a region's code); empty where it
/// is not set, or where the tie is to many or to all. The same text comes from both sides.
std::string whose(Tie tie, const Viewer& viewer);
std::string whose(Tie tie, const Parties& parties);
/// The same for a tie to many.
std::vector<std::string> whose_all(Tie tie, const Parties& parties);

/// The viewer's part in the case, by which everything he may do and read is decided; nothing when
/// he may not see it.
std::optional<Role> part_of(const Viewer& viewer, CaseKind kind, const Parties& parties);

bool may_see(const Viewer& viewer, CaseKind kind, const Parties& parties);

/// R62: who may see a deputy's duty record: he himself, his station, and the liaison offices above
/// it.
struct RecordSight {
  Role who;
  Tie by;
};
inline constexpr auto kRecordSights = std::to_array<RecordSight>({
    {Role::deputy, Tie::addressed},
    {Role::station, Tie::of_station},
    {Role::liaison_office, Tie::passed_to_office},
});
bool may_see_record(const Viewer& viewer, const Parties& parties);

}  // namespace mashang::rules
