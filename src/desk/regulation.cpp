// A sentence says who may do what, what becomes of the case and its clocks, what is said to whoever
// is refused, and where it stands. Nothing is said here that is not in a table.
#include "desk/regulation.h"

#include <array>
#include <cctype>

#include "base/json.h"

namespace mashang::desk {
namespace {

using rules::CaseKind;
using rules::Transition;

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
  return text;
}

/// By its name on the wire, so that this table says nothing of which kinds there are.
struct KindWord {
  std::string_view kind;
  Text2 word;
};
constexpr auto kKindWords = std::to_array<KindWord>({
    {"message", {"留言", "message"}},
    {"order", {"工单", "order"}},
    {"suggestion", {"代表建议", "suggestion"}},
});

constexpr auto kNumerals = std::to_array<Text2>(
    {{"一、", "1. "}, {"二、", "2. "}, {"三、", "3. "}, {"四、", "4. "}, {"五、", "5. "}});

struct Printer {
  const City& city;
  Tongue tongue;

  std::string say(const Text2s& text) const { return text.*tongue; }
  std::string say(const char* zh, const char* en) const { return tongue == &Text2s::zh ? zh : en; }
  template <typename E>
  std::string word(const std::string& group, E value) const {
    return city.labels.of(group, value).*tongue;
  }
  template <typename E>
  std::string quoted(const std::string& group, E value) const {
    return say("“", "“") + word(group, value) + say("”", "”");
  }

  std::string kind(CaseKind kind) const { return say(kind_word(kind)); }

