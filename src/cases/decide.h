// decide: the only place where a case changes state. Pure: the same case, command, surroundings and
// time give the same events for ever.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "calendar/due.h"
#include "cases/case.h"
#include "rules/judge.h"
#include "rules/rulebook.h"

namespace mashang::cases {

struct Command {
  rules::Action action{};
  Actor actor;
  Input input;
};

/// What a decision needs to know beside the case; looked up by the caller for this command.
struct Surroundings {
  const rules::Rulebooks& rulebooks;
  const calendar::WorkingDays& days;
  bool deputy_active = true;       // R1: the deputy written to
  bool deputy_gone = false;        // R1: the case's deputy, whose term has ended
  bool notice_current = true;      // R3: the notice accepted is the one in force
  bool attachments_usable = true;  // the attachments handed in are the actor's and not used yet
  bool joinable = true;            // R71: the matter joined is shown, open, of the same station
  bool unit_known = true;          // R17: the units named exist
  bool earlier_known = true;     // R16: the order named exists, and is the same person's if need be
  bool earlier_open = true;      // R16: it is not closed
  bool earlier_answered = true;  // R16: it has a result
  bool heads_group = false;      // R16: others are linked to this order
  bool many_orders = false;      // R26: the linked group has become large
  bool sources_his = true;       // R41: the messages named were written to the deputy
  bool call_order_known = true;  // an order named in a call note runs in the deputy's name
  bool signatory_known = true;   // R41: the deputy named serves
  UnitId actor_unit = {};        // the unit that acts
  DeputyId actor_deputy = {};    // the deputy who acts
  std::vector<std::string> others_words = {};  // R41: what others wrote about the matter

  /// The version of the rulebook under which the case is.
  const rules::Rulebook& rulebook_of(const CaseHead& head, Instant now) const;
};

/// The events, in order, and the case after them. The first event answers the command; steps that
/// the case then takes by itself follow (rules::goes_by_itself).
struct Decision {
  Case after;
  std::vector<Event> events;
};

Result<Decision, rules::Refusal> decide(const Case& standing, const Command& command,
                                        const Surroundings& around, Instant now);

/// The steps the case takes by itself at this time; no events when there are none.
Decision run_by_itself(const Case& standing, const Surroundings& around, Instant now);

/// R52: the case with its provisional due times counted again by the notices now in; no event when
/// nothing moves.
Decision recount(const Case& standing, const Surroundings& around, Instant now);

/// When the run would be due had this rulebook governed the case from its start; nothing for a day
/// that was promised.
std::optional<calendar::Due> due_under(const Case& standing, const ClockRun& run,
                                       const rules::Rulebook& book,
                                       const calendar::WorkingDays& days);

/// Everything a role ever does in such a case's life, each with whether it may be done now.
struct Option {
  rules::Action action{};
  std::optional<rules::Refusal> refusal;  // none: allowed
};
std::vector<Option> options_for(const Case& standing, rules::Role role, const Surroundings& around,
                                Instant now);

}  // namespace mashang::cases
