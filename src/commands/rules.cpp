// One row of a table is one sentence, one JSON object, one arrow of a diagram.
#include "commands/rules.h"

#include "base/json.h"
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

std::string mermaid(CaseKind kind, const desk::Labels& labels) {
  std::string text = "stateDiagram-v2\n";
  for (const auto& row : json::kEnumerators<rules::State>)
    if (rules::speaks_of(rules::lifecycle_of(kind), row.value) && !rules::is_start(row.value))
      text += "  " + std::string(row.name) + " : " + labels.of("state", row.name).zh + "\n";
  for (const Transition& row : rules::lifecycle_of(kind)) {
    const std::string from = rules::is_start(row.from) ? "[*]" : name_of(row.from);
    text +=
        "  " + from + " --> " + name_of(row.to) + " : " + labels.of("action", row.action).zh + "\n";
  }
  return text;
}

/// Picks one language of a text.
using Tongue = std::string Text2s::*;

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
  return text;
}

struct Printer {
  const desk::City& city;
  Tongue tongue;

  bool chinese() const { return tongue == &Text2s::zh; }
  std::string say(const Text2s& text) const { return text.*tongue; }
  std::string say(const char* zh, const char* en) const { return chinese() ? zh : en; }
  template <typename E>
  std::string word(const std::string& group, E value) const {
    return city.labels.of(group, value).*tongue;
  }

  std::string state(rules::State state) const {
    return rules::is_start(state) ? say("尚未发出", "not yet there") : word("state", state);
  }

  std::string clocks(std::uint32_t bits, const char* zh, const char* en) const {
    std::vector<std::string> words;
    for (const rules::Clock clock : clocks_in(bits)) words.push_back(word("clock", clock));
    return words.empty() ? "" : say(zh, en) + join(words, say("、", ", ")) + say("。", ". ");
  }

  std::string basis(const rules::Citation& basis) const {
    const bool ours = basis.basis == rules::Basis::ours;
    return say("依据:", "Basis: ") + say(Text2s(basis.title)) +
           (ours ? say("(本系统自定)", " (our own choice)") : "");
  }

  std::string row(const Transition& row) const {
    std::vector<std::string> who;
    for (const rules::Role role : roles_in(row.who)) who.push_back(word("role", role));
    std::string text = "- " + state(row.from) + say(":", ": ") + join(who, say("或", " or ")) +
                       say("可以", " may ") + say("「", "“") + word("action", row.action) +
                       say("」，转为", "”; then ") + state(row.to) + say("。", ". ");
    text += clocks(row.clocks.stops, "停止计时:", "Stops: ") +
            clocks(row.clocks.starts, "开始计时:", "Starts: ");
    for (const rules::GuardRule& rule : rules::kGuards)
      if (row.when.has(rule.guard))
        text += say("不满足时:", "Otherwise: ") + say(Text2s(rule.refusal)) + say("", " ");
    return text + basis(row.basis) + "\n";
  }

  std::string lifecycle(CaseKind kind) const {
    std::string text;
    for (const Transition& one : rules::lifecycle_of(kind)) text += row(one);
    return text;
  }

  std::string limits() const {
    std::string text;
    for (const rules::LimitRow& limit : city.rulebook.limits) {
      const std::string of = boost::describe::enum_to_string(limit.of, "");
      text += "- " + word("clock", limit.clock) + say("(", " (") +
              city.labels.of("limit_class", of).*tongue + say("):", "): ") +
              say(calendar::words_of(limit.length)) + say(",自", ", from ") +
              format_day(limit.from) + say("起。", ". ") + basis(*limit.basis) + "\n";
    }
    return text;
  }

  std::string all() const {
    return "# " + say(city.rulebook.title) + "\n\n## " + say("留言", "Message") + "\n\n" +
           lifecycle(CaseKind::message) + "\n## " + say("工单", "Order") + "\n\n" +
           lifecycle(CaseKind::order) + "\n## " + say("时限", "Limits") + "\n\n" + limits();
  }
};

}  // namespace

std::optional<std::string> print_rules(std::string_view format, const desk::City& city) {
  if (format == "json") return to_json(rules_text(city.rulebook)) + "\n";
  if (format == "mermaid")
    return mermaid(CaseKind::message, city.labels) + "\n" + mermaid(CaseKind::order, city.labels);
  if (format == "zh") return Printer{city, &Text2s::zh}.all();
  if (format == "en") return Printer{city, &Text2s::en}.all();
  return std::nullopt;
}

}  // namespace mashang::commands
