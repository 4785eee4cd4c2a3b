// An order as the hotline, its unit or its deputy sees it.
#include "desk/sign_in.h"
#include "http/views.h"
#include "rules/disclosure.h"

namespace mashang::http {
namespace {

std::optional<UnitView> unit_view(const cases::Order& order) {
  if (!order.unit) return std::nullopt;
  return UnitView{order.unit, order.unit_name};
}

NamedCode region_view(const Glance& glance, const cases::Order& order) {
  return {order.caller.region, region_name(glance.desk.city, order.caller.region)};
}

/// R70: the unit complained of never learns who wrote; it speaks with the deputy.
std::optional<MaskedPerson> resident_view(const Glance& glance, const cases::Order& order) {
  if (!rules::may_read(glance.person.viewer.role, rules::Detail::caller)) return std::nullopt;
  return MaskedPerson{desk::mask_name(order.caller.resident_name),
                      desk::mask_phone(order.caller.resident_phone)};
}

/// The message itself is open to those who may see it; the hotline and units have the order.
std::optional<LinkedMessage> message_link(const Glance& glance, const cases::Order& order) {
  if (rules::sight_of(glance.person.viewer.role, rules::CaseKind::message) == nullptr)
    return std::nullopt;
  return LinkedMessage{order.message, order.message_number};
}

std::optional<std::string> text_or_none(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// The order with the names of staff put away where the reader is to see offices only, and without
/// the number that the unit called, which is the deputy's own.
cases::Order readable(const Glance& glance, cases::Order order) {
  for (cases::GivenReply& reply : order.replies)
    reply.contact.number = {desk::mask_phone(reply.contact.number.value)};
  if (rules::may_read(glance.person.viewer.role, rules::Detail::staff_names)) return order;
  const std::string hotline = glance.desk.city.labels.of("role", rules::Role::reviewer).zh;
  if (order.receipt) order.receipt->by = order.unit_name;
  for (cases::GivenReply& reply : order.replies) reply.by = order.unit_name;
  for (cases::Callback& callback : order.callbacks) callback.by = hotline;
  for (cases::SentBack& back : order.sent_back) back.by = hotline;
  return order;
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
      .content = order.content,
      .photos = photos_of(order.photos),
      .position = order.position,
      .region = region_view(glance, order),
      .channel = order.channel,
      .category = order.category,
      .urgent = order.urgent,
      .deputy = {order.caller.deputy_code, order.caller.deputy_name, std::nullopt},
      .station = {order.caller.station_code, order.caller.station_name},
      .resident = resident_view(glance, order),
      .message = message_link(glance, order),
      .deputy_note = text_or_none(order.note),
      .holder = holder_of(glance, reading),
      .unit = unit_view(order),
      .dispatch_note = text_or_none(order.dispatch_note),
      .receipt = order.receipt,
      .reply = order.replies.empty() ? std::nullopt : std::optional(order.replies.back()),
      .replies = earlier_replies(order),
      .callbacks = order.callbacks,
      .sent_back = order.sent_back,
      .redo_count = order.redo_count(),
      .rejection = order.rejection ? std::optional(rejection_of(*order.rejection)) : std::nullopt,
      .record = text_or_none(order.record),
      .clocks = clocks_of(glance, order.head),
      .timeline = timeline_of(glance, reading.timeline),
      .actions = actions_of(glance, reading.standing)};
}

}  // namespace mashang::http
