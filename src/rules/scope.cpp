// A tie holds when both sides name the same party; a party that is not set ties nobody to anything.
#include "rules/scope.h"

#include <algorithm>

namespace mashang::rules {
namespace {

template <typename Tag>
std::string text_of(Id<Tag> id) {
  return id ? std::to_string(id.value) : std::string();
}

bool is_tie_to_many(Tie tie) { return tie == Tie::assists || tie == Tie::signs_jointly; }

}  // namespace

std::string whose(Tie tie, const Viewer& viewer) {
  switch (tie) {
    case Tie::wrote_it: return text_of(viewer.person);
    case Tie::addressed:
    case Tie::signs_jointly: return text_of(viewer.deputy);
    case Tie::of_station: return text_of(viewer.station);
    case Tie::passed_to_office: return viewer.region;
    case Tie::dispatched_to:
    case Tie::assists: return text_of(viewer.unit);
    case Tie::oversees: return {};
  }
  return {};
}

std::string whose(Tie tie, const Parties& parties) {
  if (is_tie_to_many(tie)) return {};
  return whose(tie, Viewer{.role = Role::system,
                           .person = parties.resident,
                           .deputy = parties.deputy,
                           .station = parties.station,
                           .unit = parties.unit,
                           .region = parties.office});
}

std::vector<std::string> whose_all(Tie tie, const Parties& parties) {
  std::vector<std::string> all;
  if (tie == Tie::assists)
    for (const UnitId unit : parties.assisting_units) all.push_back(text_of(unit));
  if (tie == Tie::signs_jointly)
    for (const DeputyId deputy : parties.joint_signatories) all.push_back(text_of(deputy));
  return all;
}

namespace {

bool tied(const Sight& sight, const Viewer& viewer, const Parties& parties) {
  if (sight.by == Tie::oversees) return true;
  const std::string party = whose(sight.by, viewer);
  if (party.empty()) return false;
  if (!is_tie_to_many(sight.by)) return party == whose(sight.by, parties);
  const std::vector<std::string> all = whose_all(sight.by, parties);
  return std::ranges::find(all, party) != all.end();
}

}  // namespace

std::optional<Role> part_of(const Viewer& viewer, CaseKind kind, const Parties& parties) {
  for (const Sight& sight : kSights)
    if (sight.kind == kind && account_of(sight.who) == viewer.role && tied(sight, viewer, parties))
      return sight.who;
  return std::nullopt;
}

bool may_see(const Viewer& viewer, CaseKind kind, const Parties& parties) {
  return part_of(viewer, kind, parties).has_value();
}

bool may_see_record(const Viewer& viewer, const Parties& parties) {
  for (const RecordSight& sight : kRecordSights) {
    const std::string own = whose(sight.by, viewer);
    if (sight.who == viewer.role && !own.empty() && own == whose(sight.by, parties)) return true;
  }
  return false;
}

}  // namespace mashang::rules
