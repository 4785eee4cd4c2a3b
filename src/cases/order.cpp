// How each event changes an order.
#include "cases/order.h"

#include <algorithm>

#include "base/overloaded.h"

namespace mashang::cases {
namespace {

std::string text_of(const std::optional<Prose>& prose) {
  return prose ? prose->value : std::string();
}

void take_over(Order& order, const Submit& submit) {
  order.head.number = submit.caller.number;
  order.title = submit.title;
  order.content = submit.content;
  order.photos = submit.photos;
  order.position = submit.position;
  order.caller = submit.caller;
  order.message = submit.message;
  order.message_number = submit.message_number;
  order.note = submit.note.value_or("");
  order.category = submit.category;
  order.urgent = submit.urgent;
}

void take(Order& order, const Event& event) {
  const std::string& by = event.actor.name;
  std::visit(Overloaded{
                 [&](const Submit& submit) { take_over(order, submit); },
                 [&](const Accept& accept) {
                   order.category = accept.category;
                   order.urgent = accept.urgent;
                 },
                 [&](const Rejection& rejection) { order.rejection = rejection; },
                 [&](const Record& record) {
                   order.category = record.category;
                   order.record = record.text.value;
                 },
                 [&](const Dispatched& to) {
                   order.unit = to.unit;
                   order.unit_name = to.unit_name;
                   order.dispatch_note = text_of(to.note);
                   order.dispatched_at = event.at;
                 },
                 [&](const Reply& reply) {
                   order.earlier_callbacks_count = int(order.callbacks.size());
                   order.replies.push_back(
                       {reply.text.value, reply.public_reply.value, reply.contact, by, event.at});
                 },
                 [&](const CallBack& call) {
                   order.callbacks.push_back({call.outcome, text_of(call.note), by, event.at});
                 },
                 [&](const Why& why) {
                   order.sent_back.push_back({event.action, why.reason.value, by, event.at});
                 },
                 [](const auto&) {},
             },
             event.input);
}

}  // namespace

int Order::redo_count() const {
  return int(std::ranges::count(sent_back, rules::Action::redo, &SentBack::action));
}

void apply(Order& order, const Event& event) {
  apply(order.head, event);
  take(order, event);
  if (event.action == rules::Action::sign_for) order.receipt = Receipt{event.actor.name, event.at};
}

}  // namespace mashang::cases
