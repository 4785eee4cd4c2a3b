// For tests only: the words that may stand behind an action in a story, and what each puts into
// what is handed in or into what surrounds the case. How a story is written:
// tests/stories/README.md.
#pragma once

#include <boost/describe/enum_from_string.hpp>
#include <string>
#include <vector>

#include "base/overloaded.h"
#include "cases/cases_fixture.h"

namespace mashang::cases {

template <typename E>
bool read_word(const std::string& word, E& value) {
  return boost::describe::enum_from_string(word.c_str(), value);
}

/// The parts of a line between runs of two or more blanks; what follows a # is for readers.
inline std::vector<std::string> fields_of(std::string line) {
  line = line.substr(0, line.find('#'));
  std::vector<std::string> fields;
  for (std::size_t from = 0; (from = line.find_first_not_of(' ', from)) != std::string::npos;) {
    const std::size_t end = std::min(line.find("  ", from), line.size());
    fields.push_back(line.substr(from, end - from));
    if (fields.back().ends_with(' ')) fields.back().pop_back();
    from = end;
  }
  return fields;
}

/// The words of a field; a date and the time after it are one word.
inline std::vector<std::string> words_of(const std::string& field) {
  std::vector<std::string> words;
  for (std::size_t from = 0; (from = field.find_first_not_of(' ', from)) != std::string::npos;) {
    const std::size_t end = std::min(field.find(' ', from), field.size());
    const std::string word = field.substr(from, end - from);
    if (word.find(':') == 2 && !words.empty())
      words.back() += ' ' + word;
    else
      words.push_back(word);
    from = end;
  }
  return words;
}

inline bool surround(const std::string& word, Surroundings& around) {
  if (word == "old_notice") return !(around.notice_current = false);
  if (word == "deputy_suspended") return !(around.deputy_active = false);
  if (word == "deputy_gone") return around.deputy_gone = true;
  if (word == "strange_attachment") return !(around.attachments_usable = false);
  if (word == "not_shown") return !(around.joinable = false);
  if (word == "unknown_unit") return !(around.unit_known = false);
  if (word == "strange_message") return !(around.sources_his = false);
  if (word == "strange_order") return !(around.call_order_known = false);
  if (word == "unknown_deputy") return !(around.signatory_known = false);
  if (word == "many_orders") return around.many_orders = true;
  return false;
}

/// One word, or a word with its value after it ("until 2026-12-03"), into the input. It says
/// whether it was understood.
struct TakeWord {
  const std::string& word;
  const std::string& value;

  bool urgent(rules::Category& category, bool& is_urgent) const {
    return word == "urgent" ? (is_urgent = true) : read_word(word, category);
  }
  bool contact(Contact& contact, std::optional<Prose>& absences) const {
    if (word == "spoken") contact.at = at(value);
    if (word == "explained") absences = Prose{"协办单位正在调查。"};
    return word == "spoken" || word == "explained";
  }
  bool wording(Wording& wording) const {
    if (word == "forwarded") wording.facts = {"路口的红绿灯坏了"};
    if (word == "repeated") wording.proposal = wording.facts;
    return word == "forwarded" || word == "repeated";
  }
  template <typename Sent>
  bool units(Sent& to) const {
    if (word == "with_assistant") to.assisting = {{kAssistant, "供电公司", ""}};
    if (word == "with_assistants")
      to.assisting = {{kAssistant, "供电公司", ""}, {kSecondAssistant, "城管局", ""}};
    if (word == "with_itself") to.assisting = {{kUnit, "交警支队", ""}};
    if (word == "to_other_unit") to.unit = kOtherUnit;
    return word.starts_with("with_") || word == "to_other_unit";
  }

