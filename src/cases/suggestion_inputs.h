// What each action on a suggestion hands in.
#pragma once

#include "cases/input_parts.h"

namespace mashang::cases {

/// R41: the deputy's own words.
struct Wording {
  Line title;
  LongProse facts;
  LongProse proposal;

  bool operator==(const Wording&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (title, facts, proposal))

/// The deputy and the places of a suggestion, as they were when it came into being.
struct Author {
  std::string number;
  DeputyId deputy;
  std::string deputy_name;
  std::string deputy_code;
  StationId station;
  std::string station_name;
  std::string region;  // township's code

  bool operator==(const Author&) const = default;
};
BOOST_DESCRIBE_STRUCT(Author, (),
                      (number, deputy, deputy_name, deputy_code, station, station_name, region))

/// A message that led to a suggestion.
struct Source {
  MessageId message;
  std::string number;

  bool operator==(const Source&) const = default;
};
BOOST_DESCRIBE_STRUCT(Source, (), (message, number))

/// R40. `office`: whose standing committee it goes to, the county's when not said.
struct Draft {
  Wording wording;
  std::optional<rules::OfficeLevel> office;
  std::optional<std::vector<Line>> messages;  // numbers of messages it comes from
};
BOOST_DESCRIBE_STRUCT(Draft, (), (wording, office, messages))

/// The same as it is kept.
struct Drafted {
  Wording wording;
  std::string office;
  std::vector<Source> sources;
  Author author;
};
BOOST_DESCRIBE_STRUCT(Drafted, (), (wording, office, sources, author))

/// R15: what the hotline could not handle, for the deputy to make his own.
struct Propose {
  std::string title;
  std::string facts;
  std::string reason;
  std::string office;
  OrderId order;
  std::string order_number;
  std::vector<Source> sources;
  Author author;
};
BOOST_DESCRIBE_STRUCT(Propose, (),
                      (title, facts, reason, office, order, order_number, sources, author))

/// R41: the code of a deputy who is asked to sign jointly.
struct Invite {
  Line deputy;
};
BOOST_DESCRIBE_STRUCT(Invite, (), (deputy))

/// The same as it is kept.
struct Invited {
  DeputyId deputy;
  std::string name;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (deputy, name, code))

struct SignedJointly {
  DeputyId deputy;
};
BOOST_DESCRIBE_STRUCT(SignedJointly, (), (deputy))

/// R41: why it can't be registered as it is.
struct TurnBack {
  rules::BarReason reason{};
  Prose text;

  bool operator==(const TurnBack&) const = default;
};
BOOST_DESCRIBE_STRUCT(TurnBack, (), (reason, text))

/// R42, R43: to whom it is referred, and whether it is wide or difficult.
struct Refer {
  UnitId unit;
  std::optional<std::vector<AssistanceAsked>> assisting;
  rules::Difficulty difficulty{};
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Refer, (), (unit, assisting, difficulty, note))

/// A referral as it is kept: with the units' names at the time.
struct Referred {
  UnitId unit;
  std::string unit_name;
  std::vector<Assistant> assisting;
  rules::Difficulty difficulty{};
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Referred, (), (unit, unit_name, assisting, difficulty, note))

/// R43. `promised_on`: needed for the codes that promise, and for no other.
struct ReplyFormally {
  Line code;
  LongProse text;
  std::optional<Line> signed_by;
  Contact contact;
  std::optional<Day> promised_on;
  std::optional<Prose> absences;
};
BOOST_DESCRIBE_STRUCT(ReplyFormally, (), (code, text, signed_by, contact, promised_on, absences))

}  // namespace mashang::cases
