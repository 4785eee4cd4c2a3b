// One function for each step that another case brings about.
#include "cases/consequence.h"

#include "base/utf8.h"
#include "cases/office.h"

namespace mashang::cases {
namespace {

using rules::Action;

constexpr std::string_view kHotline = "12345";

/// The content for the order, with what the resident left blank filled in; what he wrote stays.
Content filled_in(Content content, const std::optional<Fill>& fill) {
  if (!fill) return content;
  if (!content.when) content.when = fill->when;
  if (!content.who) content.who = fill->who;
  if (!content.before) content.before = fill->before;
  return content;
}

Submit submission_of(const Message& message, const Event& event, const std::string& number) {
  const auto& pass = std::get<PassOnHotline>(event.input);
  Submit submit{.title = title_of(message),
                .content = filled_in(told_so_far(message), pass.fill),
                .attachments = attachments_so_far(message),
                .position = message.position,
                .caller = message.sender,
                .message = {message.head.id},
                .message_number = message.head.number,
                .note = pass.note ? std::optional(pass.note->value) : std::nullopt,
                .category = pass.category,
                .urgent = pass.urgent.value_or(false)};
  submit.caller.number = number;
  return submit;
}

TakeResult result_of(const Order& order, Action action) {
  // Escalated after an earlier reply, it is the escalation that is told.
  if (order.replies.empty() || action == Action::escalate)
    return {order.outcome, order.earlier && !order.earlier->unit_name.empty()
                               ? order.earlier->unit_name
                               : std::string(kHotline)};
  return {order.replies.back().public_reply, order.work.unit_name};
}

Joined joining_of(const Order& order) {
  return {.order = {order.head.id},
          .number = order.head.number,
          .messages = order.messages(),
          .content = order.content,
          .attachments = order.attachments};
}

/// R15: what the hotline could not handle goes to the city's liaison office.
Propose escalation_of(const Order& order, const std::string& number) {
  const Sender& caller = order.caller;
  Propose propose{.title = order.title,
                  .facts = order.content.what.value,
                  .reason = order.outcome,
                  .office = office_region(caller.region, rules::OfficeLevel::city),
                  .order = {order.head.id},
                  .order_number = order.head.number,
                  .sources = {},
                  .author = {.number = number,
                             .deputy = caller.deputy,
                             .deputy_name = caller.deputy_name,
                             .deputy_code = caller.deputy_code,
                             .station = caller.station,
                             .station_name = caller.station_name,
                             .region = caller.region}};
  if (order.message) propose.sources.push_back({order.message, order.message_number});
  for (const MessageId message : order.joined_messages) propose.sources.push_back({message, {}});
  return propose;
}

Withdraw withdrawal_of(const Event& event) {
  const auto* withdrawn = std::get_if<Withdraw>(&event.input);
  return withdrawn == nullptr ? Withdraw{} : *withdrawn;
}

}  // namespace

std::string title_of(const Message& message) {
  constexpr std::size_t kTitleLengthMax = 40;
  const std::string_view what = message.content.what.value;
  const std::string_view line = what.substr(0, what.find('\n'));
  const std::string_view head = utf8_prefix(line, kTitleLengthMax);
  return std::string(head) + (head.size() < what.size() ? "…" : "");
}

Input input_for(const Case& from, const Event& event, Action then, const std::string& number) {
  if (const auto* message = std::get_if<Message>(&from))
    return submission_of(*message, event, number);
  const auto& order = std::get<Order>(from);
  switch (then) {
    case Action::take_rejection: return order.rejection.value();
    case Action::take_back: return withdrawal_of(event);
    case Action::take_addition: return joining_of(order);
    case Action::propose: return escalation_of(order, number);
    default: return result_of(order, event.action);
  }
}

}  // namespace mashang::cases