  /// A label that stands within a sentence.
  std::string lower(std::string label) const {
    label[0] = char(std::tolower(static_cast<unsigned char>(label[0])));
    return label;
  }
  /// A word that begins a heading.
  std::string upper(std::string word) const {
    word[0] = char(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
  }

  std::string who(rules::Roles roles) const {
    std::vector<std::string> words;
    for (const auto& role : json::kEnumerators<rules::Role>)
      if (roles.has(role.value)) words.push_back(lower(word("role", role.value)));
    return say("", "The ") + join(words, say("或者", " or "));
  }

  /// What of the linked case brings this step about; empty for steps of people and of time.
  std::string cause(CaseKind of, const Transition& row) const {
    std::vector<std::string> words;
    for (const rules::Consequence& cause : rules::kConsequences)
      if (cause.then_kind == of && cause.then == row.action)
        words.push_back(kind(cause.kind) + say("", " ") + quoted("action", cause.action));
    if (words.empty()) return "";
    return say("", "After ") + join(words, say("或者", " or ")) + say("之后，", ", ");
  }

  std::string act(CaseKind of, const Transition& row) const {
    const std::string action = quoted("action", row.action);
    if (!row.who.has(rules::Role::system)) return who(row.who) + say("可以", " may ") + action;
    const std::string after = cause(of, row);
    return after +
           (after.empty() ? say("系统自动", "The system does ")
                          : say("系统自动", "the system does ")) +
           action;
  }

  std::string outcome(CaseKind of, const Transition& row) const {
    if (row.from == row.to) return say("，状态不变", "; the state stays");
    return say("，", "; the ") + kind(of) + say("转为", " becomes ") + quoted("state", row.to);
  }

  std::string clocks(std::uint32_t bits, const char* zh, const char* en) const {
    constexpr std::uint32_t all = (1U << rules::kClockCount) - 1;
    if (bits == all)
      return say("；", "; ") + say(zh, en) + say("所有在计时限", "every running limit");
    std::vector<std::string> words;
    for (const auto& clock : json::kEnumerators<rules::Clock>)
      if ((bits & rules::bit(clock.value)) != 0) words.push_back(quoted("clock", clock.value));
    return words.empty() ? "" : say("；", "; ") + say(zh, en) + join(words, say("、", ", "));
  }

  /// What a person is told, or what holds the system back.
  std::string guards(const Transition& row) const {
    std::vector<std::string> words;
    for (const rules::GuardRule& rule : rules::kGuards)
      if (row.when.has(rule.guard)) words.push_back(say(Text2s(rule.refusal)));
    if (words.empty()) return "";
    const bool by_itself = row.who.has(rules::Role::system);
    return (by_itself ? say("有下列情形的除外：", " Except where: ")
                      : say("不予办理的情形和答复：", " Refused otherwise, with the words: ")) +
           join(words, say("", " "));
  }

  std::string basis(const rules::Citation& basis) const {
    const bool ours = basis.basis == rules::Basis::ours;
    return say("（依据：", " (Basis: ") + say(Text2s(basis.title)) +
           (ours ? say("，本系统自定", ", our own choice") : "") + say("）", ")");
  }

  std::string clause(CaseKind of, const Transition& row) const {
    return act(of, row) + outcome(of, row);
  }

  std::string sentence(CaseKind of, const Transition& row) const {
    return clause(of, row) + clocks(row.clocks.stops, "停止计算", "stops ") +
           clocks(row.clocks.starts, "开始计算", "starts ") +
           clocks(row.clocks.moves, "另定到期时间：", "sets another due time for ") +
           say("。", ".") + guards(row) + basis(row.basis);
  }

  std::string heading(CaseKind of, rules::State state) const {
    if (rules::is_start(state)) return say("开始", "The beginning");
    return say("状态为", "While the ") + (tongue == &Text2s::zh ? "" : kind(of) + " is ") +
           quoted("state", state) + say("时", "");
  }

  std::string lifecycle(CaseKind of) const {
    std::string text;
    const rules::Lifecycle rows = rules::lifecycle_of(of);
    for (const auto& state : json::kEnumerators<rules::State>) {
      std::string sentences;
      for (const Transition& one : rows)
        if (one.from == state.value) sentences += "- " + sentence(of, one) + "\n";
      if (!sentences.empty()) text += "\n### " + heading(of, state.value) + "\n\n" + sentences;
    }
    return text;
  }

  /// How hours are counted matters for limits in hours only.
  std::string counting(const rules::LimitRow& limit) const {
    if (limit.length.unit != calendar::Unit::hours) return "";
    return say("，", ", ") + say(Text2s(calendar::words_of(limit.mode)));
  }

  std::string cited(const rules::Citation& basis) const {
    const bool ours = basis.basis == rules::Basis::ours;
    return say(Text2s(basis.title)) + (ours ? say("，本系统自定", ", our own choice") : "");
  }

  std::string limits(const rules::Rulebook& book) const {
    std::string text = say("| 时限 | 类别 | 长度 | 施行日期 | 依据 |\n|---|---|---|---|---|\n",
                           "| limit | category | length | in force from | basis |\n"
                           "|---|---|---|---|---|\n");
    for (const rules::LimitRow& limit : book.limits) {
      text += "| " + word("clock", limit.clock) + " | " + word("limit_class", limit.of) + " | " +
              say(calendar::words_of(limit.length)) + counting(limit) + " | " +
              format_day(limit.from) + " | " + cited(*limit.basis) + " |\n";
    }
    return text;
  }

  std::string counts(const rules::Rulebook& book) const {
    std::string text = say("| 次数 | 数值 | 依据 |\n|---|---|---|\n",
                           "| count | number | basis |\n|---|---|---|\n");
    for (const rules::Count& count : rules::kCounts) {
      const rules::Counted& counted = book.*count.value;
      text += "| " + say(Text2s(count.text)) + " | " + std::to_string(counted.value) + " | " +
              cited(*counted.basis) + " |\n";
    }
    return text;
  }

  std::string reply_codes(const rules::Rulebook& book) const {
    std::string text = say("| 建议答复代码 | 含义 | 依据 |\n|---|---|---|\n",
                           "| code of a reply | meaning | basis |\n|---|---|---|\n");
    for (const rules::ReplyCode& code : book.reply_codes)
      text += "| " + code.code + " | " + say(code.text) + " | " + cited(*code.basis) + " |\n";
    return text;
  }

  std::string chapter(std::size_t number, const std::string& title) const {
    return "\n## " + say(Text2s(kNumerals.at(number))) + title + "\n";
  }

  std::string all(const rules::Rulebook& book) const {
    std::string text =
        "# " + say(book.title) + "\n\n" +
        say("本页由系统的规则表逐行印出，表中没有的，本页也没有。依据注明“本系统自定”的，"
            "是本系统的选择，不是规定的原文。\n",
            "Printed from the tables of the system, row by row; what is in no table is not here. "
            "Where the basis says “our own choice”, it is this system's and no "
            "regulation's.\n");
    std::size_t number = 0;
    for (const auto& of : json::kEnumerators<CaseKind>)
      text += chapter(number++, upper(kind(of.value))) + lifecycle(of.value);
    return text + chapter(number, say("时限", "Limits")) + "\n" + limits(book) + "\n" +
           counts(book) + "\n" + reply_codes(book);
  }
};

Text2s both(const City& city, auto print) {
  return {print(Printer{city, &Text2s::zh}), print(Printer{city, &Text2s::en})};
}

}  // namespace

Text2s kind_word(CaseKind kind) {
  const std::string_view name = boost::describe::enum_to_string(kind, "");
  for (const KindWord& row : kKindWords)
    if (row.kind == name) return row.word;
  return {std::string(name), std::string(name)};
}

Text2s clause_of(const City& city, CaseKind kind, const Transition& row) {
  return both(city, [&](const Printer& printer) { return printer.clause(kind, row); });
}

Text2s sentence_of(const City& city, CaseKind kind, const Transition& row) {
  return both(city, [&](const Printer& printer) { return printer.sentence(kind, row); });
}

std::string regulation_text(const City& city, const rules::Rulebook& book, Tongue tongue) {
  return Printer{city, tongue}.all(book);
}

}  // namespace mashang::desk
