// Saving a decision: the case, its events, clocks and notices, and what follows in the linked case
// (rules::kConsequences), all inside the caller's transaction.
#pragma once

#include <vector>

#include "cases/decide.h"
#include "desk/desk.h"
#include "store/connection.h"

namespace mashang::desk {

/// Saves, follows the consequences, and gives every change for desk.tell. The case was loaded in
/// the same transaction, so nobody can have been faster.
std::vector<Change> save(const Desk& desk, store::Connection& connection,
                         const cases::Decision& decision, Instant now);

/// Who acts, as the timeline keeps it: without the name of whoever may ask to be erased (R72).
cases::Actor actor_of(rules::Role part, const Person& person);

/// The surroundings of a case that is not there yet.
cases::Surroundings surroundings_of(const Desk& desk);
/// The surroundings of a stored case, before anything is handed in.
cases::Surroundings surroundings_of(const Desk& desk, store::Connection& connection,
                                    const cases::Case& standing);
/// The same when somebody is about to act.
cases::Surroundings surroundings_of(const Desk& desk, store::Connection& connection,
                                    const cases::Case& standing, const Person& person);

/// R26: whether so many orders are linked to one matter that they are supervised.
bool many_orders(const Desk& desk, store::Connection& connection, OrderId matter, int more = 0);

/// "LY20261124-000123" for messages, "GD…" for orders, "JY…" for suggestions: day and number, the
/// number without end.
std::string case_number(rules::CaseKind kind, std::int64_t id, Instant now);

}  // namespace mashang::desk
