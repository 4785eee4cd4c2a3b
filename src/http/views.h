// Views: the shapes of what people see, and the one place where a case becomes one. What is masked
// is masked here (R70), so that nothing unmasked ever reaches a page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "desk/reads.h"
#include "http/problem.h"

namespace mashang::http {

struct NamedCode {
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedCode, (), (code, name))

struct DeputyView {
  std::string code;
  std::string name;
  std::optional<std::string> phone;  // masked; only the hotline and units need it
};
BOOST_DESCRIBE_STRUCT(DeputyView, (), (code, name, phone))

struct UnitView {
  UnitId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(UnitView, (), (id, name))

struct MaskedPerson {
  std::string name;
  std::string phone;
};
BOOST_DESCRIBE_STRUCT(MaskedPerson, (), (name, phone))

struct HolderView {
  rules::Role role{};
  std::string name;
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(HolderView, (), (role, name, text))

struct DueView {
  rules::Clock clock{};
  Instant due_at;
  Text2s due_text;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(DueView, (), (clock, due_at, due_text, late))

struct BasisView {
  std::string law;
  std::string article;
  Text2s title;
  bool ours = false;
};
BOOST_DESCRIBE_STRUCT(BasisView, (), (law, article, title, ours))

/// A due time that was moved, with both values and who or what moved it.
struct MoveView {
  Instant at;
  rules::Action by{};
  Instant from;
  Instant to;
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(MoveView, (), (at, by, from, to, text))

/// R54: a warning that was given.
struct MarkView {
  rules::Mark mark{};
  rules::Audience audience{};
  Instant at;
};
BOOST_DESCRIBE_STRUCT(MarkView, (), (mark, audience, at))

struct ClockView {
  rules::Clock clock{};
  std::optional<UnitView> unit;  // whose clock it is, where each unit has its own
  Instant started_at;
  Instant due_at;
  Text2s due_text;
  Text2s limit;
  calendar::Mode mode{};
  bool provisional = false;
  std::optional<Instant> stopped_at;
  bool late = false;
  Text2s why;
  std::vector<calendar::DayNote> skipped;
  std::vector<MoveView> moves;
  std::vector<MarkView> warnings;
  std::optional<BasisView> basis;
};
BOOST_DESCRIBE_STRUCT(ClockView, (),
                      (clock, unit, started_at, due_at, due_text, limit, mode, provisional,
                       stopped_at, late, why, skipped, moves, warnings, basis))

struct ActorView {
  rules::Role role{};
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ActorView, (), (role, name))

struct TimelineEntry {
  std::int64_t seq = 0;
  std::int64_t version = 0;
  Instant at;
  rules::Action action{};
  ActorView actor;
  rules::State from{};
  rules::State to{};
  Text2s text;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(TimelineEntry, (), (seq, version, at, action, actor, from, to, text, note))

struct WhyNot {
  std::string code;
  Text2s text;
  std::optional<BasisView> basis;
};
BOOST_DESCRIBE_STRUCT(WhyNot, (), (code, text, basis))

struct ActionView {
  rules::Action action{};
  std::string noun;
  std::string href;
  Text2s label;
  bool allowed = false;
  std::optional<WhyNot> why;
};
BOOST_DESCRIBE_STRUCT(ActionView, (), (action, noun, href, label, allowed, why))

struct AttachmentView {
  AttachmentId id;
  desk::AttachmentKind kind{};
  std::string media_type;
  std::optional<int> seconds;
};
BOOST_DESCRIBE_STRUCT(AttachmentView, (), (id, kind, media_type, seconds))

struct AdditionView {
  rules::Role by{};
  std::string text;
  std::vector<AttachmentView> attachments;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(AdditionView, (), (by, text, attachments, at))

/// R16: what an order that was appended brought along.
struct AddendumView {
  OrderId order;
  std::string number;
  cases::Content content;
  std::vector<AttachmentView> attachments;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(AddendumView, (), (order, number, content, attachments, at))

struct AnswerView {
  ActorView by;
  std::string text;
  Instant at;
  std::optional<std::string> relayed_from;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (by, text, at, relayed_from))

struct ReasonView {
  rules::Reason code{};
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(ReasonView, (), (code, text))

struct RejectionView {
  ReasonView reason;
  std::string detail;
  std::optional<Text2s> channel;
};
BOOST_DESCRIBE_STRUCT(RejectionView, (), (reason, detail, channel))

struct LinkedOrder {
  OrderId id;
  std::string number;
  rules::State state{};
  std::optional<std::string> unit;
  std::optional<DueView> next_due;
};
BOOST_DESCRIBE_STRUCT(LinkedOrder, (), (id, number, state, unit, next_due))

/// R40: a suggestion that messages or an order led to.
struct LinkedSuggestion {
  SuggestionId id;
  std::string number;
  rules::State state{};
  std::string title;
  HolderView holder;
  std::optional<DueView> next_due;
  std::optional<std::string> reply;  // the last one, once the unit has replied
  std::optional<Text2s> reply_code;
};
BOOST_DESCRIBE_STRUCT(LinkedSuggestion, (),
                      (id, number, state, title, holder, next_due, reply, reply_code))

/// The order of which the deputy spoke.
struct NotedOrder {
  std::optional<OrderId> id;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(NotedOrder, (), (id, number))

/// A call to the hotline that the deputy noted.
struct CallNoteView {
  std::string text;
  Instant at;
  std::optional<NotedOrder> order;
};
BOOST_DESCRIBE_STRUCT(CallNoteView, (), (text, at, order))

/// R71: the matter that was joined. Its number is for the deputy and the station, and its title as
/// it was then; the resident who joined learns where it stands.
struct JoinsView {
  std::optional<MessageId> id;
  std::optional<std::string> number;
  std::string title;
  std::optional<rules::State> state;
};
BOOST_DESCRIBE_STRUCT(JoinsView, (), (id, number, title, state))

struct NumberedMessageView {
  MessageId id;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(NumberedMessageView, (), (id, number))

struct JoinedView {
  std::int64_t count = 0;
  std::vector<NumberedMessageView> messages;
};
BOOST_DESCRIBE_STRUCT(JoinedView, (), (count, messages))

struct MessageCard {
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state{};
  std::string title;
  DeputyView deputy;
  std::string resident;
  Instant created_at;
  Instant updated_at;
  HolderView holder;
  std::optional<DueView> next_due;
  bool unread = false;
};
BOOST_DESCRIBE_STRUCT(MessageCard, (),
                      (id, number, version, state, title, deputy, resident, created_at, updated_at,
                       holder, next_due, unread))

struct MessageView {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  std::optional<std::string> receipt_code;
  std::int64_t version = 0;
  rules::State state{};
  Instant created_at;
  cases::Content content;
  std::vector<AttachmentView> attachments;
  std::optional<cases::Position> position;
  DeputyView deputy;
  NamedCode station;
  MaskedPerson resident;
  HolderView holder;
  std::vector<AdditionView> supplements;
  std::vector<AnswerView> answers;
  std::vector<CallNoteView> call_notes;
  std::optional<cases::ResultBack> result;
  std::optional<RejectionView> rejection;
  std::optional<cases::Rating> rating;
  std::optional<LinkedOrder> order;
  std::vector<LinkedSuggestion> suggestions;
  std::optional<std::string> public_title;
  std::optional<JoinsView> joins;
  std::optional<JoinedView> joined;
  std::vector<ClockView> clocks;
  std::vector<TimelineEntry> timeline;
  std::vector<ActionView> actions;
};
BOOST_DESCRIBE_STRUCT(MessageView, (),
                      (kind, id, number, receipt_code, version, state, created_at, content,
                       attachments, position, deputy, station, resident, holder, supplements,
                       answers, call_notes, result, rejection, rating, order, suggestions,
                       public_title, joins, joined, clocks, timeline, actions))

struct OrderCard {
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state{};
  std::string title;
  std::optional<rules::Category> category;
  bool urgent = false;
  std::optional<UnitView> unit;
  rules::Channel channel{};
  Instant created_at;
  Instant updated_at;
  NamedCode region;
  HolderView holder;
  std::optional<DueView> next_due;
  int redo_count = 0;
};
BOOST_DESCRIBE_STRUCT(OrderCard, (),
                      (id, number, version, state, title, category, urgent, unit, channel,
                       created_at, updated_at, region, holder, next_due, redo_count))

struct LinkedMessage {
  MessageId id;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(LinkedMessage, (), (id, number))

/// R16: an order of the same linked group.
struct SameMatter {
  OrderId id;
  std::string number;
  rules::State state{};
};
BOOST_DESCRIBE_STRUCT(SameMatter, (), (id, number, state))

/// R26, with its due time, which is that of its clock.
struct SupervisionView {
  int level = 1;
  std::vector<Text2s> causes;
  std::string notice;
  std::string answerable;
  std::string owner;
  Instant opened_at;
  std::optional<DueView> due;
  std::optional<Instant> ended_at;
  std::string conclusion;
};
BOOST_DESCRIBE_STRUCT(SupervisionView, (),
                      (level, causes, notice, answerable, owner, opened_at, due, ended_at,
                       conclusion))

/// What units have to do with a case, as everybody sees it who sees the case.
struct WorkView {
  std::optional<UnitView> unit;
  std::optional<std::string> note;
  std::optional<Instant> dispatched_at;
  std::optional<cases::Receipt> receipt;
  std::vector<cases::Assistance> assisting;
  std::vector<cases::EarlierDispatch> earlier;
  std::vector<cases::Return> returns;
  std::vector<cases::Progress> progress;
};
BOOST_DESCRIBE_STRUCT(WorkView, (),
                      (unit, note, dispatched_at, receipt, assisting, earlier, returns, progress))

struct OrderView {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state{};
  std::string title;
  Instant created_at;
  int rulebook = 0;
  cases::Content content;
  std::vector<AttachmentView> attachments;
  std::optional<cases::Position> position;
  NamedCode region;
  rules::Channel channel{};
  std::optional<rules::Category> category;
  bool urgent = false;
  DeputyView deputy;
  NamedCode station;
  std::optional<MaskedPerson> resident;
  std::optional<LinkedMessage> message;
  std::optional<std::string> deputy_note;
  HolderView holder;
  WorkView work;
  std::vector<cases::Extension> extensions;
  std::optional<cases::GivenReply> reply;
  std::vector<cases::GivenReply> replies;  // earlier ones
  std::vector<cases::GivenPromise> promises;
  std::vector<cases::Callback> unit_callbacks;
  std::vector<cases::Callback> callbacks;
  std::vector<cases::SentBack> sent_back;
  int redo_count = 0;
  std::vector<SupervisionView> supervisions;
  std::optional<RejectionView> rejection;
  std::optional<rules::RecordKind> record_kind;
  std::optional<std::string> outcome;
  std::optional<SameMatter> joined;  // R16: the order it was appended to, or whose result was told
  std::vector<SameMatter> same_matter;
  std::vector<AddendumView> addenda;
  std::vector<LinkedSuggestion> suggestions;
  std::vector<ClockView> clocks;
  std::vector<TimelineEntry> timeline;
  std::vector<ActionView> actions;
};
BOOST_DESCRIBE_STRUCT(OrderView, (),
                      (kind, id, number, version, state, title, created_at, rulebook, content,
                       attachments, position, region, channel, category, urgent, deputy, station,
                       resident, message, deputy_note, holder, work, extensions, reply, replies,
                       promises, unit_callbacks, callbacks, sent_back, redo_count, supervisions,
                       rejection, record_kind, outcome, joined, same_matter, addenda, suggestions,
                       clocks, timeline, actions))

struct SuggestionCard {
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state{};
  std::string title;
  DeputyView deputy;
  std::optional<UnitView> unit;
  Instant created_at;
  Instant updated_at;
  NamedCode region;
  HolderView holder;
  std::optional<DueView> next_due;
};
BOOST_DESCRIBE_STRUCT(SuggestionCard, (),
                      (id, number, version, state, title, deputy, unit, created_at, updated_at,
                       region, holder, next_due))

struct TurnedBackView {
  rules::BarReason code{};
  Text2s reason;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TurnedBackView, (), (code, reason, text))

struct FormalReplyView {
  std::string code;
  std::optional<Text2s> code_text;
  std::string text;
  std::string signed_by;
  cases::Contact contact;
  std::optional<Day> promised_on;
  std::optional<std::string> absences;
  std::string unit_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(FormalReplyView, (),
                      (code, code_text, text, signed_by, contact, promised_on, absences, unit_name,
                       at))

struct SuggestionView {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state{};
  Instant created_at;
  int rulebook = 0;
  std::string title;
  std::string facts;
  std::string proposal;
  DeputyView deputy;
  NamedCode region;
  NamedCode office;
  std::vector<cases::Source> sources;
  std::optional<cases::Escalated> proposed;
  std::vector<cases::JointSignatory> signatories;
  std::optional<std::string> declined;
  std::optional<TurnedBackView> turned_back;
  rules::Difficulty difficulty{};
  HolderView holder;
  WorkView work;
  std::vector<FormalReplyView> replies;
  std::vector<cases::Evaluation> evaluations;
  std::vector<ClockView> clocks;
  std::vector<TimelineEntry> timeline;
  std::vector<ActionView> actions;
};
BOOST_DESCRIBE_STRUCT(SuggestionView, (),
                      (kind, id, number, version, state, created_at, rulebook, title, facts,
                       proposal, deputy, region, office, sources, proposed, signatories, declined,
                       turned_back, difficulty, holder, work, replies, evaluations, clocks,
                       timeline, actions))

/// What the holder of a receipt code reads: nothing that the resident wrote, and not who he is.
struct FollowedAnswer {
  std::string text;
  std::string by;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(FollowedAnswer, (), (text, by, at))

struct FollowedStep {
  Instant at;
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(FollowedStep, (), (at, text))

struct FollowedMessage {
  std::string number;
  rules::State state{};
  Text2s state_text;
  DeputyView deputy;
  Instant created_at;
  HolderView holder;
  std::optional<DueView> next_due;
  std::vector<ClockView> clocks;
  std::vector<FollowedAnswer> answers;
  std::vector<FollowedStep> timeline;
  std::optional<RejectionView> rejection;
};
BOOST_DESCRIBE_STRUCT(FollowedMessage, (),
                      (number, state, state_text, deputy, created_at, holder, next_due, clocks,
                       answers, timeline, rejection))

/// Who looks, as what, at what time, on which desk.
struct Glance {
  const desk::Desk& desk;
  const desk::Person& person;
  Instant now;
  rules::Role part = person.viewer.role;  // the person's in the case that is looked at
};

MessageCard message_card(const Glance& glance, const desk::CaseReading& reading);
MessageView message_view(const Glance& glance, const desk::CaseReading& reading);
FollowedMessage followed_message(const Glance& glance, const desk::CaseReading& reading);
/// R70: the resident as this reader may know him.
MaskedPerson resident_view(const Glance& glance, const desk::CaseReading& reading);
OrderCard order_card(const Glance& glance, const desk::CaseReading& reading);
OrderView order_view(const Glance& glance, const desk::CaseReading& reading);
SuggestionCard suggestion_card(const Glance& glance, const desk::CaseReading& reading);
SuggestionView suggestion_view(const Glance& glance, const desk::CaseReading& reading);

std::vector<TimelineEntry> timeline_of(const Glance& glance, const desk::CaseReading& reading);
/// One sentence of the timeline for whoever is not to learn any resident's name.
Text2s nameless_sentence(const desk::City& city, const cases::Event& event);
std::vector<ClockView> clocks_of(const Glance& glance, const desk::CaseReading& reading);
std::vector<ActionView> actions_of(const Glance& glance, const desk::CaseReading& reading);
std::optional<DueView> next_due_of(const cases::CaseHead& head, Instant now);
HolderView holder_of(const Glance& glance, const cases::Case& standing);
HolderView holder_of(const Glance& glance, const desk::CaseReading& reading);
RejectionView rejection_of(const cases::Rejection& rejection);
WorkView work_of(const Glance& glance, const cases::UnitWork& work);
/// Those of the suggestions that this reader may know of.
std::vector<LinkedSuggestion> suggestions_of(const Glance& glance,
                                             const desk::CaseReading& reading);
/// What the code meant in the version of the rulebook under which the suggestion is.
std::optional<Text2s> code_text(const Glance& glance, const cases::Suggestion& suggestion,
                                const std::string& code);
BasisView basis_of(const rules::Citation& citation);
std::vector<AttachmentView> attachments_of(const desk::CaseReading& reading,
                                           const std::vector<AttachmentId>& attachments);
std::string region_name(const desk::City& city, std::string_view code);
std::optional<std::string> text_or_none(const std::string& text);
/// The contact as it is shown: the number that the unit called is the deputy's own.
cases::Contact masked(cases::Contact contact);

/// "orders": where the cases of a kind stand in the API.
std::string_view collection_of(rules::CaseKind kind);

}  // namespace mashang::http
