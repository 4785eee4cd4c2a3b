// What each action hands in, one struct per action; the same structs are the request bodies, the
// stored details of events and the schemas of the API. Lengths are in characters.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/bounded_text.h"
#include "base/id.h"
#include "base/time.h"
#include "rules/reasons.h"
#include "rules/vocabulary.h"

namespace mashang::cases {

using Line = BoundedText<1, 200>;
using Prose = BoundedText<1, 2000>;
using LongProse = BoundedText<1, 8000>;
/// A telephone number as people write it: digits, spaces, +, - and brackets.
using Number = BoundedText<3, 30>;

inline constexpr std::size_t kPhotosMost = 9;

/// R2: the six things a message says. Where, what and what is asked are needed; the rest helps.
struct Content {
  std::optional<Line> when;
  Line where;
  std::optional<Line> who;
  LongProse what;
  std::optional<Prose> before;
  Prose ask;

  bool operator==(const Content&) const = default;
};
BOOST_DESCRIBE_STRUCT(Content, (), (when, where, who, what, before, ask))

/// WGS 84 degrees.
struct Position {
  double lat = 0;
  double lng = 0;

  bool operator==(const Position&) const = default;
};
BOOST_DESCRIBE_STRUCT(Position, (), (lat, lng))

/// The people and places of a message, as they were when it was sent.
struct Sender {
  std::string number;
  PersonId resident;
  std::string resident_name;
  std::string resident_phone;
  DeputyId deputy;
  std::string deputy_name;
  std::string deputy_code;
  StationId station;
  std::string station_code;
  std::string station_name;
  std::string region;  // township's code

  bool operator==(const Sender&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sender, (),
                      (number, resident, resident_name, resident_phone, deputy, deputy_name,
                       deputy_code, station, station_code, station_name, region))

struct Send {
  Content content;
  std::vector<PhotoId> photos;
  std::optional<Position> position;
  std::string notice_version;
  Sender sender;
};
BOOST_DESCRIBE_STRUCT(Send, (), (content, photos, position, notice_version, sender))

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

struct Words {
  Prose text;
};
BOOST_DESCRIBE_STRUCT(Words, (), (text))

struct Supplement {
  Prose text;
  std::optional<std::vector<PhotoId>> photos;
};
BOOST_DESCRIBE_STRUCT(Supplement, (), (text, photos))

struct Note {
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Note, (), (note))

struct PassOnOffice {
  std::optional<rules::OfficeLevel> office;  // the county's when not said
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(PassOnOffice, (), (office, note))

/// What the deputy proposes; the hotline's reviewer decides on both.
struct PassOnHotline {
  std::optional<Prose> note;
  std::optional<rules::Category> category;
  std::optional<bool> urgent;
};
BOOST_DESCRIBE_STRUCT(PassOnHotline, (), (note, category, urgent))

struct Rate {
  rules::Score score{};
  std::optional<Prose> comment;
};
BOOST_DESCRIBE_STRUCT(Rate, (), (score, comment))

struct Withdraw {
  std::optional<Prose> reason;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (reason))

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

/// What an order takes over from its message.
struct Submit {
  std::string title;
  Content content;
  std::vector<PhotoId> photos;
  std::optional<Position> position;
  Sender caller;  // number is the order's own
  MessageId message;
  std::string message_number;
  std::optional<std::string> note;
  std::optional<rules::Category> category;
  bool urgent = false;
};
BOOST_DESCRIBE_STRUCT(Submit, (),
                      (title, content, photos, position, caller, message, message_number, note,
                       category, urgent))

struct Accept {
  rules::Category category{};
  bool urgent = false;
};
BOOST_DESCRIBE_STRUCT(Accept, (), (category, urgent))

struct Record {
  rules::Category category{};
  Prose text;
};
BOOST_DESCRIBE_STRUCT(Record, (), (category, text))

struct Dispatch {
  UnitId unit;
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Dispatch, (), (unit, note))

/// A dispatch as it is kept: with the unit's name at the time.
struct Dispatched {
  UnitId unit;
  std::string unit_name;
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Dispatched, (), (unit, unit_name, note))

/// R23: whom the unit spoke to, on which number, when, and whether he was content.
struct Contact {
  Line person;
  Number number;
  Instant at;
  std::optional<rules::Score> satisfied;

  bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (person, number, at, satisfied))

struct Reply {
  LongProse text;
  LongProse public_reply;
  Contact contact;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (text, public_reply, contact))

struct CallBack {
  rules::Outcome outcome{};
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(CallBack, (), (outcome, note))

struct Why {
  Prose reason;
};
BOOST_DESCRIBE_STRUCT(Why, (), (reason))

using Input = std::variant<Nothing, Send, Words, Supplement, Note, PassOnOffice, PassOnHotline,
                           Rate, Withdraw, Rejection, TakeResult, Submit, Accept, Record,
                           Dispatched, Reply, CallBack, Why>;

/// Calls `visit.operator()<T>()` with the struct that an event of this action keeps.
template <typename Visit>
decltype(auto) with_input_of(rules::Action action, Visit&& visit) {
  using enum rules::Action;
  switch (action) {
    case send: return visit.template operator()<Send>();
    case answer:
    case ask_for_more:
    case comment:
    case relay:
    case ask_again: return visit.template operator()<Words>();
    case supplement: return visit.template operator()<Supplement>();
    case pass_on_station:
    case give_back: return visit.template operator()<Note>();
    case pass_on_office: return visit.template operator()<PassOnOffice>();
    case pass_on_hotline: return visit.template operator()<PassOnHotline>();
    case rate: return visit.template operator()<Rate>();
    case withdraw: return visit.template operator()<Withdraw>();
    case take_rejection:
    case reject: return visit.template operator()<Rejection>();
    case take_result: return visit.template operator()<TakeResult>();
    case submit: return visit.template operator()<Submit>();
    case accept: return visit.template operator()<Accept>();
    case record: return visit.template operator()<Record>();
    case dispatch: return visit.template operator()<Dispatched>();
    case reply: return visit.template operator()<Reply>();
    case call_back: return visit.template operator()<CallBack>();
    case redo:
    case supervise: return visit.template operator()<Why>();
    default: return visit.template operator()<Nothing>();
  }
}

}  // namespace mashang::cases
