// Ties, one by one. An empty id or code never ties anybody to anything.
#include "rules/scope.h"

namespace mashang::rules {
namespace {

template <typename Tag>
bool same(Id<Tag> left, Id<Tag> right) {
  return bool(left) && left == right;
}

bool tied(Tie tie, const Viewer& viewer, const Parties& parties) {
  switch (tie) {
    case Tie::wrote_it: return same(viewer.person, parties.resident);
    case Tie::addressed: return same(viewer.deputy, parties.deputy);
    case Tie::of_station: return same(viewer.station, parties.station);
    case Tie::passed_to_office: return !parties.office.empty() && viewer.region == parties.office;
    case Tie::dispatched_to: return same(viewer.unit, parties.unit);
    case Tie::of_hotline: return true;
  }
  return false;
}

}  // namespace

bool may_see(const Viewer& viewer, CaseKind kind, const Parties& parties) {
  const Sight* sight = sight_of(viewer.role, kind);
  return sight != nullptr && tied(sight->by, viewer, parties);
}

}  // namespace mashang::rules
