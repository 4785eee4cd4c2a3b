// One row of a table is one JSON object, one arrow of a diagram, one sentence (regulation.cpp).
#include "commands/rules.h"

#include "base/json.h"
#include "commands/regulation.h"
#include "rules/lifecycle.h"

namespace mashang::commands {
namespace {

using rules::CaseKind;
using rules::Transition;

struct GuardText {
  std::string code;
  Text2s refusal;
};
BOOST_DESCRIBE_STRUCT(GuardText, (), (code, refusal))

struct BasisText {
  std::string law;
  std::string article;
  Text2s title;
  rules::Basis kind{};
};
BOOST_DESCRIBE_STRUCT(BasisText, (), (law, article, title, kind))

struct RowText {
  rules::State from{};
  rules::Action action{};
  std::vector<rules::Role> who;
  std::vector<GuardText> when;
  rules::State to{};
  std::vector<rules::Clock> stops;
  std::vector<rules::Clock> starts;
  BasisText basis;
};
BOOST_DESCRIBE_STRUCT(RowText, (), (from, action, who, when, to, stops, starts, basis))

struct LimitText {
  rules::Clock clock{};
  rules::LimitClass of{};
  Text2s length;
  calendar::Mode mode{};
  Day from;
  BasisText basis;
};
BOOST_DESCRIBE_STRUCT(LimitText, (), (clock, of, length, mode, from, basis))

struct RulesText {
  std::string rulebook;
  Text2s title;
  std::vector<RowText> message;
  std::vector<RowText> order;
  std::vector<LimitText> limits;
};
BOOST_DESCRIBE_STRUCT(RulesText, (), (rulebook, title, message, order, limits))

BasisText basis_text(const rules::Citation& basis) {
  return {std::string(basis.instrument), std::string(basis.article), basis.title, basis.basis};
}

std::vector<rules::Clock> clocks_in(std::uint32_t bits) {
  std::vector<rules::Clock> clocks;
  for (unsigned i = 0; i < rules::kClockCount; ++i)
    if ((bits & rules::bit(rules::Clock(i))) != 0) clocks.push_back(rules::Clock(i));
  return clocks;
}

std::vector<rules::Role> roles_in(rules::Roles roles) {
  std::vector<rules::Role> all;
  for (const auto& row : json::kEnumerators<rules::Role>)
    if (roles.has(row.value)) all.push_back(row.value);
  return all;
}

RowText row_text(const Transition& row) {
  RowText text{.from = row.from,
               .action = row.action,
               .who = roles_in(row.who),
               .to = row.to,
               .stops = clocks_in(row.clocks.stops),
               .starts = clocks_in(row.clocks.starts),
               .basis = basis_text(row.basis)};
  for (const rules::GuardRule& rule : rules::kGuards)
    if (row.when.has(rule.guard))
      text.when.push_back({boost::describe::enum_to_string(rule.guard, ""), rule.refusal});
  return text;
}

std::vector<RowText> rows_of(CaseKind kind) {
  std::vector<RowText> rows;
  for (const Transition& row : rules::lifecycle_of(kind)) rows.push_back(row_text(row));
  return rows;
}

RulesText rules_text(const rules::Rulebook& book) {
  RulesText text{book.id, book.title, rows_of(CaseKind::message), rows_of(CaseKind::order), {}};
  for (const rules::LimitRow& limit : book.limits)
    text.limits.push_back({limit.clock, limit.of, calendar::words_of(limit.length), limit.mode,
                           limit.from, basis_text(*limit.basis)});
  return text;
}

std::string name_of(rules::State state) { return boost::describe::enum_to_string(state, ""); }

std::string mermaid(CaseKind kind, std::string_view title, const desk::Labels& labels) {
  std::string text = "## " + std::string(title) + "\n\n```mermaid\nstateDiagram-v2\n";
  for (const auto& row : json::kEnumerators<rules::State>)
    if (rules::speaks_of(rules::lifecycle_of(kind), row.value) && !rules::is_start(row.value))
      text += "  " + std::string(row.name) + " : " + labels.of("state", row.name).zh + "\n";
  for (const Transition& row : rules::lifecycle_of(kind)) {
    const std::string from = rules::is_start(row.from) ? "[*]" : name_of(row.from);
    text +=
        "  " + from + " --> " + name_of(row.to) + " : " + labels.of("action", row.action).zh + "\n";
  }
  return text + "```\n";
}

}  // namespace

std::optional<std::string> print_rules(std::string_view format, const desk::City& city) {
  if (format == "json") return to_json(rules_text(city.rulebook)) + "\n";
  if (format == "mermaid")
    return mermaid(CaseKind::message, "留言", city.labels) + "\n" +
           mermaid(CaseKind::order, "工单", city.labels);
  if (format == "zh") return regulation_text(city, &Text2s::zh);
  if (format == "en") return regulation_text(city, &Text2s::en);
  return std::nullopt;
}

}  // namespace mashang::commands
