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

struct ClockView {
  rules::Clock clock{};
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
  std::optional<BasisView> basis;
};
BOOST_DESCRIBE_STRUCT(ClockView, (),
                      (clock, started_at, due_at, due_text, limit, mode, provisional, stopped_at,
                       late, why, skipped, basis))

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

struct PhotoView {
  PhotoId id;
};
BOOST_DESCRIBE_STRUCT(PhotoView, (), (id))

struct AdditionView {
  rules::Role by{};
  std::string text;
  std::vector<PhotoId> photos;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(AdditionView, (), (by, text, photos, at))

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
  std::int64_t version = 0;
  rules::State state{};
  Instant created_at;
  cases::Content content;
  std::vector<PhotoView> photos;
  std::optional<cases::Position> position;
  DeputyView deputy;
  NamedCode station;
  MaskedPerson resident;
  HolderView holder;
  std::vector<AdditionView> supplements;
  std::vector<AnswerView> answers;
  std::optional<cases::ResultBack> result;
  std::optional<RejectionView> rejection;
  std::optional<cases::Rating> rating;
  std::optional<LinkedOrder> order;
  std::vector<ClockView> clocks;
  std::vector<TimelineEntry> timeline;
  std::vector<ActionView> actions;
};
BOOST_DESCRIBE_STRUCT(MessageView, (),
                      (kind, id, number, version, state, created_at, content, photos, position,
                       deputy, station, resident, holder, supplements, answers, result, rejection,
                       rating, order, clocks, timeline, actions))

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

struct OrderView {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state{};
  std::string title;
  Instant created_at;
  cases::Content content;
  std::vector<PhotoView> photos;
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
  std::optional<UnitView> unit;
  std::optional<std::string> dispatch_note;
  std::optional<cases::Receipt> receipt;
  std::optional<cases::GivenReply> reply;
  std::vector<cases::GivenReply> replies;  // earlier ones
  std::vector<cases::Callback> callbacks;
  std::vector<cases::SentBack> sent_back;
  int redo_count = 0;
  std::optional<RejectionView> rejection;
  std::optional<std::string> record;
  std::vector<ClockView> clocks;
  std::vector<TimelineEntry> timeline;
  std::vector<ActionView> actions;
};
BOOST_DESCRIBE_STRUCT(OrderView, (),
                      (kind, id, number, version, state, title, created_at, content, photos,
                       position, region, channel, category, urgent, deputy, station, resident,
                       message, deputy_note, holder, unit, dispatch_note, receipt, reply, replies,
                       callbacks, sent_back, redo_count, rejection, record, clocks, timeline,
                       actions))

/// Who looks, at what time, on which desk.
struct Glance {
  const desk::Desk& desk;
  const desk::Person& person;
  Instant now;
};

MessageCard message_card(const Glance& glance, const desk::CaseReading& reading);
MessageView message_view(const Glance& glance, const desk::CaseReading& reading);
OrderCard order_card(const Glance& glance, const desk::CaseReading& reading);
OrderView order_view(const Glance& glance, const desk::CaseReading& reading);

std::vector<TimelineEntry> timeline_of(const Glance& glance,
                                       const std::vector<desk::TimelineRow>& rows);
std::vector<ClockView> clocks_of(const Glance& glance, const cases::CaseHead& head);
std::vector<ActionView> actions_of(const Glance& glance, const cases::Case& standing);
std::optional<DueView> next_due_of(const cases::CaseHead& head, Instant now);
HolderView holder_of(const Glance& glance, const desk::CaseReading& reading);
RejectionView rejection_of(const cases::Rejection& rejection);
BasisView basis_of(const rules::Citation& citation);
std::vector<PhotoView> photos_of(const std::vector<PhotoId>& photos);
std::string region_name(const desk::City& city, std::string_view code);

}  // namespace mashang::http
