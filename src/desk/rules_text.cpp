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
          .moves = clocks_in(city, row.clocks.moves),
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

RulebookText rulebook_text(const City& city, const rules::Rulebook& book) {
  RulebookText text{
      .rulebook = book.id, .version = book.version, .from = book.from, .title = book.title};
  for (const auto& kind : json::kEnumerators<CaseKind>)
    text.lifecycles.push_back(lifecycle_text(city, kind.value));
  for (const rules::LimitRow& limit : book.limits) text.limits.push_back(limit_text(city, limit));
  for (const rules::Count& count : rules::kCounts) {
    const rules::Counted& counted = book.*count.value;
    text.counts.push_back(
        {std::string(count.name), count.text, counted.value, basis_text(*counted.basis)});
  }
  for (const rules::ReplyCode& code : book.reply_codes)
    text.reply_codes.push_back({code.code, code.text, code.promises, basis_text(*code.basis)});
  return text;
}

std::string lifecycle_diagrams(const City& city) {
  std::string text;
  for (const auto& kind : json::kEnumerators<CaseKind>)
    text += (text.empty() ? "" : "\n") + diagram(city, kind.value);
  return text;
}

}  // namespace mashang::desk
