// How each event changes a suggestion.
#include "cases/suggestion.h"

#include <algorithm>

#include "base/overloaded.h"

namespace mashang::cases {
namespace {

void take_wording(Suggestion& suggestion, const Wording& wording) {
  suggestion.title = wording.title.value;
  suggestion.facts = wording.facts.value;
  suggestion.proposal = wording.proposal.value;
  suggestion.turned_back.reset();
}

void take_escalation(Suggestion& suggestion, const Propose& proposed) {
  suggestion.head.number = proposed.author.number;
  suggestion.title = proposed.title;
  suggestion.facts = proposed.facts;
  suggestion.office = proposed.office;
  suggestion.sources = proposed.sources;
  suggestion.author = proposed.author;
  suggestion.proposed = Escalated{proposed.order, proposed.order_number, proposed.reason};
}

void take_draft(Suggestion& suggestion, const Drafted& drafted) {
  suggestion.head.number = drafted.author.number;
  suggestion.office = drafted.office;
  suggestion.sources = drafted.sources;
  suggestion.author = drafted.author;
  take_wording(suggestion, drafted.wording);
}

void take_reply(Suggestion& suggestion, const ReplyFormally& reply, const Event& event) {
  suggestion.replies.push_back({reply.code.value, reply.promised_on.has_value(), reply.text.value,
                                reply.signed_by ? reply.signed_by->value : std::string(),
                                reply.contact, reply.promised_on, text_of(reply.absences),
                                event.actor.name, suggestion.work.unit_name, event.at});
}

void take(Suggestion& suggestion, const Event& event) {
  std::visit(
      Overloaded{
          [&](const Drafted& drafted) { take_draft(suggestion, drafted); },
          [&](const Propose& proposed) { take_escalation(suggestion, proposed); },
          [&](const Wording& wording) { take_wording(suggestion, wording); },
          [&](const Invited& invited) {
            suggestion.signatories.push_back({invited.deputy, invited.name, invited.code, {}});
          },
          [&](const SignedJointly& with) {
            for (JointSignatory& one : suggestion.signatories)
              if (one.deputy == with.deputy) one.signed_at = event.at;
          },
          [&](const TurnBack& back) { suggestion.turned_back = back; },
          [&](const Referred& to) { suggestion.difficulty = to.difficulty; },
          [&](const ReplyFormally& reply) { take_reply(suggestion, reply, event); },
          [&](const Rate& rate) {
            suggestion.evaluations.push_back(
                {int(suggestion.replies.size()), rate.score, text_of(rate.comment), event.at});
          },
          [&](const Why& why) {
            if (event.action == rules::Action::decline) suggestion.declined = why.reason.value;
          },
          [](const auto&) {},
      },
      event.input);
}

/// Letters, digits and characters only, so that a blank or a full stop makes no difference.
std::string bare(std::string text) {
  constexpr std::string_view kMarks[] = {" ",  "\t", "\n", "\r", ".",  ",", ";",  ":",  "!",
                                         "?",  "\"", "'",  "(",  ")",  "-", "　", "。", "，",
                                         "、", "；", "：", "！", "？", "“", "”",  "‘",  "’",
                                         "（", "）", "《", "》", "—",  "…"};
  for (const std::string_view mark : kMarks)
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
      text.erase(at, mark.size());
  return text;
}

}  // namespace

const Evaluation* Suggestion::evaluation() const {
  const bool current = !evaluations.empty() && evaluations.back().reply == int(replies.size());
  return current ? &evaluations.back() : nullptr;
}

void apply(Suggestion& suggestion, const Event& event) {
  apply(suggestion.head, event);
  apply(suggestion.work, event);
  take(suggestion, event);
  if (event.action == rules::Action::file) suggestion.filed = true;
}

bool own_words(const Wording& wording, const std::vector<std::string>& others) {
  const std::string facts = bare(wording.facts.value);
  const std::string proposal = bare(wording.proposal.value);
  if (facts == proposal || bare(wording.title.value) == proposal) return false;
  return std::ranges::none_of(others, [&](const std::string& other) {
    const std::string theirs = bare(other);
    return !theirs.empty() && (theirs == proposal || theirs == facts);
  });
}

}  // namespace mashang::cases
