// How each event changes an order.
#include "cases/order.h"

#include <algorithm>

#include "base/overloaded.h"

namespace mashang::cases {
namespace {

void take_over(Order& order, const Submit& submit) {
  order.head.number = submit.caller.number;
  order.title = submit.title;
  order.content = submit.content;
  order.attachments = submit.attachments;
  order.position = submit.position;
  order.caller = submit.caller;
  order.message = submit.message;
  order.message_number = submit.message_number;
  order.note = submit.note.value_or("");
  order.category = submit.category;
  order.urgent = submit.urgent;
}

void decide_extension(Order& order, bool granted, std::string decision) {
  if (order.extensions.empty()) return;
  order.extensions.back().granted = granted;
  order.extensions.back().decision = std::move(decision);
}

/// Whatever ends the supervision also answers what had called for it until then.
void end_supervision(Order& order, std::string conclusion, Instant at) {
  if (order.supervision() == nullptr) return;
  const std::vector<NthCause> causes = open_causes(order, false, at);
  Supervision& ended = order.supervisions.back();
  ended.causes.insert(ended.causes.end(), causes.begin(), causes.end());
  ended.ended_at = at;
  ended.conclusion = std::move(conclusion);
}

void open_record(Order& order, const Event& event, std::string notice, std::string answerable) {
  order.supervisions.push_back({.causes = {{rules::SupervisionCause::by_hand, 1}},
                                .notice = std::move(notice),
                                .answerable = std::move(answerable),
                                .owner = event.actor.name,
                                .opened_at = event.at});
}

void take_why(Order& order, const Event& event, const Why& why) {
  using enum rules::Action;
  switch (event.action) {
    case supervise:
      if (order.supervision() == nullptr) open_record(order, event, why.reason.value, {});
      [[fallthrough]];
    case redo:
      order.sent_back.push_back({event.action, why.reason.value, event.actor.name, event.at});
      return;
    case refuse_extension: return decide_extension(order, false, why.reason.value);
    case lift_supervision: return end_supervision(order, why.reason.value, event.at);
    case escalate: order.outcome = why.reason.value; return;
    default: return;
  }
}

void take_addition(Order& order, const Joined& joined, Instant at) {
  order.joined_messages.insert(order.joined_messages.end(), joined.messages.begin(),
                               joined.messages.end());
  order.addenda.push_back({joined.order, joined.number, joined.content, joined.attachments, at});
}

void take_earlier(Order& order, const Event& event, const Earlier& earlier) {
  if (event.action == rules::Action::link) {
    order.matter = earlier.matter;
    return;
  }
  order.earlier = earlier;
  if (event.action == rules::Action::tell_result) order.outcome = earlier.result;
}

void take_reply(Order& order, const Reply& reply, const Event& event) {
  order.earlier_callbacks_count = int(order.callbacks.size());
  order.replies.push_back({reply.text.value, reply.public_reply.value, reply.contact,
                           text_of(reply.absences), event.actor.name, event.at});
}

void take(Order& order, const Event& event) {
  const std::string& by = event.actor.name;
  std::visit(
      Overloaded{
          [&](const Submit& submit) { take_over(order, submit); },
          [&](const Accept& accept) {
            order.category = accept.category;
            order.urgent = accept.urgent;
          },
          [&](const ChangeCategory& change) {
            order.category = change.category;
            order.urgent = change.urgent;
          },
          [&](const Rejection& rejection) { order.rejection = rejection; },
          [&](const Record& record) {
            order.category = record.category;
            order.record_kind = record.kind.value_or(rules::RecordKind::praise);
            order.outcome = record.text.value;
          },
          [&](const LineAnswer& answer) {
            order.category = answer.category;
            order.outcome = answer.text.value;
          },
          [&](const Earlier& earlier) { take_earlier(order, event, earlier); },
          [&](const Joined& joined) { take_addition(order, joined, event.at); },
          [&](const RequestExtension& asked) {
            order.extensions.push_back({asked.cause.value, asked.until, by, event.at, {}, {}});
          },
          [&](const Note& note) {
            if (event.action == rules::Action::grant_extension)
              decide_extension(order, true, text_of(note.note));
          },
          [&](const Reply& reply) { take_reply(order, reply, event); },
          [&](const Promise& promise) {
            order.promises.push_back({promise.measures.value, promise.answerable.value,
                                      promise.until, promise.contact, text_of(promise.absences), by,
                                      event.at});
          },
          [&](const CallBack& call) {
            const bool units = event.action == rules::Action::unit_call_back;
            (units ? order.unit_callbacks : order.callbacks)
                .push_back({call.outcome, text_of(call.note), by, event.at});
          },
          [&](const OpenSupervision& opened) {
            open_record(order, event, opened.notice.value,
                        opened.answerable ? opened.answerable->value : std::string());
          },
          [&](const FallUnderSupervision& fell) {
            order.supervisions.push_back({.causes = fell.causes, .opened_at = event.at});
          },
          [&](const Why& why) { take_why(order, event, why); },
          [](const auto&) {},
      },
      event.input);
}

/// A case at rest is under no supervision any more (R24: until solved).
void settle_supervision(Order& order, const Event& event) {
  if (event.action == rules::Action::raise_supervision && !order.supervisions.empty())
    ++order.supervisions.back().level;
  const bool running = order.head.running(rules::Clock::supervision_limit) != nullptr;
  if (!running && order.supervision() != nullptr) end_supervision(order, {}, event.at);
}

void add_late_runs(std::vector<NthCause>& causes, const Order& order, rules::Clock clock,
                   rules::SupervisionCause cause, Instant now) {
  for (const ClockRun& run : order.head.clocks)
    if (run.clock == clock && run.late(now)) causes.push_back({cause, run.nth});
}

bool considered(const Order& order, const NthCause& cause) {
  return std::ranges::any_of(order.supervisions, [&](const Supervision& supervision) {
    return std::ranges::find(supervision.causes, cause) != supervision.causes.end();
  });
}

/// Dissatisfied with what was done again: counted by the redo it is about.
bool dissatisfied_after_redo(const Order& order) {
  return !order.sent_back.empty() && !order.callbacks.empty() &&
         order.callbacks.back().outcome == rules::Outcome::dissatisfied &&
         order.callbacks.back().at >= order.sent_back.back().at;
}

}  // namespace

int Order::redo_count() const {
  return int(std::ranges::count(sent_back, rules::Action::redo, &SentBack::action));
}

const Supervision* Order::supervision() const {
  return supervisions.empty() || supervisions.back().ended_at ? nullptr : &supervisions.back();
}

std::vector<MessageId> Order::messages() const {
  std::vector<MessageId> all = joined_messages;
  if (message) all.insert(all.begin(), message);
  return all;
}

void apply(Order& order, const Event& event) {
  apply(order.head, event);
  apply(order.work, event);
  take(order, event);
  settle_supervision(order, event);
}

std::vector<NthCause> open_causes(const Order& order, bool many_orders, Instant now) {
  using Cause = rules::SupervisionCause;
  std::vector<NthCause> causes;
  add_late_runs(causes, order, rules::Clock::sign_limit, Cause::sign_overdue, now);
  // R22: an extension asked for in time may yet be granted, and then nothing is late.
  if (order.head.running(rules::Clock::extension_decision) == nullptr) {
    add_late_runs(causes, order, rules::Clock::work_limit, Cause::work_overdue, now);
    add_late_runs(causes, order, rules::Clock::redo_limit, Cause::redo_overdue, now);
  }
  add_late_runs(causes, order, rules::Clock::follow_up, Cause::promise_overdue, now);
  for (int nth = 1; nth <= int(order.promises.size()); ++nth)
    causes.push_back({Cause::promise_made, nth});
  if (dissatisfied_after_redo(order))
    causes.push_back({Cause::dissatisfied_after_redo, int(order.sent_back.size())});
  if (many_orders) causes.push_back({Cause::many_orders, 1});
  std::erase_if(causes, [&](const NthCause& cause) { return considered(order, cause); });
  return causes;
}

}  // namespace mashang::cases
