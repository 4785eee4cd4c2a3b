// The rules in force as data: every row, limit and count with the words people read, for programs
// and pages. Invariant: it says what the tables say, in their order, and nothing else.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/city.h"
#include "rules/lifecycle.h"

namespace mashang::desk {

struct BasisText {
  std::string law;
  std::string article;
  Text2s title;
  rules::Basis kind{};
};
BOOST_DESCRIBE_STRUCT(BasisText, (), (law, article, title, kind))

struct RoleText {
  rules::Role role{};
  Text2s label;
};
BOOST_DESCRIBE_STRUCT(RoleText, (), (role, label))

struct ClockText {
  rules::Clock clock{};
  Text2s label;
};
BOOST_DESCRIBE_STRUCT(ClockText, (), (clock, label))

struct GuardText {
  std::string code;
  Text2s refusal;
};
BOOST_DESCRIBE_STRUCT(GuardText, (), (code, refusal))

struct StateText {
  rules::State code{};
  Text2s label;
  std::optional<RoleText> holder;  // nobody holds a case at rest
};
BOOST_DESCRIBE_STRUCT(StateText, (), (code, label, holder))

/// `clause` is how `sentence` begins: who may do what, and what becomes of the case. The rest of
/// the sentence is also here in its parts.
struct RowText {
  rules::State from{};
  rules::Action action{};
  rules::State to{};
  Text2s label;
  std::vector<RoleText> who;
  std::vector<GuardText> when;
  std::vector<ClockText> stops;
  std::vector<ClockText> starts;
  std::vector<ClockText> moves;
  Text2s clause;
  Text2s sentence;
  BasisText basis;
};
BOOST_DESCRIBE_STRUCT(RowText, (),
                      (from, action, to, label, who, when, stops, starts, moves, clause, sentence,
                       basis))

struct LifecycleText {
  rules::CaseKind kind{};
  Text2s label;
  std::vector<StateText> states;  // without `blank`, where every case begins
  std::vector<RowText> rows;
};
BOOST_DESCRIBE_STRUCT(LifecycleText, (), (kind, label, states, rows))

struct LimitText {
  rules::Clock clock{};
  Text2s label;
  rules::LimitClass of{};
  Text2s of_label;
  Text2s length;
  calendar::Mode mode{};
  std::optional<Text2s> counting;  // how hours are counted
  Day from;
  BasisText basis;
};
BOOST_DESCRIBE_STRUCT(LimitText, (),
                      (clock, label, of, of_label, length, mode, counting, from, basis))

struct CountText {
  std::string code;
  Text2s label;
  int count = 0;
  BasisText basis;
};
BOOST_DESCRIBE_STRUCT(CountText, (), (code, label, count, basis))

struct ReplyCodeText {
  std::string code;
  Text2s label;
  bool promises = false;
  BasisText basis;
};
BOOST_DESCRIBE_STRUCT(ReplyCodeText, (), (code, label, promises, basis))

struct RulebookText {
  std::string rulebook;
  int version = 0;
  Day from;
  Text2s title;
  std::vector<LifecycleText> lifecycles;
  std::vector<LimitText> limits;
  std::vector<CountText> counts;
  std::vector<ReplyCodeText> reply_codes;
};
BOOST_DESCRIBE_STRUCT(RulebookText, (),
                      (rulebook, version, from, title, lifecycles, limits, counts, reply_codes))

RulebookText rulebook_text(const City& city, const rules::Rulebook& book);

/// Every lifecycle as a Mermaid diagram, on a Markdown page.
std::string lifecycle_diagrams(const City& city);

}  // namespace mashang::desk
