// Order (工单): from the hotline to a handling unit. Changed by apply() and by nothing else.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "cases/case_head.h"
#include "cases/unit_work.h"

namespace mashang::cases {

/// R23: the unit's account, the text meant for the resident, and the contact before it.
struct GivenReply {
  std::string text;
  std::string public_reply;
  Contact contact;
  std::string absences;  // R17: why an assisting unit's part is missing
  std::string by;
  Instant at;

  bool operator==(const GivenReply&) const = default;
};
BOOST_DESCRIBE_STRUCT(GivenReply, (), (text, public_reply, contact, absences, by, at))

/// R24: what can't be solved now, what is done about it, who answers for it, until when.
struct GivenPromise {
  std::string measures;
  std::string answerable;
  Day until;
  Contact contact;
  std::string absences;
  std::string by;
  Instant at;

  bool operator==(const GivenPromise&) const = default;
};
BOOST_DESCRIBE_STRUCT(GivenPromise, (), (measures, answerable, until, contact, absences, by, at))

struct Callback {
  rules::Outcome outcome{};
  std::string note;
  std::string by;
  Instant at;

  bool operator==(const Callback&) const = default;
};
BOOST_DESCRIBE_STRUCT(Callback, (), (outcome, note, by, at))

/// R25, R26: why and by whom it was sent back for redo or put under supervision.
struct SentBack {
  rules::Action action{};
  std::string reason;
  std::string by;
  Instant at;

  bool operator==(const SentBack&) const = default;
};
BOOST_DESCRIBE_STRUCT(SentBack, (), (action, reason, by, at))

/// R22. `granted` is empty while it is being decided on.
struct Extension {
  std::string cause;
  Day until;
  std::string by;
  Instant at;
  std::optional<bool> granted;
  std::string decision;

  bool operator==(const Extension&) const = default;
};
BOOST_DESCRIBE_STRUCT(Extension, (), (cause, until, by, at, granted, decision))

/// R26: a record of its own beside the order's way; its due time is that of supervision_limit.
struct Supervision {
  int level = 1;
  std::vector<NthCause> causes;
  std::string notice;  // empty when it opened by itself: its causes say it
  std::string answerable;
  std::string owner;  // the supervisor who opened it; empty when it opened by itself
  Instant opened_at;
  std::optional<Instant> ended_at;
  std::string conclusion;

  bool operator==(const Supervision&) const = default;
};
BOOST_DESCRIBE_STRUCT(Supervision, (),
                      (level, causes, notice, answerable, owner, opened_at, ended_at, conclusion))

/// R16: what an order of the same person added.
struct Addendum {
  OrderId order;
  std::string number;
  Content content;
  std::vector<AttachmentId> attachments;
  Instant at;

  bool operator==(const Addendum&) const = default;
};
BOOST_DESCRIBE_STRUCT(Addendum, (), (order, number, content, attachments, at))

struct Order {
  CaseHead head;
  std::string title;
  Content content;
  std::vector<AttachmentId> attachments;
  std::optional<Position> position;
  Sender caller;
  MessageId message;
  std::string message_number;
  std::vector<MessageId> joined_messages;  // R16: of orders appended to this one
  std::string note;                        // the deputy's, to the hotline
  rules::Channel channel{};
  std::optional<rules::Category> category;
  bool urgent = false;
  std::optional<Rejection> rejection;
  std::optional<rules::RecordKind> record_kind;  // R27
  std::string outcome;             // what was told when it ended without a unit's reply
  std::optional<Earlier> earlier;  // R16: the order it was appended to, or whose result was told
  OrderId matter;                  // R16: the first order of the linked group
  std::vector<Addendum> addenda;
  UnitWork work;
  std::vector<Extension> extensions;
  std::vector<GivenReply> replies;
  std::vector<GivenPromise> promises;
  std::vector<Callback> unit_callbacks;  // R25: those by the unit itself; they decide nothing
  std::vector<Callback> callbacks;
  int earlier_callbacks_count = 0;  // of those above: about replies before the last
  std::vector<SentBack> sent_back;
  std::vector<Supervision> supervisions;

  int redo_count() const;
  /// The last supervision while it goes on, or nullptr.
  const Supervision* supervision() const;
  /// Every message whose resident waits for this order's end.
  std::vector<MessageId> messages() const;
  bool operator==(const Order&) const = default;
};
BOOST_DESCRIBE_STRUCT(Order, (),
                      (head, title, content, attachments, position, caller, message, message_number,
                       joined_messages, note, channel, category, urgent, rejection, record_kind,
                       outcome, earlier, matter, addenda, work, extensions, replies, promises,
                       unit_callbacks, callbacks, earlier_callbacks_count, sent_back, supervisions))

void apply(Order& order, const Event& event);

/// R26: what calls for supervision at this time and was not yet the cause of one.
std::vector<NthCause> open_causes(const Order& order, bool many_orders, Instant now);

}  // namespace mashang::cases
