// The parts that all kinds of case share in what people see: clocks, timeline, actions, holder.
#include <algorithm>

#include "base/overloaded.h"
#include "calendar/due.h"
#include "desk/sign_in.h"
#include "http/views.h"
#include "rules/actions.h"
#include "rules/clocks.h"
#include "rules/disclosure.h"
#include "rules/law.h"
#include "rules/lifecycle.h"

namespace mashang::http {
namespace {

using cases::Event;
using rules::Detail;

bool reads(const Glance& glance, rules::Detail detail) {
  return rules::may_read(glance.part, detail);
}

constexpr Text2 kPromised{"按承诺的日期", "by the day promised"};
constexpr Text2 kPromisedWhy{"以承诺的日期为准，到当日24:00。",
                             "Due on the day that was promised, at 24:00."};

/// The name of the unit whose own clock it is.
std::optional<UnitView> owner_of(const cases::Case& standing, const cases::ClockRun& run) {
  const cases::UnitWork* work = cases::work_of(standing);
  if (!run.unit || work == nullptr) return std::nullopt;
  for (const cases::Assistance& one : work->assisting)
    if (one.unit == run.unit) return UnitView{one.unit, one.unit_name};
  return std::nullopt;
}

MoveView move_view(const Glance& glance, const cases::ClockMove& move) {
  return {move.at, move.by, move.from, move.to, glance.desk.city.labels.of("action", move.by)};
}

/// "Why this date": counted out as the limit says, or promised; what moved it since stands beside.
void explain(const Glance& glance, const cases::ClockRun& run, ClockView& view) {
  const auto limit = calendar::parse_limit(run.length);
  if (!limit) {
    view.limit = kPromised;
    view.why = kPromisedWhy;
    return;
  }
  const auto found = calendar::explain(run.started_at, *limit, run.mode, glance.desk.city.days());
  view.limit = calendar::words_of(*limit);
  view.why = found.why;
  view.skipped = found.skipped;
}

ClockView clock_view(const Glance& glance, const desk::CaseReading& reading,
                     const cases::ClockRun& run) {
  ClockView view{.clock = run.clock,
                 .unit = owner_of(reading.standing, run),
                 .started_at = run.started_at,
                 .due_at = run.due_at,
                 .due_text = calendar::due_words(run.due_at),
                 .mode = run.mode,
                 .provisional = run.provisional,
                 .stopped_at = run.stopped_at,
                 .late = !rules::is_window(run.clock) && run.late(glance.now)};
  explain(glance, run, view);
  for (const cases::ClockMove& move : run.moves) view.moves.push_back(move_view(glance, move));
  for (const desk::Warning& one : reading.warnings)
    if (one.clock == run.clock && one.nth == run.nth)
      view.warnings.push_back({one.mark, one.audience, one.at});
  if (const rules::Citation* basis = rules::law::find(run.basis)) view.basis = basis_of(*basis);
  return view;
}

/// R72: the event holds no resident's name; it is read with the case, from the row of the person.
ActorView actor_view(const Glance& glance, const desk::CaseReading& reading,
                     const cases::Actor& actor) {
  const bool named = rules::named_in_events(actor.role);
  const std::string name = named ? actor.name : reading.resident.value_or(desk::Identity{}).name;
  switch (rules::naming_of(actor.role, glance.part)) {
    case rules::Naming::by_name: return {actor.role, name};
    case rules::Naming::masked: return {actor.role, desk::mask_name(name)};
    case rules::Naming::by_office: break;
  }
  return {actor.role, glance.desk.city.labels.of("role", actor.role).zh};
}

/// "{actor} answered", filled in.
Text2s sentence_of(const desk::City& city, rules::Action action, const Text2s& who) {
  const Text2s text = city.labels.of("done", action);
  return {desk::fill_in({text.zh, ""}, "actor", who.zh).zh,
          desk::fill_in({"", text.en}, "actor", who.en).en};
}

std::optional<std::string> text_of(const std::optional<cases::Prose>& prose) {
  return prose ? std::optional(prose->value) : std::nullopt;
}

/// What one desk wrote to the next; nothing when the event carries no such note.
std::optional<std::string> note_between_desks(const Event& event) {
  return std::visit(
      Overloaded{
          [](const cases::Note& note) { return text_of(note.note); },
          [](const cases::PassOnOffice& pass) { return text_of(pass.note); },
          [](const cases::PassOnHotline& pass) { return text_of(pass.note); },
          [](const cases::CallNoted& call) { return std::optional(call.text.value); },
          [](const cases::Dispatched& to) { return text_of(to.note); },
          [](const cases::Referred& to) { return text_of(to.note); },
          [](const cases::CallBack& call) { return text_of(call.note); },
          [](const cases::Why& why) { return std::optional(why.reason.value); },
          [](const cases::TakeResult& result) { return std::optional(result.text); },
          [](const cases::Rejection& no) { return std::optional(no.text.value); },
          [](const cases::ChangeCategory& change) { return std::optional(change.reason.value); },
          [](const cases::RequestExtension& asked) { return std::optional(asked.cause.value); },
          [](const cases::ReturnRequested& asked) { return text_of(asked.papers.reason); },
          [](const cases::Assisted& part) { return std::optional(part.text.value); },
          [](const cases::Earlier& earlier) { return std::optional(earlier.number); },
          [](const cases::Joined& joined) { return std::optional(joined.number); },
          [](const cases::OpenSupervision& opened) { return std::optional(opened.notice.value); },
          [](const auto&) { return std::optional<std::string>(); }},
      event.input);
}

/// What was said to the people of the case.
std::optional<std::string> words_to_people(const Event& event) {
  return std::visit(
      Overloaded{
          [](const cases::Words& words) { return std::optional(words.text.value); },
          [](const cases::Supplement& more) { return std::optional(more.text.value); },
          [](const cases::Publish& publish) { return std::optional(publish.title.value); },
          [](const cases::Rate& rate) { return text_of(rate.comment); },
          [](const cases::Withdraw& withdraw) { return text_of(withdraw.reason); },
          [](const cases::Record& record) { return std::optional(record.text.value); },
          [](const cases::LineAnswer& answer) { return std::optional(answer.text.value); },
          [](const cases::Reply& reply) { return std::optional(reply.public_reply.value); },
          [](const cases::Promise& promise) { return std::optional(promise.measures.value); },
          [](const cases::Propose& proposed) { return std::optional(proposed.reason); },
          [](const cases::Invited& invited) { return std::optional(invited.name); },
          [](const cases::TurnBack& back) { return std::optional(back.text.value); },
          [](const cases::ReplyFormally& reply) { return std::optional(reply.text.value); },
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

TimelineEntry entry_of(const Glance& glance, const desk::CaseReading& reading,
                       const desk::TimelineRow& row) {
  const Event& event = row.event;
  const ActorView actor = actor_view(glance, reading, event.actor);
  const Text2s role = glance.desk.city.labels.of("role", event.actor.role);
  const bool office = rules::speaks_for_office(event.actor.role);
  const Text2s who{office ? role.zh : actor.name, office ? role.en : actor.name};
  const Text2s text = sentence_of(glance.desk.city, event.action, who);
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

std::vector<ClockView> clocks_of(const Glance& glance, const desk::CaseReading& reading) {
  std::vector<ClockView> views;
  for (const cases::ClockRun& run : cases::head_of(reading.standing).clocks)
    views.push_back(clock_view(glance, reading, run));
  return views;
}

std::optional<DueView> next_due_of(const cases::CaseHead& head, Instant now) {
  const cases::ClockRun* run = head.next_due();
  if (run == nullptr) return std::nullopt;
  const bool late = !rules::is_window(run->clock) && run->late(now);
  return DueView{run->clock, run->due_at, calendar::due_words(run->due_at), late};
}

std::vector<TimelineEntry> timeline_of(const Glance& glance, const desk::CaseReading& reading) {
  std::vector<TimelineEntry> entries;
  for (const desk::TimelineRow& row : reading.timeline)
    entries.push_back(entry_of(glance, reading, row));
  return entries;
}

Text2s nameless_sentence(const desk::City& city, const cases::Event& event) {
  const Text2s role = city.labels.of("role", event.actor.role);
  const bool named =
      rules::named_in_events(event.actor.role) && !rules::speaks_for_office(event.actor.role);
  return sentence_of(city, event.action, named ? Text2s{event.actor.name, event.actor.name} : role);
}

std::vector<ActionView> actions_of(const Glance& glance, const desk::CaseReading& reading) {
  const cases::CaseHead& head = cases::head_of(reading.standing);
  std::vector<ActionView> views;
  for (const cases::Option& option : reading.options) {
    const std::string_view noun = noun_of(head.kind, option.action);
    if (noun.empty()) continue;
    ActionView view{.action = option.action,
                    .noun = std::string(noun),
                    .label = glance.desk.city.labels.of("action", option.action),
                    .allowed = !option.refusal};
    view.href = "/api/v1/" + std::string(collection_of(head.kind)) + "/" + std::to_string(head.id) +
                "/" + view.noun;
    if (option.refusal) view.why = why_not(*option.refusal);
    views.push_back(std::move(view));
  }
  return views;
}

HolderView holder_of(const Glance& glance, const cases::Case& standing) {
  const rules::State state = cases::head_of(standing).state;
  const rules::Role role = rules::holder_of(state);
  const std::string name = cases::party_name(standing, role);
  return {role, name, desk::fill_in(glance.desk.city.labels.of("holder", state), "name", name)};
}

HolderView holder_of(const Glance& glance, const desk::CaseReading& reading) {
  const bool follow = reading.order && rules::follows_order(cases::head_of(reading.standing).state);
  return holder_of(glance, follow ? cases::Case(*reading.order) : reading.standing);
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

std::vector<AttachmentView> attachments_of(const desk::CaseReading& reading,
                                           const std::vector<AttachmentId>& attachments) {
  std::vector<AttachmentView> views;
  for (const AttachmentId id : attachments) {
    const auto found = std::ranges::find(reading.attachments, id, &desk::Attachment::id);
    if (found == reading.attachments.end()) continue;
    AttachmentView view{.id = id, .kind = found->kind, .media_type = found->media_type};
    if (found->seconds > 0) view.seconds = found->seconds;
    views.push_back(std::move(view));
  }
  return views;
}

std::string region_name(const desk::City& city, std::string_view code) {
  for (const desk::RegionRow& row : city.file.regions)
    if (row.code == code) return row.name;
  return std::string(code);
}

std::optional<std::string> text_or_none(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

cases::Contact masked(cases::Contact contact) {
  contact.number = {desk::mask_phone(contact.number.value)};
  return contact;
}

WorkView work_of(const Glance& glance, const cases::UnitWork& work) {
  WorkView view{.note = text_or_none(work.note),
                .dispatched_at = work.dispatched_at,
                .receipt = work.receipt,
                .assisting = work.assisting,
                .earlier = work.earlier,
                .returns = work.returns,
                .progress = work.progress};
  if (work.unit) view.unit = UnitView{work.unit, work.unit_name};
  if (reads(glance, Detail::staff_names)) return view;
  if (view.receipt) view.receipt->by = work.unit_name;
  for (cases::Assistance& one : view.assisting) one.by = one.unit_name;
  for (cases::EarlierDispatch& one : view.earlier)
    if (one.receipt) one.receipt->by = one.unit_name;
  for (cases::Return& one : view.returns) one.by = one.unit_name;
  for (cases::Progress& one : view.progress) one.by = work.unit_name;
  return view;
}

std::vector<LinkedSuggestion> suggestions_of(const Glance& glance,
                                             const desk::CaseReading& reading) {
  std::vector<LinkedSuggestion> views;
  for (const cases::Suggestion& one : reading.suggestions) {
    // What is still being written is the deputy's own.
    if (!one.filed && !reads(glance, Detail::drafts)) continue;
    LinkedSuggestion view{.id = {one.head.id},
                          .number = one.head.number,
                          .state = one.head.state,
                          .title = one.title,
                          .holder = holder_of(glance, cases::Case(one)),
                          .next_due = next_due_of(one.head, glance.now)};
    if (!one.replies.empty()) {
      view.reply = one.replies.back().text;
      view.reply_code = code_text(glance, one, one.replies.back().code);
    }
    views.push_back(std::move(view));
  }
  return views;
}

std::optional<Text2s> code_text(const Glance& glance, const cases::Suggestion& suggestion,
                                const std::string& code) {
  const rules::Rulebooks& books = glance.desk.city.regulation().rulebooks;
  const rules::ReplyCode* row = books.version(suggestion.head.rulebook).reply_code(code);
  return row == nullptr ? std::nullopt : std::optional(row->text);
}

std::string_view collection_of(rules::CaseKind kind) {
  switch (kind) {
    case rules::CaseKind::message: return "messages";
    case rules::CaseKind::order: return "orders";
    case rules::CaseKind::suggestion: break;
  }
  return "suggestions";
}

}  // namespace mashang::http
