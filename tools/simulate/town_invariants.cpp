// What holds of a case among the others.
#include <algorithm>

#include "rules/lifecycle.h"
#include "simulate/invariants.h"

namespace mashang::simulate {
namespace {

using namespace cases;
using rules::State;

/// Whether a message at the hotline and its order agree.
Fault agree(const Message& message, const Order* order) {
  const bool waits = message.head.state == State::at_hotline;
  const bool open = order != nullptr && rules::is_open(order->head.state);
  if (waits == open) return {};
  return waits ? "message " + message.head.number + " waits for no open order"
               : "message " + message.head.number + " does not wait for its open order";
}

Fault waits_while_open(const Town& town, const Case& standing, Instant) {
  if (const auto* message = std::get_if<Message>(&standing))
    return agree(*message, town.order_of({message->head.id}));
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr) return {};
  for (const MessageId id : order->messages()) {
    const Case* message = town.find(id.value);
    if (message == nullptr) return "a message of it is gone";
    if (auto fault = agree(std::get<Message>(*message), town.order_of(id))) return fault;
  }
  return {};
}

Fault nobody_is_dropped(const Town& town, const Case& standing, Instant) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr || order->head.state != State::appended) return {};
  const auto* into = std::get_if<Order>(town.find(order->earlier.value().order.value));
  if (into == nullptr) return "the order it went into is gone";
  const auto messages = into->messages();
  for (const MessageId message : order->messages())
    if (std::ranges::find(messages, message) == messages.end())
      return "a message of it is not in the order it went into";
  return {};
}

Fault matter_has_one_first(const Town& town, const Case& standing, Instant) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr || !order->matter) return {};
  const Case* first = town.find(order->matter.value);
  if (first == nullptr) return "the first order of its matter is gone";
  const OrderId of_first = std::get<Order>(*first).matter;
  if (of_first == order->matter) return "an order is linked to itself";
  return of_first ? Fault("the first order of its matter went to another matter") : Fault{};
}

Fault nothing_is_due(const Town& town, const Case& standing, Instant now) {
  const Decision decision = run_by_itself(standing, town.around(standing, {}), now);
  return decision.events.empty() ? Fault{} : Fault("it should have moved by itself");
}

constexpr TownInvariant kInvariants[] = {
    {"a message waits at the hotline exactly while its order is open", waits_while_open},
    {"whatever joins another order stays in it", nobody_is_dropped},
    {"the first order of a matter is in no other matter", matter_has_one_first},
    {"nothing is left that should have moved by itself", nothing_is_due},
};

}  // namespace

std::span<const TownInvariant> town_invariants() { return kInvariants; }

}  // namespace mashang::simulate
