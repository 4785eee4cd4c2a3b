// Order (工单): from the hotline to a handling unit. Changed by apply() and by nothing else.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "cases/case_head.h"

namespace mashang::cases {

/// State is a record with a person and a time: who signed for it, and when (R18).
struct Receipt {
  std::string by;
  Instant at;

  bool operator==(const Receipt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (by, at))

/// R23, R24: the unit's account, the text meant for the resident, and the contact before it.
struct GivenReply {
  std::string text;
  std::string public_reply;
  Contact contact;
  std::string by;
  Instant at;

  bool operator==(const GivenReply&) const = default;
};
BOOST_DESCRIBE_STRUCT(GivenReply, (), (text, public_reply, contact, by, at))

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

struct Order {
  CaseHead head;
  std::string title;
  Content content;
  std::vector<PhotoId> photos;
  std::optional<Position> position;
  Sender caller;
  MessageId message;
  std::string message_number;
  std::string note;  // the deputy's, to the hotline
  rules::Channel channel{};
  std::optional<rules::Category> category;
  bool urgent = false;
  std::optional<Rejection> rejection;
  std::string record;  // R27: what was noted when it was closed without dispatch
  UnitId unit;
  std::string unit_name;
  std::string dispatch_note;
  std::optional<Instant> dispatched_at;
  std::optional<Receipt> receipt;
  std::vector<GivenReply> replies;
  std::vector<Callback> callbacks;
  int earlier_callbacks_count = 0;  // of those above: about replies before the last
  std::vector<SentBack> sent_back;

  int redo_count() const;
  bool operator==(const Order&) const = default;
};
BOOST_DESCRIBE_STRUCT(Order, (),
                      (head, title, content, photos, position, caller, message, message_number,
                       note, channel, category, urgent, rejection, record, unit, unit_name,
                       dispatch_note, dispatched_at, receipt, replies, callbacks,
                       earlier_callbacks_count, sent_back))

void apply(Order& order, const Event& event);

}  // namespace mashang::cases
