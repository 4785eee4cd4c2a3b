// People act when their habit says; time moves the rest. Whoever acts is found by his part in the
// case, not by looking through all the people, because a year has millions of steps.
#include "simulate/year.h"

#include <algorithm>

#include "rules/clocks.h"
#include "rules/lifecycle.h"

namespace mashang::simulate {
namespace {

using rules::Role;

constexpr CityPlan kCity{.residents = 2000, .stations = 20, .deputies = 200, .units = 60};
/// So many cases at rest stay in memory a while, to be named as an earlier one of the same person.
constexpr std::size_t kAtRestMost = 3000;
/// After the year's end everything gets so long to come to its own.
constexpr std::chrono::days kAfterwards{365};

Instant first_of(int year) {
  return start_of(std::chrono::local_days{std::chrono::year{year} / 1 / 1});
}

/// Usually about as long as the habit says; one in twelve takes three times as long.
std::chrono::minutes delay(const Habit& habit, Chance& chance) {
  const int usual = habit.hours * 60;
  const int minutes = chance.number(usual / 4, usual * 3 / 2);
  return std::chrono::minutes{chance.one_in(12) ? 3 * minutes : minutes};
}

/// The decision that something in the case waits for, drawn by its share.
const Habit* draw_decision(const cases::CaseHead& head, int left) {
  for (const auto& [waits, habit] : kDecisions)
    if (habit.from == head.state && head.running(waits) && (left -= habit.share) < 0) return &habit;
  return nullptr;
}

}  // namespace

Year::Year(const Statutes& statutes, YearPlan plan, Inspector& inspector)
    : plan_(plan),
      inspector_(inspector),
      chance_(plan.seed),
      now_(first_of(plan.year)),
      city_(make_city(statutes, kCity, now_)),
      town_(city_) {
  for (const Person& person : city_.people)
    accounts_[std::size_t(person.viewer.role)].push_back(&person);
}

const YearTold& Year::live() {
  const auto length = first_of(plan_.year + 1) - first_of(plan_.year);
  const auto gap = length / (plan_.orders_count + plan_.orders_count / 3);
  for (Instant next = now_; told_.orders_count < plan_.orders_count; next += gap) {
    do_tasks_until(next);
    write_one(next);
  }
  do_tasks_until(now_ + kAfterwards);
  told_.cases_count = town_.last_id();
  told_.left_open_count = std::int64_t(town_.open_cases().size());
  return told_;
}

void Year::write_one(Instant at) {
  now_ = at;
  go_round();
  const auto& residents = accounts_[std::size_t(Role::resident)];
  const Person& resident = *residents[chance_.pick(residents.size())];
  const DeputyId to{1 + std::int64_t(chance_.pick(city_.deputies.size()))};
  const cases::Actor actor{Role::resident, resident.viewer.person, resident.name};
  ++told_.decisions_count;
  take(town_.begin(rules::CaseKind::message,
                   {rules::Action::send, actor, message_of(resident, city_, to, chance_)}, now_),
       0);
}

void Year::do_tasks_until(Instant end) {
  while (!tasks_.empty() && tasks_.top().at < end) {
    const Task task = tasks_.top();
    tasks_.pop();
    now_ = std::max(now_, task.at);
    go_round();
    do_task(task);
  }
}

void Year::do_task(const Task& task) {
  const cases::Case* standing = town_.find(task.id);
  if (standing == nullptr || cases::head_of(*standing).state != task.state) return;
  const Person* person = whose_turn(*standing, task.habit->who);
  if (person == nullptr) return plan_next(*standing, true);
  const cases::Command command{
      task.habit->does,
      {task.habit->who, person->viewer.person, person->name},
      input_of(task.habit->does, {town_, *standing, *person, now_}, chance_)};
  ++told_.decisions_count;
  take(town_.act(task.id, command, now_), task.id);
}

void Year::take(Result<Changes, rules::Refusal> changes, std::int64_t acted_on) {
  if (changes) return keep(*changes, acted_on);
  ++told_.refused_count;
  if (acted_on != 0) plan_next(town_.at(acted_on), true);
}

void Year::go_round() {
  if (notices_come_in(city_, now_)) keep(town_.recount_all(now_), 0);
  const Changes changes = town_.time_passes(now_);
  if (!changes.empty()) keep(changes, 0);
}

void Year::keep(const Changes& changes, std::int64_t acted_on) {
  told_.open_most = std::max(told_.open_most, town_.open_cases().size());
  for (const Change& change : changes) {
    const cases::Event& last = change.events.back();
    for (const cases::Event& event : change.events) {
      ++told_.events_count;
      told_.due_times_count += std::int64_t(event.started.size() + event.moved.size());
      told_.orders_count += event.action == rules::Action::submit ? 1 : 0;
    }
    const cases::Case* standing = town_.find(last.case_id);
    if (standing == nullptr || cases::head_of(*standing).version != last.version) continue;
    if (!rules::is_open(last.to))
      count_rest(*standing);
    else if (last.to != cases::head_of(change.before).state || last.case_id == acted_on)
      plan_next(*standing, false);
  }
}

const Habit* Year::draw(const cases::CaseHead& head) {
  int left = int(chance_.pick(1000));
  if (const Habit* decision = draw_decision(head, left)) return decision;
  for (const Habit& habit : kHabits)
    if (habit.from == head.state && (left -= habit.share) < 0) return &habit;
  return nullptr;
}

void Year::plan_next(const cases::Case& standing, bool after_refusal) {
  const cases::CaseHead& head = cases::head_of(standing);
  const Habit* habit = draw(head);
  if (habit == nullptr) return;
  const auto in = delay(*habit, chance_) / (after_refusal ? 2 : 1);
  tasks_.push({now_ + in, head.id, head.state, habit});
}

const Person* Year::whose_turn(const cases::Case& standing, Role role) {
  const rules::Parties parties = cases::parties_of(standing);
  const auto& of_role = accounts_[std::size_t(rules::account_of(role))];
  switch (role) {
    case Role::resident: return &city_.person(parties.resident);
    case Role::deputy: return &city_.person(city_.deputy(parties.deputy).person);
    case Role::station: return of_role[std::size_t(parties.station.value - 1)];
    case Role::unit: return of_role[std::size_t(parties.unit.value - 1)];
    case Role::assisting_unit:
      if (parties.assisting_units.empty()) return nullptr;
      return of_role[std::size_t(
          parties.assisting_units[chance_.pick(parties.assisting_units.size())].value - 1)];
    case Role::joint_signatory:
      if (parties.joint_signatories.empty()) return nullptr;
      return of_role[std::size_t(
          parties.joint_signatories[chance_.pick(parties.joint_signatories.size())].value - 1)];
    default: return of_role[chance_.pick(of_role.size())];
  }
}

void Year::count_rest(const cases::Case& standing) {
  inspector_.look_at_case(standing, city_.rulebooks);
  const cases::CaseHead& head = cases::head_of(standing);
  ++told_.ends[std::size_t(head.state)];
  for (const cases::ClockRun& run : head.clocks) {
    OnTime& on_time = told_.on_time[std::size_t(run.clock)];
    ++on_time.runs_count;
    on_time.in_time_count += run.late(now_) ? 0 : 1;
  }
  at_rest_.push_back(head.id);
  if (at_rest_.size() <= kAtRestMost) return;
  town_.forget(at_rest_.front());
  at_rest_.pop_front();
}

}  // namespace mashang::simulate
