// The parts that messages and orders share in what people see: clocks, timeline, actions, holder.
#include <algorithm>

#include "base/overloaded.h"
#include "calendar/due.h"
#include "desk/sign_in.h"
#include "http/views.h"
#include "rules/actions.h"
#include "rules/disclosure.h"
#include "rules/law.h"
#include "rules/lifecycle.h"

namespace mashang::http {
namespace {

using cases::Event;
using rules::Detail;

bool reads(const Glance& glance, rules::Detail detail) {
  return rules::may_read(glance.person.viewer.role, detail);
}

ClockView clock_view(const Glance& glance, const cases::ClockRun& run) {
  ClockView view{.clock = run.clock,
                 .started_at = run.started_at,
                 .due_at = run.due_at,
                 .due_text = calendar::due_words(run.due_at),
                 .mode = run.mode,
                 .provisional = run.provisional,
                 .stopped_at = run.stopped_at,
                 .late = run.late(glance.now)};
  if (const auto limit = calendar::parse_limit(run.length)) {
    const auto found = calendar::explain(run.started_at, *limit, run.mode, glance.desk.city.days);
    view.limit = calendar::words_of(*limit);
    view.why = found.why;
    view.skipped = found.skipped;
  }
  if (const rules::Citation* basis = rules::law::find(run.basis)) view.basis = basis_of(*basis);
  return view;
}

ActorView actor_view(const Glance& glance, const cases::Actor& actor) {
  switch (rules::naming_of(actor.role, glance.person.viewer.role)) {
    case rules::Naming::by_name: return {actor.role, actor.name};
    case rules::Naming::masked: return {actor.role, desk::mask_name(actor.name)};
    case rules::Naming::by_office: break;
  }
  return {actor.role, glance.desk.city.labels.of("role", actor.role).zh};
}

std::optional<std::string> text_of(const std::optional<cases::Prose>& prose) {
  return prose ? std::optional(prose->value) : std::nullopt;
}

/// What one desk wrote to the next; nothing when the event carries no such note.
std::optional<std::string> note_between_desks(const Event& event) {
  return std::visit(
      Overloaded{[](const cases::Note& note) { return text_of(note.note); },
                 [](const cases::PassOnOffice& pass) { return text_of(pass.note); },
                 [](const cases::PassOnHotline& pass) { return text_of(pass.note); },
                 [](const cases::Dispatched& to) { return text_of(to.note); },
                 [](const cases::CallBack& call) { return text_of(call.note); },
                 [](const cases::Why& why) { return std::optional(why.reason.value); },
                 [](const cases::TakeResult& result) { return std::optional(result.text); },
                 [](const cases::Rejection& no) { return std::optional(no.text.value); },
                 [](const auto&) { return std::optional<std::string>(); }},
      event.input);
}

/// What was said to the people of the case.
std::optional<std::string> words_to_people(const Event& event) {
  return std::visit(
      Overloaded{[](const cases::Words& words) { return std::optional(words.text.value); },
                 [](const cases::Supplement& more) { return std::optional(more.text.value); },
                 [](const cases::Rate& rate) { return text_of(rate.comment); },
                 [](const cases::Withdraw& withdraw) { return text_of(withdraw.reason); },
                 [](const cases::Record& record) { return std::optional(record.text.value); },
                 [](const cases::Reply& reply) { return std::optional(reply.public_reply.value); },
                 [](const auto&) { return std::optional<std::string>(); }},
      event.input);
}

/// The free text of an event, for those it was written for.
std::optional<std::string> note_of(const Glance& glance, const Event& event) {
  if (auto note = note_between_desks(event))
    return reads(glance, Detail::notes_between_desks) ? note : std::nullopt;
  if (rules::is_on_its_way(event.to) && !reads(glance, Detail::result_on_its_way))
    return std::nullopt;
  return words_to_people(event);
}

TimelineEntry entry_of(const Glance& glance, const desk::TimelineRow& row) {
  const Event& event = row.event;
  const ActorView actor = actor_view(glance, event.actor);
  const Text2s role = glance.desk.city.labels.of("role", event.actor.role);
  Text2s text = glance.desk.city.labels.of("done", event.action);
  const bool office = rules::speaks_for_office(event.actor.role);
  const Text2s who{office ? role.zh : actor.name, office ? role.en : actor.name};
  text = {desk::fill_in({text.zh, ""}, "actor", who.zh).zh,
          desk::fill_in({"", text.en}, "actor", who.en).en};
  return {row.seq,    event.version, event.at, event.action,          actor,
          event.from, event.to,      text,     note_of(glance, event)};
}

std::string_view noun_of(rules::CaseKind kind, rules::Action action) {
  for (const rules::ActionNoun& row : rules::kActionNouns)
    if (row.kind == kind && row.action == action) return row.noun;
  return {};
}

WhyNot why_not(const rules::Refusal& refusal) {
  return {std::string(refusal.code), refusal.text, basis_of(*refusal.basis)};
}

}  // namespace

BasisView basis_of(const rules::Citation& citation) {
  return {std::string(citation.instrument), std::string(citation.article), citation.title,
          citation.basis == rules::Basis::ours};
}

std::vector<ClockView> clocks_of(const Glance& glance, const cases::CaseHead& head) {
  std::vector<ClockView> views;
  for (const cases::ClockRun& run : head.clocks) views.push_back(clock_view(glance, run));
  return views;
}

std::optional<DueView> next_due_of(const cases::CaseHead& head, Instant now) {
  const cases::ClockRun* run = head.next_due();
  if (run == nullptr) return std::nullopt;
  return DueView{run->clock, run->due_at, calendar::due_words(run->due_at), run->late(now)};
}

std::vector<TimelineEntry> timeline_of(const Glance& glance,
                                       const std::vector<desk::TimelineRow>& rows) {
  std::vector<TimelineEntry> entries;
  for (const desk::TimelineRow& row : rows) entries.push_back(entry_of(glance, row));
  return entries;
}

std::vector<ActionView> actions_of(const Glance& glance, const cases::Case& standing) {
  const cases::CaseHead& head = cases::head_of(standing);
  std::vector<ActionView> views;
  for (const cases::Option& option : desk::options_of(glance.desk, glance.person, standing)) {
    const std::string_view noun = noun_of(head.kind, option.action);
    if (noun.empty()) continue;
    ActionView view{.action = option.action,
                    .noun = std::string(noun),
                    .label = glance.desk.city.labels.of("action", option.action),
                    .allowed = !option.refusal};
    view.href = std::string("/api/v1/") +
                (head.kind == rules::CaseKind::message ? "messages/" : "orders/") +
                std::to_string(head.id) + "/" + view.noun;
    if (option.refusal) view.why = why_not(*option.refusal);
    views.push_back(std::move(view));
  }
  return views;
}

HolderView holder_of(const Glance& glance, const desk::CaseReading& reading) {
  const bool follow = reading.order && rules::follows_order(cases::head_of(reading.standing).state);
  const cases::Case& telling = follow ? cases::Case(*reading.order) : reading.standing;
  const rules::State state = cases::head_of(telling).state;
  const rules::Role role = rules::holder_of(state);
  const std::string name = cases::party_name(telling, role);
  return {role, name, desk::fill_in(glance.desk.city.labels.of("holder", state), "name", name)};
}

RejectionView rejection_of(const cases::Rejection& rejection) {
  const rules::ReasonRow& row = rules::kReasons[std::size_t(rejection.reason)];
  RejectionView view{.reason = {rejection.reason, row.text}, .detail = rejection.text.value};
  if (rejection.channel)
    view.channel = Text2s(rejection.channel->value, rejection.channel->value);
  else if (!row.channel.zh.empty())
    view.channel = Text2s(row.channel);
  return view;
}

std::vector<PhotoView> photos_of(const std::vector<PhotoId>& photos) {
  std::vector<PhotoView> views;
  for (const PhotoId photo : photos) views.push_back({photo});
  return views;
}

std::string region_name(const desk::City& city, std::string_view code) {
  for (const desk::RegionRow& row : city.file.regions)
    if (row.code == code) return row.name;
  return std::string(code);
}

}  // namespace mashang::http
