// The parts that inputs of several kinds of case are made of. Lengths are in characters.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
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

inline constexpr std::size_t kAttachmentsMost = 9;

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

/// The people and places of a message, as they were when it was sent; but the resident's name and
/// number stand in the row of the person alone, where they can be corrected and erased (R72).
struct Sender {
  std::string number;
  PersonId resident;
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
                      (number, resident, deputy, deputy_name, deputy_code, station, station_code,
                       station_name, region))

struct Nothing {
  bool operator==(const Nothing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

struct Words {
  Prose text;
};
BOOST_DESCRIBE_STRUCT(Words, (), (text))

struct Note {
  std::optional<Prose> note;
};
BOOST_DESCRIBE_STRUCT(Note, (), (note))

struct Why {
  Prose reason;
};
BOOST_DESCRIBE_STRUCT(Why, (), (reason))

struct Withdraw {
  std::optional<Prose> reason;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (reason))

struct Rate {
  rules::Score score{};
  std::optional<Prose> comment;
};
BOOST_DESCRIBE_STRUCT(Rate, (), (score, comment))

/// R23: whom the unit spoke to, on which number, when, and whether he was content.
struct Contact {
  Line person;
  Number number;
  Instant at;
  std::optional<rules::Score> satisfied;

  bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (person, number, at, satisfied))

/// R17: a unit that is asked to assist, and with what.
struct AssistanceAsked {
  UnitId unit;
  std::optional<Line> task;
};
BOOST_DESCRIBE_STRUCT(AssistanceAsked, (), (unit, task))

/// The same as it is kept: with the unit's name at the time.
struct Assistant {
  UnitId unit;
  std::string unit_name;
  std::string task;

  bool operator==(const Assistant&) const = default;
};
BOOST_DESCRIBE_STRUCT(Assistant, (), (unit, unit_name, task))

/// R19, R42: why it is returned, whose it is instead, by which rule, and the leader's signed
/// opinion. All are needed; which one lacks is told by a guard, with the article.
struct RequestReturn {
  std::optional<Prose> reason;
  std::optional<UnitId> proposed_unit;
  std::optional<Prose> basis;
  std::optional<Line> leader;
  std::optional<std::vector<AttachmentId>> opinion;

  bool operator==(const RequestReturn&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequestReturn, (), (reason, proposed_unit, basis, leader, opinion))

/// The same as it is kept: with the proposed unit's name at the time.
struct ReturnRequested {
  RequestReturn papers;
  std::string proposed_unit_name;

  bool operator==(const ReturnRequested&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReturnRequested, (), (papers, proposed_unit_name))

/// The part of an assisting unit, with the unit that gave it.
struct Assisted {
  Prose text;
  UnitId unit;
  std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(Assisted, (), (text, unit, unit_name))

}  // namespace mashang::cases
