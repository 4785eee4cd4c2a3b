// The few things that differ between the kinds, side by side.
#include "cases/case.h"

namespace mashang::cases {

const CaseHead& head_of(const Case& standing) {
  return std::visit([](const auto& one) -> const CaseHead& { return one.head; }, standing);
}

void apply(Case& standing, const Event& event) {
  std::visit([&](auto& one) { apply(one, event); }, standing);
}

namespace {

std::vector<UnitId> assisting_units(const UnitWork& work) {
  std::vector<UnitId> units;
  for (const Assistance& one : work.assisting) units.push_back(one.unit);
  return units;
}

std::vector<DeputyId> joint_signatories(const Suggestion& suggestion) {
  std::vector<DeputyId> deputies;
  for (const JointSignatory& one : suggestion.signatories) deputies.push_back(one.deputy);
  return deputies;
}

rules::Parties parties(const Message& message) {
  return {.resident = message.sender.resident,
          .deputy = message.sender.deputy,
          .station = message.sender.station,
          .office = message.office};
}

rules::Parties parties(const Order& order) {
  return {.resident = order.caller.resident,
          .deputy = order.caller.deputy,
          .station = order.caller.station,
          .unit = order.work.unit,
          .assisting_units = assisting_units(order.work)};
}

rules::Parties parties(const Suggestion& suggestion) {
  return {.deputy = suggestion.author.deputy,
          .station = suggestion.author.station,
          .unit = suggestion.work.unit,
          .office = suggestion.office_in_charge(),
          .assisting_units = assisting_units(suggestion.work),
          .joint_signatories = joint_signatories(suggestion)};
}

std::string name_in(const Message& message, rules::Role role) {
  if (role == rules::Role::deputy) return message.sender.deputy_name;
  return role == rules::Role::station ? message.sender.station_name : std::string();
}

std::string name_in(const Order& order, rules::Role role) {
  if (role == rules::Role::deputy) return order.caller.deputy_name;
  if (role == rules::Role::station) return order.caller.station_name;
  return role == rules::Role::unit ? order.work.unit_name : std::string();
}

std::string name_in(const Suggestion& suggestion, rules::Role role) {
  if (role == rules::Role::deputy) return suggestion.author.deputy_name;
  return role == rules::Role::unit ? suggestion.work.unit_name : std::string();
}

}  // namespace

rules::Parties parties_of(const Case& standing) {
  return std::visit([](const auto& one) { return parties(one); }, standing);
}

std::string party_name(const Case& standing, rules::Role role) {
  return std::visit([&](const auto& one) { return name_in(one, role); }, standing);
}

const UnitWork* work_of(const Case& standing) {
  if (const auto* order = std::get_if<Order>(&standing)) return &order->work;
  if (const auto* suggestion = std::get_if<Suggestion>(&standing)) return &suggestion->work;
  return nullptr;
}

Case blank_case(rules::CaseKind kind, std::int64_t id) {
  const CaseHead head{.kind = kind, .id = id};
  switch (kind) {
    case rules::CaseKind::message: return Message{.head = head};
    case rules::CaseKind::order: return Order{.head = head};
    case rules::CaseKind::suggestion: break;
  }
  return Suggestion{.head = head};
}

}  // namespace mashang::cases