  bool operator()(Send& to) const {
    if (word == "joining") to.joins = JoinedMatter{{4}, "LY-4", "路口红绿灯常坏"};
    if (word == "says_when") to.content.when = Line{"上周三起"};
    return word == "joining" || word == "says_when";
  }
  bool operator()(Publish& to) const {
    if (word == "with_number") to.title = {"路灯不亮，请打 154 0000 0011"};
    return word == "with_number";
  }
  bool operator()(Accept& to) const { return urgent(to.category, to.urgent); }
  bool operator()(ChangeCategory& to) const { return urgent(to.category, to.urgent); }
  bool operator()(Record& to) const {
    return read_word(word, to.category) || read_word(word, to.kind.emplace());
  }
  bool operator()(LineAnswer& to) const { return read_word(word, to.category); }
  bool operator()(Rejection& to) const { return read_word(word, to.reason); }
  bool operator()(TurnBack& to) const { return read_word(word, to.reason); }
  bool operator()(Rate& to) const { return read_word(word, to.score); }
  bool operator()(CallBack& to) const { return read_word(word, to.outcome); }
  bool operator()(PassOnOffice& to) const { return read_word(word, to.office.emplace()); }
  bool operator()(PassOnHotline& to) const {
    if (word == "fills_when") to.fill.emplace().when = Line{"上周三起"};
    return word == "fills_when";
  }
  bool operator()(CallNoted& to) const {
    if (word == "called") to.at = at(value);
    return word == "called";
  }
  bool operator()(Earlier& to) const {
    if (word == "unknown_order") to.order = {999};
    return word == "unknown_order";
  }
  bool operator()(Dispatched& to) const { return units(to); }
  bool operator()(Referred& to) const { return read_word(word, to.difficulty) || units(to); }
  bool operator()(ReturnRequested& to) const {
    if (word == "without_reason") to.papers.reason.reset();
    if (word == "without_unit") to.papers.proposed_unit.reset();
    if (word == "without_basis") to.papers.basis.reset();
    if (word == "without_leader") to.papers.leader.reset();
    if (word == "without_opinion") to.papers.opinion.reset();
    if (word == "to_itself") to.papers.proposed_unit = kUnit;
    return word.starts_with("without_") || word == "to_itself";
  }
  bool operator()(Assisted& to) const {
    if (word == "second_unit") to.unit = kSecondAssistant;
    return word == "second_unit";
  }
  bool operator()(RequestExtension& to) const {
    if (word == "until") to.until = parse_day(value).value();
    return word == "until";
  }
  bool operator()(Reply& to) const { return contact(to.contact, to.absences); }
  bool operator()(Promise& to) const {
    if (word == "until") to.until = parse_day(value).value();
    return word == "until" || contact(to.contact, to.absences);
  }
  bool operator()(ReplyFormally& to) const {
    if (word == "until") to.promised_on = parse_day(value).value();
    if (word == "unsigned") to.signed_by.reset();
    if (word.size() == 1) to.code = {word};
    return word == "until" || word == "unsigned" || word.size() == 1 ||
           contact(to.contact, to.absences);
  }
  bool operator()(Wording& to) const { return wording(to); }
  bool operator()(Drafted& to) const { return wording(to.wording); }
  bool operator()(Invited& to) const {
    if (word == "second_deputy") to = {kSecondSignatory, "钱试三", "D22"};
    if (word == "himself") to.deputy = kDeputy;
    return word == "second_deputy" || word == "himself";
  }
  bool operator()(SignedJointly& to) const {
    if (word == "second_deputy") to.deputy = kSecondSignatory;
    return word == "second_deputy";
  }
  bool operator()(auto&) const { return false; }
};

/// Puts the words behind an action into the input and the surroundings.
inline void take_words(const std::vector<std::string>& words, Input& input, Surroundings& around) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool has_value = words[i] == "spoken" || words[i] == "until" || words[i] == "called";
    ASSERT_TRUE(!has_value || i + 1 < words.size()) << words[i] << " when?";
    const std::string value = has_value ? words[i + 1] : std::string();
    EXPECT_TRUE(surround(words[i], around) || std::visit(TakeWord{words[i], value}, input))
        << words[i] << " says nothing here";
    if (has_value) ++i;
  }
}

}  // namespace mashang::cases
