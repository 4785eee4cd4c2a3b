// Who may do what, cell by cell: every state, action and role of the three lifecycles. What no row
// allows is refused, and the golden files show a changed right as a changed cell.
#include <algorithm>

#include "rules/actions.h"
#include "rules/judge.h"
#include "rules/lifecycle.h"
#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

std::vector<State> states_of(Lifecycle rows) {
  std::vector<State> states;
  for (const State state : all_of<State>())
    if (std::ranges::any_of(
            rows, [&](const Transition& row) { return row.from == state || row.to == state; }))
      states.push_back(state);
  return states;
}

bool takes(Lifecycle rows, Role role, Action action) {
  return std::ranges::any_of(
      rows, [&](const Transition& row) { return row.action == action && row.who.has(role); });
}

std::vector<Action> actions_of(Lifecycle rows, Role role) {
  std::vector<Action> actions;
  for (const Action action : all_of<Action>())
    if (takes(rows, role, action)) actions.push_back(action);
  return actions;
}

/// "may", "may, if" (guards are asked), "-" (not from here) or "x" (not yours).
std::string cell(Lifecycle rows, State state, Role role, Action action) {
  const Transition* row = find(rows, state, action);
  if (row == nullptr) return "-";
  if (!row->who.has(role)) return "x";
  return row->when.empty() ? "may" : "may, if";
}

/// Wide enough for the action's name and a blank.
std::size_t width_of(Action action) {
  return std::max<std::size_t>(17, name_of(action).size() + 1);
}

std::string table_of(Lifecycle rows, Role role) {
  const std::vector<Action> actions = actions_of(rows, role);
  std::string text = "\n" + name_of(role) + "\n";
  if (actions.empty()) return text + "  takes no action\n";
  text += column("", 18);
  for (const Action action : actions) text += column(name_of(action), width_of(action));
  for (const State state : states_of(rows)) {
    text += "\n" + column("  " + name_of(state), 18);
    for (const Action action : actions)
      text += column(cell(rows, state, role, action), width_of(action));
  }
  return text + "\n";
}

const char* with_article(CaseKind kind) {
  switch (kind) {
    case CaseKind::message: return "a message";
    case CaseKind::order: return "an order";
    case CaseKind::suggestion: return "a suggestion";
  }
  return "";
}

std::string matrix(CaseKind kind) {
  const Lifecycle rows = lifecycle_of(kind);
  std::string text =
      "Who may do what with " + std::string(with_article(kind)) +
      " in which state. ./dev bless renews this page.\n"
      "may: yes   may, if: yes, when the guards of the row hold   -: not_from_here   x: not_yours\n"
      "An action that a role's table lacks is not_yours in every state.\n";
  for (const Role role : all_of<Role>()) text += table_of(rows, role);
  return text;
}

/// The code that must be given where no row lets the role act; empty where one does.
std::string code_due(Lifecycle rows, State state, Role role, Action action) {
  const std::string found = cell(rows, state, role, action);
  if (found == "may" || found == "may, if") return "";
  return found == "-" && takes(rows, role, action) ? "not_from_here" : "not_yours";
}

std::string code_given(Lifecycle rows, State state, Role role, Action action) {
  const auto judged = judge(rows, state, role, action, Facts{});
  return judged ? std::string() : std::string(judged.error().code);
}

/// Checks the cells of a state that no row allows; says how many there are.
int check_state(Lifecycle rows, State state) {
  int refused = 0;
  for (const Action action : all_of<Action>())
    for (const Role role : all_of<Role>()) {
      const std::string due = code_due(rows, state, role, action);
      if (due.empty()) continue;
      ++refused;
      EXPECT_EQ(code_given(rows, state, role, action), due)
          << name_of(state) << " " << name_of(action) << " " << name_of(role);
    }
  return refused;
}

TEST(GoldenMatrix, OfMessages) { expect_golden("message_matrix.txt", matrix(CaseKind::message)); }
TEST(GoldenMatrix, OfOrders) { expect_golden("order_matrix.txt", matrix(CaseKind::order)); }
TEST(GoldenMatrix, OfSuggestions) {
  expect_golden("suggestion_matrix.txt", matrix(CaseKind::suggestion));
}

/// R73: who keeps the accounts has no part in any case.
TEST(Matrix, AnAdministratorTakesNoAction) {
  for (const CaseKind kind : all_of<CaseKind>())
    EXPECT_TRUE(actions_of(lifecycle_of(kind), Role::administrator).empty());
}

TEST(Matrix, WhatNoRowAllowsIsRefusedWithTheRightCode) {
  for (const CaseKind kind : all_of<CaseKind>()) {
    const Lifecycle rows = lifecycle_of(kind);
    int refused = 0;
    for (const State state : states_of(rows)) refused += check_state(rows, state);
    const std::size_t cells =
        states_of(rows).size() * all_of<Action>().size() * all_of<Role>().size();
    EXPECT_GT(refused, int(cells) * 9 / 10) << "most cells are a no: " << cells;
  }
}

TEST(Matrix, EveryActionOfPeopleHasOneNounAndTheSystemsHaveNone) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Action action : all_of<Action>()) {
      const Lifecycle rows = lifecycle_of(kind);
      // What makes the case has no noun either: its place is the collection itself.
      const auto of_people = [&](const Transition& row) {
        return row.action == action && !row.who.has(Role::system) && !is_start(row.from);
      };
      const bool asked = std::ranges::any_of(rows, of_people);
      const auto same = [&](const ActionNoun& noun) {
        return noun.kind == kind && noun.action == action;
      };
      EXPECT_EQ(std::ranges::count_if(kActionNouns, same), asked ? 1 : 0) << name_of(action);
    }
}

}  // namespace
}  // namespace mashang::rules
