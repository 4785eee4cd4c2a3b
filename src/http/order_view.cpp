// An order as the hotline, its unit or its deputy sees it.
#include "calendar/due.h"
#include "http/views.h"
#include "rules/disclosure.h"

namespace mashang::http {
namespace {

std::optional<UnitView> unit_view(const cases::Order& order) {
  if (!order.work.unit) return std::nullopt;
  return UnitView{order.work.unit, order.work.unit_name};
}

NamedCode region_view(const Glance& glance, const cases::Order& order) {
  return {order.caller.region, region_name(glance.desk.city, order.caller.region)};
}

/// R70: the unit complained of never learns who wrote; it speaks with the deputy.
std::optional<MaskedPerson> caller_view(const Glance& glance, const desk::CaseReading& reading) {
  if (!rules::may_read(glance.part, rules::Detail::caller)) return std::nullopt;
  return resident_view(glance, reading);
}

std::vector<AddendumView> addenda_of(const desk::CaseReading& reading, const cases::Order& order) {
  std::vector<AddendumView> views;
  for (const cases::Addendum& one : order.addenda)
    views.push_back(
        {one.order, one.number, one.content, attachments_of(reading, one.attachments), one.at});
  return views;
}

/// The message itself is open to those who may see it; the hotline and units have the order.
std::optional<LinkedMessage> message_link(const Glance& glance, const cases::Order& order) {
  if (rules::sight_of(glance.part, rules::CaseKind::message) == nullptr) return std::nullopt;
  return LinkedMessage{order.message, order.message_number};
}

/// The order with the names of staff put away where the reader is to see offices only, and without
/// the number that the unit called, which is the deputy's own.
cases::Order readable(const Glance& glance, cases::Order order) {
  for (cases::GivenReply& reply : order.replies) reply.contact = masked(reply.contact);
  for (cases::GivenPromise& promise : order.promises) promise.contact = masked(promise.contact);
  if (rules::may_read(glance.part, rules::Detail::staff_names)) return order;
  const std::string hotline = glance.desk.city.labels.of("role", rules::Role::reviewer).zh;
  for (cases::GivenReply& reply : order.replies) reply.by = order.work.unit_name;
  for (cases::GivenPromise& promise : order.promises) promise.by = order.work.unit_name;
  for (cases::Extension& extension : order.extensions) extension.by = order.work.unit_name;
  for (cases::Callback& callback : order.unit_callbacks) callback.by = order.work.unit_name;
  for (cases::Callback& callback : order.callbacks) callback.by = hotline;
  for (cases::SentBack& back : order.sent_back) back.by = hotline;
  for (cases::Supervision& one : order.supervisions) one.owner = one.owner.empty() ? "" : hotline;
  return order;
}

std::vector<SupervisionView> supervisions_of(const Glance& glance, const cases::Order& order) {
  std::vector<SupervisionView> views;
  for (const cases::Supervision& one : order.supervisions) {
    SupervisionView view{.level = one.level,
                         .notice = one.notice,
                         .answerable = one.answerable,
                         .owner = one.owner,
                         .opened_at = one.opened_at,
                         .ended_at = one.ended_at,
                         .conclusion = one.conclusion};
    for (const cases::NthCause& cause : one.causes)
      view.causes.push_back(glance.desk.city.labels.of("supervision_cause", cause.cause));
    if (const cases::ClockRun* run = order.head.running(rules::Clock::supervision_limit);
        run != nullptr && !one.ended_at)
      view.due =
          DueView{run->clock, run->due_at, calendar::due_words(run->due_at), run->late(glance.now)};
    views.push_back(std::move(view));
  }
  return views;
}

/// R70: another person's order is the hotline's and the supervisor's to know of.
std::vector<SameMatter> same_matter(const Glance& glance, const desk::CaseReading& reading) {
  std::vector<SameMatter> views;
  if (!rules::may_read(glance.part, rules::Detail::other_orders) || reading.linked.size() < 2)
    return views;
  const std::int64_t own = cases::head_of(reading.standing).id;
  for (const desk::LinkedOrder& one : reading.linked)
    if (one.id.value != own) views.push_back({one.id, one.number, one.state});
  return views;
}

std::optional<SameMatter> joined_of(const desk::CaseReading& reading) {
  if (!reading.earlier) return std::nullopt;
  return SameMatter{reading.earlier->id, reading.earlier->number, reading.earlier->state};
}

std::vector<cases::GivenReply> earlier_replies(const cases::Order& order) {
  if (order.replies.empty()) return {};
  return {order.replies.begin(), order.replies.end() - 1};
}

}  // namespace

OrderCard order_card(const Glance& glance, const desk::CaseReading& reading) {
  const auto& order = std::get<cases::Order>(reading.standing);
  return {.id = order.head.id,
          .number = order.head.number,
          .version = order.head.version,
          .state = order.head.state,
          .title = order.title,
          .category = order.category,
          .urgent = order.urgent,
          .unit = unit_view(order),
          .channel = order.channel,
          .created_at = order.head.created_at,
          .updated_at = order.head.updated_at,
          .region = region_view(glance, order),
          .holder = holder_of(glance, reading),
          .next_due = next_due_of(order.head, glance.now),
          .redo_count = order.redo_count()};
}

OrderView order_view(const Glance& glance, const desk::CaseReading& reading) {
  const cases::Order order = readable(glance, std::get<cases::Order>(reading.standing));
  return {
      .kind = order.head.kind,
      .id = order.head.id,
      .number = order.head.number,
      .version = order.head.version,
      .state = order.head.state,
      .title = order.title,
      .created_at = order.head.created_at,
      .rulebook = order.head.rulebook,
      .content = order.content,
      .attachments = attachments_of(reading, order.attachments),
      .position = order.position,
      .region = region_view(glance, order),
      .channel = order.channel,
      .category = order.category,
      .urgent = order.urgent,
      .deputy = {order.caller.deputy_code, order.caller.deputy_name, std::nullopt},
      .station = {order.caller.station_code, order.caller.station_name},
      .resident = caller_view(glance, reading),
      .message = message_link(glance, order),
      .deputy_note = text_or_none(order.note),
      .holder = holder_of(glance, reading),
      .work = work_of(glance, order.work),
      .extensions = order.extensions,
      .reply = order.replies.empty() ? std::nullopt : std::optional(order.replies.back()),
      .replies = earlier_replies(order),
      .promises = order.promises,
      .unit_callbacks = order.unit_callbacks,
      .callbacks = order.callbacks,
      .sent_back = order.sent_back,
      .redo_count = order.redo_count(),
      .supervisions = supervisions_of(glance, order),
      .rejection = order.rejection ? std::optional(rejection_of(*order.rejection)) : std::nullopt,
      .record_kind = order.record_kind,
      .outcome = text_or_none(order.outcome),
      .joined = joined_of(reading),
      .same_matter = same_matter(glance, reading),
      .addenda = addenda_of(reading, order),
      .suggestions = suggestions_of(glance, reading),
      .clocks = clocks_of(glance, reading),
      .timeline = timeline_of(glance, reading),
      .actions = actions_of(glance, reading)};
}

}  // namespace mashang::http
