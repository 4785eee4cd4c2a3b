// One row of a table is one object here, one arrow of a diagram, one sentence (regulation.cpp).
#include "desk/rules_text.h"

#include <array>

#include "base/json.h"
#include "desk/regulation.h"

namespace mashang::desk {
namespace {

using rules::CaseKind;
using rules::State;
using rules::Transition;

/// What a count of the rulebook means, and the article that asks for it.
struct CountRow {
  std::string_view code;
  Text2 label;
  int rules::Rulebook::*count;
  const rules::Citation& basis;
};
constexpr auto kCounts = std::to_array<CountRow>({
    {"callback_tries",
     {"回访未接通后办结，须在几个不同日期试过",
      "Days with a callback tried before closing unreached"},
     &rules::Rulebook::callback_tries_count,
     rules::law::no_answer},
    {"redo_max",
     {"重办几次后转入督办", "Redos before supervision"},
     &rules::Rulebook::redo_count_max,
     rules::law::two_redos},
});

BasisText basis_text(const rules::Citation& basis) {
  return {std::string(basis.instrument), std::string(basis.article), basis.title, basis.basis};
}

RoleText role_text(const City& city, rules::Role role) {
  return {role, city.labels.of("role", role)};
}

std::vector<RoleText> roles_in(const City& city, rules::Roles roles) {
  std::vector<RoleText> all;
  for (const auto& row : json::kEnumerators<rules::Role>)
    if (roles.has(row.value)) all.push_back(role_text(city, row.value));
  return all;
}

std::vector<ClockText> clocks_in(const City& city, std::uint32_t bits) {
  std::vector<ClockText> clocks;
  for (const auto& row : json::kEnumerators<rules::Clock>)
    if ((bits & rules::bit(row.value)) != 0)
      clocks.push_back({row.value, city.labels.of("clock", row.value)});
  return clocks;
}

std::vector<GuardText> guards_in(rules::Guards guards) {
  std::vector<GuardText> texts;
  for (const rules::GuardRule& rule : rules::kGuards)
    if (guards.has(rule.guard))
      texts.push_back({boost::describe::enum_to_string(rule.guard, ""), rule.refusal});
  return texts;
}

RowText row_text(const City& city, CaseKind kind, const Transition& row) {
  return {.from = row.from,
          .action = row.action,
          .to = row.to,
          .label = city.labels.of("action", row.action),
          .who = roles_in(city, row.who),
          .when = guards_in(row.when),
          .stops = clocks_in(city, row.clocks.stops),
          .starts = clocks_in(city, row.clocks.starts),
          .moves = clocks_in(city, moved_by(row.clocks)),
          .clause = clause_of(city, kind, row),
          .sentence = sentence_of(city, kind, row),
          .basis = basis_text(row.basis)};
}

std::vector<State> states_in(rules::Lifecycle rows) {
  std::vector<State> states;
  for (const auto& state : json::kEnumerators<State>)
    if (rules::speaks_of(rows, state.value) && !rules::is_start(state.value))
      states.push_back(state.value);
  return states;
}

StateText state_text(const City& city, State state) {
  StateText text{.code = state, .label = city.labels.of("state", state)};
  if (rules::is_open(state)) text.holder = role_text(city, rules::holder_of(state));
  return text;
}

LifecycleText lifecycle_text(const City& city, CaseKind kind) {
  LifecycleText text{.kind = kind, .label = kind_word(kind)};
  const rules::Lifecycle rows = rules::lifecycle_of(kind);
  for (const State state : states_in(rows)) text.states.push_back(state_text(city, state));
  for (const Transition& row : rows) text.rows.push_back(row_text(city, kind, row));
  return text;
}

LimitText limit_text(const City& city, const rules::LimitRow& limit) {
  LimitText text{.clock = limit.clock,
                 .label = city.labels.of("clock", limit.clock),
                 .of = limit.of,
                 .of_label = city.labels.of("limit_class", limit.of),
                 .length = calendar::words_of(limit.length),
                 .mode = limit.mode,
                 .from = limit.from,
                 .basis = basis_text(*limit.basis)};
  if (limit.length.unit == calendar::Unit::hours) text.counting = calendar::words_of(limit.mode);
  return text;
}

std::string name_of(State state) { return boost::describe::enum_to_string(state, ""); }

std::string diagram(const City& city, CaseKind kind) {
  std::string text = "## " + kind_word(kind).zh + "\n\n```mermaid\nstateDiagram-v2\n";
  const rules::Lifecycle rows = rules::lifecycle_of(kind);
  for (const State state : states_in(rows))
    text += "  " + name_of(state) + " : " + city.labels.of("state", state).zh + "\n";
  for (const Transition& row : rows) {
    const std::string from = rules::is_start(row.from) ? "[*]" : name_of(row.from);
    text += "  " + from + " --> " + name_of(row.to) + " : " +
            city.labels.of("action", row.action).zh + "\n";
  }
  return text + "```\n";
}

}  // namespace

RulebookText rulebook_text(const City& city) {
  RulebookText text{.rulebook = city.rulebook.id, .title = city.rulebook.title};
  for (const auto& kind : json::kEnumerators<CaseKind>)
    text.lifecycles.push_back(lifecycle_text(city, kind.value));
  for (const rules::LimitRow& limit : city.rulebook.limits)
    text.limits.push_back(limit_text(city, limit));
  for (const CountRow& row : kCounts)
    text.counts.push_back(
        {std::string(row.code), row.label, city.rulebook.*row.count, basis_text(row.basis)});
  return text;
}

std::string lifecycle_diagrams(const City& city) {
  std::string text;
  for (const auto& kind : json::kEnumerators<CaseKind>)
    text += (text.empty() ? "" : "\n") + diagram(city, kind.value);
  return text;
}

}  // namespace mashang::desk
