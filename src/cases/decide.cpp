// The engine: judge by the table, then write down what the row says.
#include "cases/decide.h"

#include <algorithm>

#include "calendar/mark.h"
#include "cases/facts_of.h"
#include "rules/clocks.h"
#include "rules/lifecycle.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::Clock;
using rules::Transition;

/// What the length of a clock depends on: what the action makes of the case goes before what it is.
rules::LimitClass limit_class(Clock clock, const Case& standing, const Input& input) {
  if (const auto* change = std::get_if<ChangeCategory>(&input))
    return rules::class_of(change->category, change->urgent);
  if (const auto* to = std::get_if<Referred>(&input)) return rules::class_of(to->difficulty);
  if (const auto* suggestion = std::get_if<Suggestion>(&standing))
    return rules::class_of(suggestion->difficulty);
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr || !order->category || !rules::depends_on_category(clock))
    return rules::LimitClass::any;
  return rules::class_of(*order->category, order->urgent);
}

int runs_so_far(const CaseHead& head, const Event& event, Clock clock) {
  return int(std::ranges::count(head.clocks, clock, &ClockRun::clock) +
             std::ranges::count(event.started, clock, &ClockRun::clock));
}

std::string cited(const rules::Citation& basis) {
  return std::string(basis.instrument) + " " + std::string(basis.article);
}

/// Fills in when the clock's warnings are due (R54). The limit of a promised day is that day.
void set_marks(ClockRun& run, calendar::Limit limit, const calendar::WorkingDays& days) {
  const calendar::RunningTime time{run.started_at, run.due_at, limit, run.mode};
  run.half_at = calendar::mark_of(time, calendar::kHalf, days);
  run.four_fifths_at = calendar::mark_of(time, calendar::kFourFifths, days);
}

constexpr calendar::Limit kByTheCalendar{1, calendar::Unit::days};

ClockRun run_of_length(Clock clock, const Event& event, const Case& standing,
                       const Surroundings& around) {
  const rules::Rulebook& book = around.rulebook_of(head_of(standing), event.at);
  const rules::LimitRow& limit =
      book.limit(clock, limit_class(clock, standing, event.input), event.at);
  const calendar::Due due = calendar::due_of(event.at, limit.length, limit.mode, around.days);
  ClockRun run{.clock = clock,
               .started_at = event.at,
               .due_at = due.at,
               .provisional = due.provisional,
               .length = calendar::words_of(limit.length).en,
               .mode = limit.mode,
               .basis = cited(*limit.basis)};
  set_marks(run, limit.length, around.days);
  return run;
}

/// The day that was promised in this action, or in the last reply to a suggestion (R24, R45).
Day promised_day(const Event& event, const Case& standing) {
  if (const auto* promise = std::get_if<Promise>(&event.input)) return promise->until;
  const auto& replies = std::get<Suggestion>(standing).replies;
  return replies.back().promised_on.value();
}

/// A promised day may have passed while the reply was evaluated; the day of the event does not
/// count (R51), so the next one is then the last.
ClockRun run_to_promise(Clock clock, const Event& event, const Case& standing,
                        const rules::Citation& basis, const Surroundings& around) {
  const Day next_day = day_of(event.at) + std::chrono::days{1};
  ClockRun run{.clock = clock,
               .started_at = event.at,
               .due_at = end_of(std::max(promised_day(event, standing), next_day)),
               .basis = cited(basis)};
  set_marks(run, kByTheCalendar, around.days);
  return run;
}

const std::vector<Assistant>& assistants_of(const Input& input) {
  if (const auto* to = std::get_if<Referred>(&input)) return to->assisting;
  return std::get<Dispatched>(input).assisting;
}

void start(Event& event, ClockRun run, const CaseHead& head) {
  run.nth = runs_so_far(head, event, run.clock) + 1;
  event.started.push_back(std::move(run));
}

void start_clock(Event& event, Clock clock, const Transition& row, const Case& standing,
                 const Surroundings& around) {
  const CaseHead& head = head_of(standing);
  if (rules::is_promised(clock))
    return start(event, run_to_promise(clock, event, standing, row.basis, around), head);
  const ClockRun run = run_of_length(clock, event, standing, around);
  if (!rules::runs_for_each_unit(clock)) return start(event, run, head);
  for (const Assistant& assistant : assistants_of(event.input)) {
    ClockRun own = run;
    own.unit = assistant.unit;
    start(event, std::move(own), head);
  }
}

/// All running ones of the clock; of an assisting unit's part only that unit's own.
void stop_clock(Event& event, Clock clock, const CaseHead& head) {
  const auto* part = std::get_if<Assisted>(&event.input);
  for (const ClockRun& run : head.clocks)
    if (run.clock == clock && run.running() && (part == nullptr || run.unit == part->unit))
      event.stopped.push_back({run.clock, run.nth});
}

/// The day until which an extension of this run was granted; an order counted again keeps it.
std::optional<Instant> extended_to(const ClockRun& run) {
  std::optional<Instant> to;
  for (const ClockMove& move : run.moves)
    if (move.by == Action::grant_extension) to = move.to;
  return to;
}

/// The run as it is once its due time is moved to `to`.
ClockMove move_to(const ClockRun& run, const Event& event, calendar::Due to, calendar::Limit limit,
                  const Surroundings& around) {
  ClockRun moved = run;
  moved.due_at = to.at;
  set_marks(moved, limit, around.days);
  return {.clock = run.clock,
          .nth = run.nth,
          .at = event.at,
          .by = event.action,
          .from = run.due_at,
          .to = to.at,
          .half_at = moved.half_at,
          .four_fifths_at = moved.four_fifths_at,
          .provisional = to.provisional,
          .length = calendar::words_of(limit).en};
}

