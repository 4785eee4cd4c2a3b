// What each action on an order hands in.
#pragma once

#include "cases/input_parts.h"

namespace mashang::cases {

/// What an order takes over from its message.
struct Submit {
  std::string title;
  Content content;
  std::vector<AttachmentId> attachments;
  std::optional<Position> position;
  Sender caller;  // number is the order's own
  MessageId message;
  std::string message_number;
  std::optional<std::string> note;
  std::optional<rules::Category> category;
  bool urgent = false;
};
BOOST_DESCRIBE_STRUCT(Submit, (),
                      (title, content, attachments, position, caller, message, message_number, note,
                       category, urgent))

struct Accept {
  rules::Category category{};
  bool urgent = false;
};
BOOST_DESCRIBE_STRUCT(Accept, (), (category, urgent))

/// R27: `kind` is praise when not said.
struct Record {
  rules::Category category{};
  std::optional<rules::RecordKind> kind;
  Prose text;
};
BOOST_DESCRIBE_STRUCT(Record, (), (category, kind, text))

/// R13: what was asked, and what was said to it.
struct LineAnswer {
  rules::Category category{};
  Prose text;
};
BOOST_DESCRIBE_STRUCT(LineAnswer, (), (category, text))

/// R16: the number of another order that is about the same matter.
struct NameEarlier {
  Line order;
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(NameEarlier, (), (order, note))

/// The same as it is kept: with what the other order is and says.
struct Earlier {
  OrderId order;
  std::string number;
  OrderId matter;      // the first order of the group that both are then in
  std::string result;  // what its unit said to the public; empty while there is none
  std::string unit_name;
  std::optional<Prose> note;

  bool operator==(const Earlier&) const = default;
};
BOOST_DESCRIBE_STRUCT(Earlier, (), (order, number, matter, result, unit_name, note))

/// R16: what an order of the same person adds to the open one, and whose answers wait for it.
struct Joined {
  OrderId order;
  std::string number;
  std::vector<MessageId> messages;
  Content content;
  std::vector<AttachmentId> attachments;
};
BOOST_DESCRIBE_STRUCT(Joined, (), (order, number, messages, content, attachments))

struct ChangeCategory {
  rules::Category category{};
  bool urgent = false;
  Prose reason;
};
BOOST_DESCRIBE_STRUCT(ChangeCategory, (), (category, urgent, reason))

/// R17: one lead unit and any number of assisting ones.
struct Dispatch {
  UnitId unit;
  std::optional<std::vector<AssistanceAsked>> assisting;
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Dispatch, (), (unit, assisting, note))

/// A dispatch as it is kept: with the units' names at the time.
struct Dispatched {
  UnitId unit;
  std::string unit_name;
  std::vector<Assistant> assisting;
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Dispatched, (), (unit, unit_name, assisting, note))

/// R22: the objective cause, and the last day asked for.
struct RequestExtension {
  Prose cause;
  Day until;
};
BOOST_DESCRIBE_STRUCT(RequestExtension, (), (cause, until))

/// R17, R23. `absences`: why an assisting unit's part is missing.
struct Reply {
  LongProse text;
  LongProse public_reply;
  Contact contact;
  std::optional<Prose> absences;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (text, public_reply, contact, absences))

/// R24: what can't be solved now: what is done, who answers for it, and until which day.
struct Promise {
  Prose measures;
  Line answerable;
  Day until;
  Contact contact;
  std::optional<Prose> absences;
};
BOOST_DESCRIBE_STRUCT(Promise, (), (measures, answerable, until, contact, absences))

struct CallBack {
  rules::Outcome outcome{};
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(CallBack, (), (outcome, note))

/// R26: the written notice, and who of the unit answers for it.
struct OpenSupervision {
  Prose notice;
  std::optional<Line> answerable;
};
BOOST_DESCRIBE_STRUCT(OpenSupervision, (), (notice, answerable))

/// R26: one thing that calls for supervision: the nth time of its kind.
struct NthCause {
  rules::SupervisionCause cause{};
  int nth = 1;

  bool operator==(const NthCause&) const = default;
};
BOOST_DESCRIBE_STRUCT(NthCause, (), (cause, nth))

struct FallUnderSupervision {
  std::vector<NthCause> causes;
};
BOOST_DESCRIBE_STRUCT(FallUnderSupervision, (), (causes))

}  // namespace mashang::cases
