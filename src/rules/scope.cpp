// A tie holds when both sides name the same party; a party that is not set ties nobody to anything.
#include "rules/scope.h"

namespace mashang::rules {
namespace {

template <typename Tag>
std::string text_of(Id<Tag> id) {
  return id ? std::to_string(id.value) : std::string();
}

}  // namespace

std::string whose(Tie tie, const Viewer& viewer) {
  switch (tie) {
    case Tie::wrote_it: return text_of(viewer.person);
    case Tie::addressed: return text_of(viewer.deputy);
    case Tie::of_station: return text_of(viewer.station);
    case Tie::passed_to_office: return viewer.region;
    case Tie::dispatched_to: return text_of(viewer.unit);
    case Tie::of_hotline: return {};
  }
  return {};
}

std::string whose(Tie tie, const Parties& parties) {
  return whose(tie, Viewer{.role = Role::system,
                           .person = parties.resident,
                           .deputy = parties.deputy,
                           .station = parties.station,
                           .unit = parties.unit,
                           .region = parties.office});
}

bool may_see(const Viewer& viewer, CaseKind kind, const Parties& parties) {
  const Sight* sight = sight_of(viewer.role, kind);
  if (sight == nullptr) return false;
  if (sight->by == Tie::of_hotline) return true;
  const std::string party = whose(sight->by, parties);
  return !party.empty() && party == whose(sight->by, viewer);
}

}  // namespace mashang::rules
