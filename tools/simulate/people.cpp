// Whoever has a part in a case looks at what he may do, and mostly does what people usually do.
#include "simulate/people.h"

#include <algorithm>

#include "base/json.h"
#include "rules/lifecycle.h"
#include "simulate/habits.h"

namespace mashang::simulate {
namespace {

using cases::Case;
using rules::Action;
using rules::CaseKind;
using rules::Role;

/// Whatever is allowed and no habit is done now and then too.
constexpr int kSeldom = 25;

struct Choice {
  const Person* person;
  Role role;
  Action action;
  int share;
};

int share_of(rules::State from, Role role, Action action) {
  for (const Habit& habit : kHabits)
    if (habit.from == from && habit.who == role && habit.does == action) return habit.share;
  for (const auto& [waits, habit] : kDecisions)
    if (habit.from == from && habit.who == role && habit.does == action) return habit.share;
  return 0;
}

std::vector<Choice> choices(const Town& town, const Case& standing, Instant now) {
  const cases::CaseHead& head = cases::head_of(standing);
  const rules::Parties parties = cases::parties_of(standing);
  std::vector<Choice> all;
  for (const Person& person : town.city().people) {
    // Whose term has ended does not sign in as a deputy any more.
    if (town.city().is_gone(person.viewer.deputy)) continue;
    const auto role = rules::part_of(person.viewer, head.kind, parties);
    if (!role) continue;
    const cases::Command command{.actor = {*role, person.viewer.person, person.name}};
    const cases::Surroundings around = town.around(standing, command);
    for (const cases::Option& option : cases::options_for(standing, *role, around, now))
      if (!option.refusal)
        all.push_back({&person, *role, option.action, share_of(head.state, *role, option.action)});
  }
  return all;
}

const Choice& draw(const std::vector<Choice>& all, int floor, Chance& chance) {
  int sum = 0;
  for (const Choice& choice : all) sum += std::max(choice.share, floor);
  int left = int(chance.pick(std::size_t(sum)));
  for (const Choice& choice : all)
    if ((left -= std::max(choice.share, floor)) < 0) return choice;
  return all.back();
}

Attempt attempt(const Town& town, const Case& standing, const Choice& choice, Instant now,
                Chance& chance) {
  const cases::CaseHead& head = cases::head_of(standing);
  return {head.id,
          head.kind,
          {choice.action,
           {choice.role, choice.person->viewer.person, choice.person->name},
           input_of(choice.action, {town, standing, *choice.person, now}, chance)}};
}

std::int64_t any_case(const Town& town, Chance& chance) {
  const auto& open = town.open_cases();
  if (!open.empty() && !chance.one_in(5)) return open[chance.pick(open.size())];
  return 1 + std::int64_t(chance.pick(std::size_t(town.last_id())));
}

/// A role to which the table does not give this step from here, or a step that nobody has here.
std::optional<Attempt> in_a_wrong_role(const Town& town, const Case& standing, Instant now,
                                       Chance& chance) {
  const cases::CaseHead& head = cases::head_of(standing);
  const rules::Lifecycle rows = rules::lifecycle_of(head.kind);
  const Action action = rows[chance.pick(rows.size())].action;
  const auto role = Role(chance.pick(std::size_t(Role::system)));
  const rules::Transition* row = rules::find(rows, head.state, action);
  if (row != nullptr && row->who.has(role)) return std::nullopt;
  const Person& person = town.city().somebody(
      role == Role::administrator ? Role::supervisor : rules::account_of(role), chance);
  Attempt wrong = attempt(town, standing, {&person, role, action, 0}, now, chance);
  wrong.must_be_refused = true;
  return wrong;
}

std::optional<Attempt> with_something_wrong(const Town& town, const Case& standing, Instant now,
                                            Chance& chance) {
  const std::vector<Choice> all = choices(town, standing, now);
  if (all.empty()) return std::nullopt;
  const Choice choice = all[chance.pick(all.size())];
  Attempt wrong = attempt(town, standing, choice, now, chance);
  const Deed deed{town, standing, *choice.person, now};
  if (!spoil(wrong.command.input, deed, chance)) return std::nullopt;
  wrong.must_be_refused = true;
  return wrong;
}

/// What may be done only while a clock runs, and only before it has run out.
struct Timely {
  Action action;
  std::array<rules::Clock, 2> within;
};
constexpr Timely kTimely[] = {
    {Action::request_return, {rules::Clock::return_window, rules::Clock::return_window}},
    {Action::request_extension, {rules::Clock::work_limit, rules::Clock::redo_limit}},
};

std::optional<Attempt> too_late(const Town& town, const Case& standing, Instant now,
                                Chance& chance) {
  const cases::CaseHead& head = cases::head_of(standing);
  const Timely& timely = kTimely[chance.pick(std::size(kTimely))];
  const bool in_time = std::ranges::any_of(timely.within, [&](rules::Clock clock) {
    const cases::ClockRun* run = head.running(clock);
    return run != nullptr && now <= run->due_at;
  });
  const cases::UnitWork* work = cases::work_of(standing);
  if (in_time || work == nullptr || !work->unit) return std::nullopt;
  const Choice choice{&town.city().somebody(Role::unit, chance), Role::unit, timely.action, 0};
  Attempt late = attempt(town, standing, choice, now, chance);
  late.must_be_refused = true;
  return late;
}

}  // namespace

Attempt begin_something(const Town& town, Chance& chance) {
  const City& city = town.city();
  if (chance.one_in(8)) {
    const Person& deputy = city.somebody(Role::deputy, chance);
    const cases::Actor actor{Role::deputy, deputy.viewer.person, deputy.name};
    return {0, CaseKind::suggestion, {Action::draft, actor, suggestion_of(deputy, town, chance)}};
  }
  const Person& resident = city.somebody(Role::resident, chance);
  const DeputyId to{1 + std::int64_t(chance.pick(city.deputies.size()))};
  const cases::Actor actor{Role::resident, resident.viewer.person, resident.name};
  cases::Send send = message_of(resident, city, to, chance);
  const bool wrong = chance.one_in(12) || city.deputy(to).status != rules::DeputyStatus::active;
  if (wrong) send.notice_version = "2019-1";
  return {0, CaseKind::message, {Action::send, actor, std::move(send)}, wrong};
}

std::optional<Attempt> do_what_is_due(const Town& town, std::int64_t id, Instant now,
                                      Chance& chance) {
  const Case& standing = town.at(id);
  const std::vector<Choice> all = choices(town, standing, now);
  if (all.empty()) return std::nullopt;
  return attempt(town, standing, draw(all, kSeldom, chance), now, chance);
}

std::optional<Attempt> bring_to_its_end(const Town& town, std::int64_t id, Instant now,
                                        Chance& chance) {
  const Case& standing = town.at(id);
  std::vector<Choice> all = choices(town, standing, now);
  std::erase_if(all, [](const Choice& choice) { return choice.share == 0; });
  if (all.empty()) return std::nullopt;
  return attempt(town, standing, draw(all, 0, chance), now, chance);
}

std::optional<Attempt> misbehave(const Town& town, Instant now, Chance& chance) {
  if (town.last_id() == 0) return std::nullopt;
  const Case& standing = town.at(any_case(town, chance));
  switch (chance.pick(5)) {
    case 0:
    case 1: return in_a_wrong_role(town, standing, now, chance);
    case 2: return too_late(town, standing, now, chance);
    default: return with_something_wrong(town, standing, now, chance);
  }
}

bool is_done_once(Action action) {
  switch (action) {
    case Action::look:
    case Action::rate:
    case Action::sign_for:
    case Action::assist:
    case Action::sign_jointly:
    case Action::request_return:
    case Action::request_extension:
    case Action::open_supervision: return true;
    default: return false;
  }
}

}  // namespace mashang::simulate
