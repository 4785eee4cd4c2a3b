// Who may see which case, by what ties him to it: one table, printed whole.
#include "rules/scope.h"

#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

/// One way of being tied to the case, and a viewer who has that tie and no other.
struct Tied {
  std::string by;
  Viewer viewer;
};

const Parties kParties{
    .resident = {11}, .deputy = {12}, .station = {13}, .unit = {14}, .office = "430422"};

std::vector<Tied> viewers() {
  return {{"wrote_it", {.person = {11}}},
          {"addressed", {.deputy = {12}}},
          {"of_station", {.station = {13}}},
          {"passed_to_office", {.region = "430422"}},
          {"dispatched_to", {.unit = {14}}},
          {"nothing",
           {.person = {91}, .deputy = {92}, .station = {93}, .unit = {94}, .region = "430426"}}};
}

std::string sight_table(CaseKind kind) {
  std::string text = "\n" + column(name_of(kind), 18);
  for (const Tied& tied : viewers()) text += column(tied.by, 18);
  for (const Role role : all_of<Role>()) {
    text += "\n" + column("  " + name_of(role), 18);
    for (Tied& tied : viewers()) {
      tied.viewer.role = role;
      text += column(may_see(tied.viewer, kind, kParties) ? "sees" : "-", 18);
    }
  }
  return text + "\n";
}

TEST(GoldenSight, EveryRoleKindAndTie) {
  std::string text =
      "Who sees a case, by the only thing that ties him to it. ./dev bless renews this page.\n";
  for (const CaseKind kind : all_of<CaseKind>()) text += sight_table(kind);
  expect_golden("sight.txt", text);
}

TEST(Sight, NothingUnsetTiesAnybody) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Role role :
         {Role::resident, Role::deputy, Role::station, Role::liaison_office, Role::unit})
      EXPECT_FALSE(may_see({.role = role}, kind, Parties{})) << name_of(role);
}

/// R70: the resident's words reach the unit, but the unit does not see the message.
TEST(Sight, AUnitSeesTheOrderAndNotTheMessage) {
  const Viewer unit{.role = Role::unit, .unit = {14}};
  EXPECT_TRUE(may_see(unit, CaseKind::order, kParties));
  EXPECT_FALSE(may_see(unit, CaseKind::message, kParties));
}

}  // namespace
}  // namespace mashang::rules
