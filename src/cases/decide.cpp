// The engine: judge by the table, then write down what the row says.
#include "cases/decide.h"

#include <algorithm>

#include "base/overloaded.h"
#include "calendar/due.h"
#include "cases/facts_of.h"
#include "rules/lifecycle.h"

namespace mashang::cases {
namespace {

using rules::Clock;
using rules::Transition;

rules::LimitClass limit_class(const Case& standing) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr || !order->category) return rules::LimitClass::any;
  return rules::class_of(*order->category, order->urgent);
}

int runs_so_far(const CaseHead& head, Clock clock) {
  return int(std::ranges::count(head.clocks, clock, &ClockRun::clock));
}

ClockRun start_clock(Clock clock, const Case& standing, const Surroundings& around, Instant now) {
  const rules::LimitRow& limit = around.rulebook.limit(clock, limit_class(standing), now);
  const calendar::Due due = calendar::due_of(now, limit.length, limit.mode, around.days);
  return {.clock = clock,
          .nth = runs_so_far(head_of(standing), clock) + 1,
          .started_at = now,
          .due_at = due.at,
          .provisional = due.provisional,
          .length = calendar::words_of(limit.length).en,
          .mode = limit.mode,
          .basis = std::string(limit.basis->instrument) + " " + std::string(limit.basis->article),
          .stopped_at = std::nullopt};
}

void run_clocks(Event& event, const Transition& row, const Case& standing,
                const Surroundings& around) {
  for (unsigned i = 0; i < rules::kClockCount; ++i) {
    const Clock clock = Clock(i);
    if ((row.clocks.stops & rules::bit(clock)) && head_of(standing).running(clock) != nullptr)
      event.stopped.push_back(clock);
    if (row.clocks.starts & rules::bit(clock))
      event.started.push_back(start_clock(clock, standing, around, event.at));
  }
}

void take_step(Decision& decision, const Transition& row, const Command& command,
               const Surroundings& around, Instant now) {
  const CaseHead& head = head_of(decision.after);
  Event event{.kind = head.kind,
              .case_id = head.id,
              .version = head.version + 1,
              .at = now,
              .actor = command.actor,
              .action = row.action,
              .from = row.from,
              .to = row.to,
              .input = command.input,
              .stopped = {},
              .started = {}};
  run_clocks(event, row, decision.after, around);
  cases::apply(decision.after, event);
  decision.events.push_back(std::move(event));
}

const Transition* next_by_itself(const Case& standing, const Surroundings& around, Instant now) {
  const CaseHead& head = head_of(standing);
  const rules::Lifecycle rows = rules::lifecycle_of(head.kind);
  const rules::Facts facts = facts_of(standing, Nothing{}, around, now);
  for (const Transition& row : rows)
    if (row.from == head.state && rules::goes_by_itself(row) &&
        rules::judge(rows, head.state, rules::Role::system, row.action, facts))
      return &row;
  return nullptr;
}

/// Steps that the case takes by itself are rows too; the tables have no loop of them.
void go_by_itself(Decision& decision, const Surroundings& around, Instant now) {
  while (const Transition* row = next_by_itself(decision.after, around, now))
    take_step(decision, *row, {row->action, Actor{}, Nothing{}}, around, now);
}

}  // namespace

Result<Decision, rules::Refusal> decide(const Case& standing, const Command& command,
                                        const Surroundings& around, Instant now) {
  const CaseHead& head = head_of(standing);
  const rules::Facts facts = facts_of(standing, command.input, around, now);
  const auto row = rules::judge(rules::lifecycle_of(head.kind), head.state, command.actor.role,
                                command.action, facts);
  if (!row) return Failure{row.error()};
  // From here on nothing may be refused.
  Decision decision{standing, {}};
  take_step(decision, **row, command, around, now);
  go_by_itself(decision, around, now);
  return decision;
}

Decision run_by_itself(const Case& standing, const Surroundings& around, Instant now) {
  Decision decision{standing, {}};
  go_by_itself(decision, around, now);
  return decision;
}

std::vector<Option> options_for(const Case& standing, rules::Role role, const Surroundings& around,
                                Instant now) {
  const CaseHead& head = head_of(standing);
  const rules::Lifecycle rows = rules::lifecycle_of(head.kind);
  const rules::Facts facts = facts_of(standing, Nothing{}, around, now);
  std::vector<Option> options;
  for (const Transition& row : rows) {
    if (!row.who.has(role) || row.from == rules::State::blank) continue;
    if (std::ranges::find(options, row.action, &Option::action) != options.end()) continue;
    const auto judged = rules::judge(rows, head.state, role, row.action, facts);
    options.push_back({row.action, judged ? std::nullopt : std::optional(judged.error())});
  }
  return options;
}

}  // namespace mashang::cases
