// Suggestion (闭会期间代表建议): from a deputy through a liaison office to a unit. Changed by
// apply() and by nothing else.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "cases/case_head.h"
#include "cases/unit_work.h"

namespace mashang::cases {

/// R41: a deputy who was asked to sign jointly; signed or not yet.
struct JointSignatory {
  DeputyId deputy;
  std::string name;
  std::string code;
  std::optional<Instant> signed_at;

  bool operator==(const JointSignatory&) const = default;
};
BOOST_DESCRIBE_STRUCT(JointSignatory, (), (deputy, name, code, signed_at))

/// R15: what the hotline escalated, before a deputy made it his own.
struct Escalated {
  OrderId order;
  std::string order_number;
  std::string reason;

  bool operator==(const Escalated&) const = default;
};
BOOST_DESCRIBE_STRUCT(Escalated, (), (order, order_number, reason))

/// R43: coded by the table of the rulebook in force, signed by the head of the unit.
struct FormalReply {
  std::string code;
  bool promises = false;
  std::string text;
  std::string signed_by;
  Contact contact;
  std::optional<Day> promised_on;
  std::string absences;
  std::string by;
  std::string unit_name;
  Instant at;

  bool operator==(const FormalReply&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormalReply, (),
                      (code, promises, text, signed_by, contact, promised_on, absences, by,
                       unit_name, at))

/// R44: of the reply with this number, counted from 1.
struct Evaluation {
  int reply = 0;
  rules::Score score{};
  std::string comment;
  Instant at;

  bool operator==(const Evaluation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evaluation, (), (reply, score, comment, at))

struct Suggestion {
  CaseHead head;
  std::string title;
  std::string facts;
  std::string proposal;
  std::string office;  // region of the liaison office it goes to
  std::vector<Source> sources;
  Author author;
  std::optional<Escalated> proposed;
  std::vector<JointSignatory> signatories;
  std::string declined;  // why the deputy did not make it his own
  bool filed = false;    // once it was filed the office knows of it
  std::optional<TurnBack> turned_back;
  rules::Difficulty difficulty{};
  UnitWork work;
  std::vector<FormalReply> replies;
  std::vector<Evaluation> evaluations;

  /// The office in charge; nobody's while the deputy writes it for the first time.
  std::string office_in_charge() const { return filed ? office : std::string(); }
  /// The evaluation of the last reply, or nullptr.
  const Evaluation* evaluation() const;
  bool operator==(const Suggestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (),
                      (head, title, facts, proposal, office, sources, author, proposed, signatories,
                       declined, filed, turned_back, difficulty, work, replies, evaluations))

void apply(Suggestion& suggestion, const Event& event);

/// R41: whether the wording is more than a forward of what it comes from: title, facts and
/// proposal are three texts, and neither facts nor proposal is what somebody else wrote.
bool own_words(const Wording& wording, const std::vector<std::string>& others);

}  // namespace mashang::cases
