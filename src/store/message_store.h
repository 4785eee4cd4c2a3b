// Message store. Invariant: a row whose columns contradict its document, or that holds a name this
// program does not know, is refused when it is read.
#pragma once

#include "cases/message.h"
#include "store/clock_store.h"

namespace mashang::store {

/// The message with its clocks; nothing when there is none.
std::optional<cases::Message> load_message(Connection& connection, MessageId id);

std::optional<MessageId> find_message(Connection& connection, std::string_view number);

void insert_message(Connection& connection, const cases::Message& message);

/// Replaces the row if it still is at `version`; false when somebody was faster.
[[nodiscard]] bool update_message(Connection& connection, const cases::Message& message,
                                  std::int64_t version);

/// The resident's messages before that one, the latest first.
std::vector<MessageId> messages_of_resident(Connection& connection, PersonId resident,
                                            std::int64_t before, int limit);

/// The states of all that goes back to the resident: his messages and the orders they became.
std::vector<rules::State> states_of_resident(Connection& connection, PersonId resident);

/// R71: what neighbours of a station may join, newest first.
std::vector<MessageId> published_messages(Connection& connection, StationId station, int limit);

struct NumberedMessage {
  MessageId id;
  std::string number;
};
/// R71: the messages of those who joined, without what was withdrawn.
std::vector<NumberedMessage> messages_joining(Connection& connection, MessageId id);

/// R1: messages that wait for a deputy whose term has ended.
std::vector<CaseRef> cases_of_ended_deputies(Connection& connection, int limit);

}  // namespace mashang::store
