// Sending a message (R1, R2, R3): a resident writes to a deputy.
#pragma once

#include <boost/describe/class.hpp>

#include "desk/act.h"

namespace mashang::desk {

/// What the resident hands in. `deputy` is the deputy's public code.
struct MessageDraft {
  std::string deputy;
  cases::Content content;
  std::optional<std::vector<AttachmentId>> attachments;
  std::optional<cases::Position> position;
  std::string notice_version;
  std::optional<MessageId> joins;  // R71: a neighbour's matter, of those that are shown
};
BOOST_DESCRIBE_STRUCT(MessageDraft, (),
                      (deputy, content, attachments, position, notice_version, joins))

/// Denied::not_there when no deputy has that code.
void send_message(Desk& desk, const Person& resident, MessageDraft draft, Once once,
                  Respond respond);

}  // namespace mashang::desk
