// The few things that differ between the two kinds, side by side.
#include "cases/case.h"

#include "base/overloaded.h"

namespace mashang::cases {

const CaseHead& head_of(const Case& standing) {
  return std::visit([](const auto& one) -> const CaseHead& { return one.head; }, standing);
}

void apply(Case& standing, const Event& event) {
  std::visit([&](auto& one) { apply(one, event); }, standing);
}

rules::Parties parties_of(const Case& standing) {
  return std::visit(Overloaded{[](const Message& message) {
                                 return rules::Parties{.resident = message.sender.resident,
                                                       .deputy = message.sender.deputy,
                                                       .station = message.sender.station,
                                                       .unit = {},
                                                       .office = message.office};
                               },
                               [](const Order& order) {
                                 return rules::Parties{.resident = order.caller.resident,
                                                       .deputy = order.caller.deputy,
                                                       .station = order.caller.station,
                                                       .unit = order.unit,
                                                       .office = {}};
                               }},
                    standing);
}

std::string party_name(const Case& standing, rules::Role role) {
  const auto* order = std::get_if<Order>(&standing);
  const Sender& sender = order ? order->caller : std::get<Message>(standing).sender;
  switch (role) {
    case rules::Role::deputy: return sender.deputy_name;
    case rules::Role::station: return sender.station_name;
    case rules::Role::unit: return order ? order->unit_name : std::string();
    default: return {};
  }
}

Case blank_case(rules::CaseKind kind, std::int64_t id) {
  const CaseHead head{.kind = kind, .id = id};
  if (kind == rules::CaseKind::message) return Message{.head = head};
  return Order{.head = head};
}

}  // namespace mashang::cases