/// The same start counted again: by another length, or by notices that have come in since.
ClockMove counted_again(const ClockRun& run, const Event& event, const Case& standing,
                        const Surroundings& around) {
  const rules::Rulebook& book = around.rulebook_of(head_of(standing), event.at);
  const rules::LimitRow& limit =
      book.limit(run.clock, limit_class(run.clock, standing, event.input), run.started_at);
  calendar::Due due = calendar::due_of(run.started_at, limit.length, run.mode, around.days);
  due.at = std::max(due.at, extended_to(run).value_or(due.at));
  return move_to(run, event, due, limit.length, around);
}

ClockMove extended(const ClockRun& run, const Event& event, const Case& standing,
                   const Surroundings& around) {
  const Instant to = end_of(std::get<Order>(standing).extensions.back().until);
  return move_to(run, event, {to, false}, *calendar::parse_limit(run.length), around);
}

void move_clock(Event& event, const ClockRun& run, const Case& standing,
                const Surroundings& around) {
  if (rules::is_promised(run.clock)) return;
  if (rules::follows_a_notice(event.action) && !run.provisional) return;
  const ClockMove move = event.action == Action::grant_extension
                             ? extended(run, event, standing, around)
                             : counted_again(run, event, standing, around);
  if (move.to != run.due_at || move.provisional != run.provisional) event.moved.push_back(move);
}

void run_clocks(Event& event, const Transition& row, const Case& standing,
                const Surroundings& around) {
  const CaseHead& head = head_of(standing);
  for (unsigned i = 0; i < rules::kClockCount; ++i)
    if (row.clocks.stops & rules::bit(Clock(i))) stop_clock(event, Clock(i), head);
  for (const ClockRun& run : head.clocks)
    if (run.running() && (row.clocks.moves & rules::bit(run.clock)))
      move_clock(event, run, standing, around);
  for (unsigned i = 0; i < rules::kClockCount; ++i)
    if (row.clocks.starts & rules::bit(Clock(i)))
      start_clock(event, Clock(i), row, standing, around);
}

Event event_of(const Transition& row, const Command& command, const Case& standing,
               const Surroundings& around, Instant now) {
  const CaseHead& head = head_of(standing);
  Event event{.kind = head.kind,
              .case_id = head.id,
              .version = head.version + 1,
              .at = now,
              .actor = command.actor,
              .action = row.action,
              .from = row.from,
              .to = row.to,
              .rulebook = around.rulebook_of(head, now).version,
              .input = command.input};
  run_clocks(event, row, standing, around);
  return event;
}

void take_step(Decision& decision, const Transition& row, const Command& command,
               const Surroundings& around, Instant now) {
  Event event = event_of(row, command, decision.after, around, now);
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

/// What a step that the case takes by itself writes down.
Input own_input(const Transition& row, const Case& standing, const Surroundings& around,
                Instant now) {
  if (row.action != Action::fall_under_supervision) return Nothing{};
  return FallUnderSupervision{open_causes(std::get<Order>(standing), around.many_orders, now)};
}

/// Steps that the case takes by itself are rows too; the tables have no loop of them.
void go_by_itself(Decision& decision, const Surroundings& around, Instant now) {
  while (const Transition* row = next_by_itself(decision.after, around, now)) {
    Input input = own_input(*row, decision.after, around, now);
    take_step(decision, *row, {row->action, Actor{}, std::move(input)}, around, now);
  }
}

}  // namespace

const rules::Rulebook& Surroundings::rulebook_of(const CaseHead& head, Instant now) const {
  return head.version == 0 ? rulebooks.in_force(now) : rulebooks.version(head.rulebook);
}

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

Decision recount(const Case& standing, const Surroundings& around, Instant now) {
  Decision decision{standing, {}};
  const CaseHead& head = head_of(standing);
  const Transition* row = rules::find(rules::lifecycle_of(head.kind), head.state, Action::recount);
  if (row == nullptr) return decision;
  Event event = event_of(*row, {row->action, Actor{}, Nothing{}}, standing, around, now);
  if (event.moved.empty()) return decision;
  cases::apply(decision.after, event);
  decision.events.push_back(std::move(event));
  return decision;
}

std::optional<calendar::Due> due_under(const Case& standing, const ClockRun& run,
                                       const rules::Rulebook& book,
                                       const calendar::WorkingDays& days) {
  if (rules::is_promised(run.clock)) return std::nullopt;
  const rules::LimitRow& limit = book.limit(run.clock, limit_class(run.clock, standing, Nothing{}),
                                            std::max(run.started_at, start_of(book.from)));
  calendar::Due due = calendar::due_of(run.started_at, limit.length, limit.mode, days);
  due.at = std::max(due.at, extended_to(run).value_or(due.at));
  return due;
}

std::vector<Option> options_for(const Case& standing, rules::Role role, const Surroundings& around,
                                Instant now) {
  const CaseHead& head = head_of(standing);
  const rules::Lifecycle rows = rules::lifecycle_of(head.kind);
  const rules::Facts facts = facts_of(standing, Nothing{}, around, now);
  std::vector<Option> options;
  const auto add = [&](const Transition& row) {
    if (!row.who.has(role) || row.from == rules::State::blank) return;
    if (std::ranges::find(options, row.action, &Option::action) != options.end()) return;
    const auto judged = rules::judge(rows, head.state, role, row.action, facts);
    options.push_back({row.action, judged ? std::nullopt : std::optional(judged.error())});
  };
  // What can be done from here comes first, in the order of the table.
  for (const Transition& row : rows)
    if (row.from == head.state) add(row);
  for (const Transition& row : rows) add(row);
  return options;
}

}  // namespace mashang::cases
