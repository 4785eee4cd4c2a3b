// A suggestion as its deputy, a joint signatory, the liaison office or a unit sees it.
#include "desk/sign_in.h"
#include "http/views.h"
#include "rules/reasons.h"

namespace mashang::http {
namespace {

DeputyView deputy_view(const cases::Suggestion& suggestion) {
  return {suggestion.author.deputy_code, suggestion.author.deputy_name, std::nullopt};
}

NamedCode region_view(const Glance& glance, const std::string& code) {
  return {code, region_name(glance.desk.city, code)};
}

std::optional<TurnedBackView> turned_back(const cases::Suggestion& suggestion) {
  if (!suggestion.turned_back) return std::nullopt;
  const cases::TurnBack& back = *suggestion.turned_back;
  return TurnedBackView{back.reason, rules::kBarReasons[std::size_t(back.reason)].text,
                        back.text.value};
}

std::vector<FormalReplyView> replies_of(const Glance& glance, const cases::Suggestion& suggestion) {
  std::vector<FormalReplyView> views;
  for (const cases::FormalReply& reply : suggestion.replies)
    views.push_back({.code = reply.code,
                     .code_text = code_text(glance, suggestion, reply.code),
                     .text = reply.text,
                     .signed_by = reply.signed_by,
                     .contact = masked(reply.contact),
                     .promised_on = reply.promised_on,
                     .absences = text_or_none(reply.absences),
                     .unit_name = reply.unit_name,
                     .at = reply.at});
  return views;
}

}  // namespace

SuggestionCard suggestion_card(const Glance& glance, const desk::CaseReading& reading) {
  const auto& suggestion = std::get<cases::Suggestion>(reading.standing);
  SuggestionCard card{.id = suggestion.head.id,
                      .number = suggestion.head.number,
                      .version = suggestion.head.version,
                      .state = suggestion.head.state,
                      .title = suggestion.title,
                      .deputy = deputy_view(suggestion),
                      .created_at = suggestion.head.created_at,
                      .updated_at = suggestion.head.updated_at,
                      .region = region_view(glance, suggestion.author.region),
                      .holder = holder_of(glance, reading),
                      .next_due = next_due_of(suggestion.head, glance.now)};
  if (suggestion.work.unit) card.unit = UnitView{suggestion.work.unit, suggestion.work.unit_name};
  return card;
}

SuggestionView suggestion_view(const Glance& glance, const desk::CaseReading& reading) {
  const auto& suggestion = std::get<cases::Suggestion>(reading.standing);
  return {.kind = suggestion.head.kind,
          .id = suggestion.head.id,
          .number = suggestion.head.number,
          .version = suggestion.head.version,
          .state = suggestion.head.state,
          .created_at = suggestion.head.created_at,
          .rulebook = suggestion.head.rulebook,
          .title = suggestion.title,
          .facts = suggestion.facts,
          .proposal = suggestion.proposal,
          .deputy = deputy_view(suggestion),
          .region = region_view(glance, suggestion.author.region),
          .office = region_view(glance, suggestion.office),
          .sources = suggestion.sources,
          .proposed = suggestion.proposed,
          .signatories = suggestion.signatories,
          .declined = text_or_none(suggestion.declined),
          .turned_back = turned_back(suggestion),
          .difficulty = suggestion.difficulty,
          .holder = holder_of(glance, reading),
          .work = work_of(glance, suggestion.work),
          .replies = replies_of(glance, suggestion),
          .evaluations = suggestion.evaluations,
          .clocks = clocks_of(glance, reading),
          .timeline = timeline_of(glance, reading),
          .actions = actions_of(glance, reading)};
}

}  // namespace mashang::http
