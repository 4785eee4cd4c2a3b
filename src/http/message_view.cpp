// A message as its resident, its deputy, the station or a liaison office sees it.
#include "base/utf8.h"
#include "desk/sign_in.h"
#include "http/views.h"
#include "rules/disclosure.h"
#include "rules/lifecycle.h"

namespace mashang::http {
namespace {

using rules::Detail;

DeputyView deputy_view(const cases::Message& message) {
  return {message.sender.deputy_code, message.sender.deputy_name, std::nullopt};
}

std::vector<AdditionView> additions_of(const desk::CaseReading& reading,
                                       const cases::Message& message) {
  std::vector<AdditionView> views;
  for (const cases::Addition& addition : message.additions)
    views.push_back(
        {addition.by, addition.text, attachments_of(reading, addition.attachments), addition.at});
  return views;
}

std::vector<AnswerView> answers_of(const cases::Message& message) {
  std::vector<AnswerView> views;
  for (const cases::Answer& answer : message.answers)
    views.push_back({{answer.role, answer.by},
                     answer.text,
                     answer.at,
                     answer.from.empty() ? std::nullopt : std::optional(answer.from)});
  return views;
}

std::optional<LinkedOrder> linked_order(const Glance& glance, const desk::CaseReading& reading) {
  if (!reading.order) return std::nullopt;
  const cases::Order& order = *reading.order;
  return LinkedOrder{{order.head.id},
                     order.head.number,
                     order.head.state,
                     text_or_none(order.work.unit_name),
                     next_due_of(order.head, glance.now)};
}

/// What he wrote down of his calls is between the desks; that he called, everybody sees.
std::vector<CallNoteView> call_notes_of(const Glance& glance, const cases::Message& message) {
  std::vector<CallNoteView> views;
  if (!rules::may_read(glance.part, Detail::notes_between_desks)) return views;
  for (const cases::CallNote& note : message.call_notes) {
    CallNoteView view{.text = note.text, .at = note.at};
    if (note.order) view.order = NotedOrder{note.order, note.order_number};
    views.push_back(std::move(view));
  }
  return views;
}

/// R7: the result goes by way of the deputy; the resident reads it when the deputy passes it on.
std::optional<cases::ResultBack> visible_result(const Glance& glance,
                                                const cases::Message& message) {
  const bool shown = rules::may_read(glance.part, Detail::result_on_its_way);
  return shown ? message.result : std::nullopt;
}

std::optional<RejectionView> visible_rejection(const Glance& glance,
                                               const cases::Message& message) {
  const bool shown = rules::may_read(glance.part, Detail::rejection);
  if (!message.rejection || !shown) return std::nullopt;
  return rejection_of(*message.rejection);
}

std::optional<JoinsView> joins_of(const Glance& glance, const desk::CaseReading& reading) {
  const auto& joins = std::get<cases::Message>(reading.standing).joins;
  if (!joins) return std::nullopt;
  JoinsView view{.title = joins->title, .state = reading.joins_state};
  if (!rules::may_read(glance.part, Detail::neighbours)) return view;
  view.id = joins->message;
  view.number = joins->number;
  return view;
}

std::optional<JoinedView> joined_of(const Glance& glance, const desk::CaseReading& reading) {
  const bool shown = rules::may_read(glance.part, Detail::neighbours);
  if (!shown || reading.joined.empty()) return std::nullopt;
  JoinedView view{.count = std::int64_t(reading.joined.size())};
  for (const desk::NumberedMessage& one : reading.joined)
    view.messages.push_back({one.id, one.number});
  return view;
}

}  // namespace

MessageCard message_card(const Glance& glance, const desk::CaseReading& reading) {
  constexpr std::size_t kTitleLengthMax = 40;
  const auto& message = std::get<cases::Message>(reading.standing);
  const bool unread = !message.looked && rules::waits_for_look(glance.part, message.head.state);
  return {.id = message.head.id,
          .number = message.head.number,
          .version = message.head.version,
          .state = message.head.state,
          .title = std::string(utf8_prefix(message.content.what.value, kTitleLengthMax)),
          .deputy = deputy_view(message),
          .resident = resident_view(glance, reading).name,
          .created_at = message.head.created_at,
          .updated_at = message.head.updated_at,
          .holder = holder_of(glance, reading),
          .next_due = next_due_of(message.head, glance.now),
          .unread = unread};
}

MessageView message_view(const Glance& glance, const desk::CaseReading& reading) {
  const auto& message = std::get<cases::Message>(reading.standing);
  return {.kind = message.head.kind,
          .id = message.head.id,
          .number = message.head.number,
          .receipt_code = reading.receipt_code,
          .version = message.head.version,
          .state = message.head.state,
          .created_at = message.head.created_at,
          .content = message.content,
          .attachments = attachments_of(reading, message.attachments),
          .position = message.position,
          .deputy = deputy_view(message),
          .station = {message.sender.station_code, message.sender.station_name},
          .resident = resident_view(glance, reading),
          .holder = holder_of(glance, reading),
          .supplements = additions_of(reading, message),
          .answers = answers_of(message),
          .call_notes = call_notes_of(glance, message),
          .result = visible_result(glance, message),
          .rejection = visible_rejection(glance, message),
          .rating = message.rating,
          .order = linked_order(glance, reading),
          .suggestions = suggestions_of(glance, reading),
          .public_title =
              message.publication ? std::optional(message.publication->title) : std::nullopt,
          .joins = joins_of(glance, reading),
          .joined = joined_of(glance, reading),
          .clocks = clocks_of(glance, reading),
          .timeline = timeline_of(glance, reading),
          .actions = actions_of(glance, reading)};
}

MaskedPerson resident_view(const Glance& glance, const desk::CaseReading& reading) {
  const desk::Identity resident = reading.resident.value_or(desk::Identity{});
  const bool own = rules::may_read(glance.part, Detail::own_name);
  return {own ? resident.name : desk::mask_name(resident.name), desk::mask_phone(resident.phone)};
}

FollowedMessage followed_message(const Glance& glance, const desk::CaseReading& reading) {
  const auto& message = std::get<cases::Message>(reading.standing);
  FollowedMessage view{.number = message.head.number,
                       .state = message.head.state,
                       .state_text = glance.desk.city.labels.of("state", message.head.state),
                       .deputy = deputy_view(message),
                       .created_at = message.head.created_at,
                       .holder = holder_of(glance, reading),
                       .next_due = next_due_of(message.head, glance.now),
                       .rejection = visible_rejection(glance, message)};
  for (const cases::Answer& answer : message.answers)
    view.answers.push_back({answer.text, answer.by, answer.at});
  for (const desk::TimelineRow& row : reading.timeline)
    view.timeline.push_back({row.event.at, nameless_sentence(glance.desk.city, row.event)});
  return view;
}

}  // namespace mashang::http
