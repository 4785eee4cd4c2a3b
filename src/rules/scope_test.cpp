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

const Parties kParties{.resident = {11},
                       .deputy = {12},
                       .station = {13},
                       .unit = {14},
                       .office = "430422",
                       .assisting_units = {{15}, {16}},
                       .joint_signatories = {{17}, {18}}};

std::vector<Tied> viewers() {
  return {{"wrote_it", {.person = {11}}},
          {"addressed", {.deputy = {12}}},
          {"of_station", {.station = {13}}},
          {"passed_to_office", {.region = "430422"}},
          {"dispatched_to", {.unit = {14}}},
          {"assists", {.unit = {16}}},
          {"signs_jointly", {.deputy = {18}}},
          {"nothing",
           {.person = {91}, .deputy = {92}, .station = {93}, .unit = {94}, .region = "430426"}}};
}

/// The roles by which somebody signs in; the others are parts that a case gives.
std::vector<Role> accounts() {
  std::vector<Role> roles;
  for (const Role role : all_of<Role>())
    if (account_of(role) == role) roles.push_back(role);
  return roles;
}

std::string sight_table(CaseKind kind) {
  std::string text = "\n" + column(name_of(kind), 18);
  for (const Tied& tied : viewers()) text += column(tied.by, 19);
  for (const Role role : accounts()) {
    text += "\n" + column("  " + name_of(role), 18);
    for (Tied& tied : viewers()) {
      tied.viewer.role = role;
      const auto part = part_of(tied.viewer, kind, kParties);
      text += column(part ? "as " + name_of(*part) : "-", 19);
    }
  }
  return text + "\n";
}

TEST(GoldenSight, EveryRoleKindAndTie) {
  std::string text =
      "Who sees a case, and in which part, by the only thing that ties him to it.\n"
      "./dev bless renews this page.\n";
  for (const CaseKind kind : all_of<CaseKind>()) text += sight_table(kind);
  expect_golden("sight.txt", text);
}

TEST(Sight, NothingUnsetTiesAnybody) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Role role :
         {Role::resident, Role::deputy, Role::station, Role::liaison_office, Role::unit})
      EXPECT_FALSE(may_see({.role = role}, kind, Parties{})) << name_of(role);
}

/// R17: an assisting unit is a unit that signs in as one, and no more than that in this order.
TEST(Sight, AnAssistingUnitSeesTheOrderInItsOwnPart) {
  const Viewer assisting{.role = Role::unit, .unit = {15}};
  EXPECT_EQ(part_of(assisting, CaseKind::order, kParties), Role::assisting_unit);
  EXPECT_EQ(part_of(assisting, CaseKind::message, kParties), std::nullopt);
  const Viewer other{.role = Role::unit, .unit = {94}};
  EXPECT_EQ(part_of(other, CaseKind::order, kParties), std::nullopt);
}

/// Who leads is not held to be assisting as well.
TEST(Sight, TheFirstTieDecidesThePart) {
  Parties parties = kParties;
  parties.assisting_units.push_back(parties.unit);
  parties.joint_signatories.push_back(parties.deputy);
  const Viewer lead{.role = Role::unit, .unit = parties.unit};
  EXPECT_EQ(part_of(lead, CaseKind::order, parties), Role::unit);
  const Viewer author{.role = Role::deputy, .deputy = parties.deputy};
  EXPECT_EQ(part_of(author, CaseKind::suggestion, parties), Role::deputy);
}

/// R41: who signs jointly sees the suggestion, not the messages behind it.
TEST(Sight, AJointSignatorySeesTheSuggestionOnly) {
  const Viewer signatory{.role = Role::deputy, .deputy = {17}};
  EXPECT_EQ(part_of(signatory, CaseKind::suggestion, kParties), Role::joint_signatory);
  EXPECT_FALSE(may_see(signatory, CaseKind::message, kParties));
  EXPECT_FALSE(may_see(signatory, CaseKind::order, kParties));
}

TEST(Sight, ASupervisorOverseesOrdersAndSuggestionsAndReadsNoMessages) {
  const Viewer supervisor{.role = Role::supervisor};
  EXPECT_EQ(part_of(supervisor, CaseKind::order, Parties{}), Role::supervisor);
  EXPECT_EQ(part_of(supervisor, CaseKind::suggestion, Parties{}), Role::supervisor);
  EXPECT_FALSE(may_see(supervisor, CaseKind::message, kParties));
}

TEST(Sight, ATieToManyNamesEachOfThem) {
  EXPECT_EQ(whose_all(Tie::assists, kParties), (std::vector<std::string>{"15", "16"}));
  EXPECT_EQ(whose_all(Tie::signs_jointly, kParties), (std::vector<std::string>{"17", "18"}));
  EXPECT_EQ(whose(Tie::assists, kParties), "");
  EXPECT_EQ(whose(Tie::dispatched_to, kParties), "14");
  EXPECT_TRUE(whose_all(Tie::dispatched_to, kParties).empty());
}

/// R73: an administrator keeps the accounts and sees no case.
TEST(Sight, AnAdministratorSeesNoCase) {
  for (const CaseKind kind : all_of<CaseKind>())
    EXPECT_FALSE(may_see({.role = Role::administrator, .person = {11}}, kind, kParties));
}

/// R70: the resident's words reach the unit, but the unit does not see the message.
TEST(Sight, AUnitSeesTheOrderAndNotTheMessage) {
  const Viewer unit{.role = Role::unit, .unit = {14}};
  EXPECT_TRUE(may_see(unit, CaseKind::order, kParties));
  EXPECT_FALSE(may_see(unit, CaseKind::message, kParties));
}

TEST(Scope, ADutyRecordIsTheDeputysHisStationsAndTheOfficesAboveIt) {
  const auto sees = [](Viewer viewer) { return may_see_record(viewer, kParties); };
  EXPECT_TRUE(sees({.role = Role::deputy, .deputy = {12}}));
  EXPECT_TRUE(sees({.role = Role::station, .station = {13}}));
  EXPECT_TRUE(sees({.role = Role::liaison_office, .region = "430422"}));
  EXPECT_FALSE(sees({.role = Role::deputy, .deputy = {92}, .station = {13}}));
  EXPECT_FALSE(sees({.role = Role::station, .station = {93}}));
  EXPECT_FALSE(sees({.role = Role::liaison_office, .region = "430426"}));
  EXPECT_FALSE(sees({.role = Role::liaison_office}));
  EXPECT_FALSE(sees({.role = Role::resident, .person = {11}}));
  EXPECT_FALSE(sees({.role = Role::supervisor}));
}

}  // namespace
}  // namespace mashang::rules
