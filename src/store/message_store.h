// Message store. Invariant: a row whose columns contradict its document, or that holds a name this
// program does not know, is refused when it is read.
#pragma once

#include "cases/message.h"
#include "store/connection.h"

namespace mashang::store {

/// The message with its clocks; nothing when there is none.
std::optional<cases::Message> load_message(Connection& connection, MessageId id);

void insert_message(Connection& connection, const cases::Message& message);

/// Replaces the row if it still is at `version`; false when somebody was faster.
[[nodiscard]] bool update_message(Connection& connection, const cases::Message& message,
                                  std::int64_t version);

}  // namespace mashang::store
