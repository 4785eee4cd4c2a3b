// Suggestion store. Invariant: a row whose columns contradict its document, or that holds a name
// this program does not know, is refused when it is read.
#pragma once

#include "cases/suggestion.h"
#include "store/connection.h"

namespace mashang::store {

/// The suggestion with its clocks; nothing when there is none.
std::optional<cases::Suggestion> load_suggestion(Connection& connection, SuggestionId id);

/// What an order was escalated to (R15).
std::optional<SuggestionId> suggestion_of_order(Connection& connection, OrderId order);
/// The suggestions that a message led to, oldest first.
std::vector<SuggestionId> suggestions_of_message(Connection& connection, MessageId message);

void insert_suggestion(Connection& connection, const cases::Suggestion& suggestion);

/// Replaces the row if it still is at `version`; false when somebody was faster.
[[nodiscard]] bool update_suggestion(Connection& connection, const cases::Suggestion& suggestion,
                                     std::int64_t version);

}  // namespace mashang::store
