// Case: a message, an order or a suggestion, for all code that treats them alike.
#pragma once

#include <variant>

#include "cases/message.h"
#include "cases/order.h"
#include "cases/suggestion.h"
#include "rules/scope.h"

namespace mashang::cases {

using Case = std::variant<Message, Order, Suggestion>;

const CaseHead& head_of(const Case& standing);
void apply(Case& standing, const Event& event);
/// Whom the case concerns, for the one table of who may see it (rules/scope.h).
rules::Parties parties_of(const Case& standing);
/// The name of the party that a role plays in the case ("" where it has none yet).
std::string party_name(const Case& standing, rules::Role role);
/// What units have to do with the case; a message has no units.
const UnitWork* work_of(const Case& standing);
/// A case before its first event.
Case blank_case(rules::CaseKind kind, std::int64_t id);

}  // namespace mashang::cases
