// What each action on a message hands in.
#pragma once

#include "cases/input_parts.h"

namespace mashang::cases {

/// R71: the matter of a neighbour that somebody joins with a message of his own.
struct JoinedMatter {
  MessageId message;
  std::string number;
  std::string title;

  bool operator==(const JoinedMatter&) const = default;
};
BOOST_DESCRIBE_STRUCT(JoinedMatter, (), (message, number, title))

struct Send {
  Content content;
  std::vector<AttachmentId> attachments;
  std::optional<Position> position;
  std::string notice_version;
  Sender sender;
  std::optional<JoinedMatter> joins;
};
BOOST_DESCRIBE_STRUCT(Send, (), (content, attachments, position, notice_version, sender, joins))

struct Supplement {
  Prose text;
  std::optional<std::vector<AttachmentId>> attachments;
};
BOOST_DESCRIBE_STRUCT(Supplement, (), (text, attachments))

/// R71: what the matter is, in words for everybody; a deputy or a station answers for them.
struct Publish {
  BoundedText<1, 60> title;
};
BOOST_DESCRIBE_STRUCT(Publish, (), (title))

struct PassOnOffice {
  std::optional<rules::OfficeLevel> office;  // the county's when not said
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(PassOnOffice, (), (office, note))

/// What the resident left blank and whoever passes it on knows.
struct Fill {
  std::optional<Line> when;
  std::optional<Line> who;
  std::optional<Prose> before;
};
BOOST_DESCRIBE_STRUCT(Fill, (), (when, who, before))

/// What the deputy proposes; the hotline's reviewer decides on category and urgency.
struct PassOnHotline {
  std::optional<Prose> note;
  std::optional<rules::Category> category;
  std::optional<bool> urgent;
  std::optional<Fill> fill;
};
BOOST_DESCRIBE_STRUCT(PassOnHotline, (), (note, category, urgent, fill))

/// The deputy called the hotline himself; now when no time is said.
struct NoteCall {
  Prose text;
  std::optional<Instant> at;
  std::optional<Line> order_number;
};
BOOST_DESCRIBE_STRUCT(NoteCall, (), (text, at, order_number))

/// The same as it is kept: with the order that has the number.
struct CallNoted {
  Prose text;
  std::optional<Instant> at;
  std::string order_number;
  OrderId order;
};
BOOST_DESCRIBE_STRUCT(CallNoted, (), (text, at, order_number, order))

/// R6, R14: why the hotline did not accept it, and where to turn instead.
struct Rejection {
  rules::Reason reason{};
  Prose text;
  std::optional<Prose> channel;

  bool operator==(const Rejection&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rejection, (), (reason, text, channel))

/// R7: an answer on its way back, with the name of who gave it.
struct TakeResult {
  std::string text;
  std::string from;
};
BOOST_DESCRIBE_STRUCT(TakeResult, (), (text, from))

}  // namespace mashang::cases
