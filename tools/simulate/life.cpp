// One step: time passes, perhaps something happens to the town, somebody does something.
#include "simulate/life.h"

#include <algorithm>
#include <iterator>

#include "base/json.h"
#include "rules/lifecycle.h"

namespace mashang::simulate {
namespace {

using rules::DeputyStatus;

/// Some moment from January 2019 to September 2027, at a full minute.
Instant any_moment(Chance& chance) {
  constexpr Day kFirst = std::chrono::local_days{std::chrono::year{2019} / 1 / 2};
  constexpr Day kLast = std::chrono::local_days{std::chrono::year{2027} / 9 / 30};
  Day day = kFirst + std::chrono::days{chance.number(0, int((kLast - kFirst).count()))};
  // Half of all lives begin before a turn of the year, where the next notice may be missing.
  if (chance.one_in(2)) {
    const std::chrono::year_month_day date{day};
    day = std::min(kLast, Day{date.year() / 11 / 15} + std::chrono::days{chance.number(0, 40)});
  }
  return start_of(day) + std::chrono::minutes{chance.pick(24 * 60)};
}

/// Between two deeds in the town.
constexpr int kPauseSecondsMost = 12 * 60;

/// After so many days in which everybody does what he must, nothing may be open any more.
constexpr int kSettlingDaysMost = 600;

/// Enough at a time that each has company, few enough that each gets on.
constexpr std::size_t kOpenCasesMost = 40;

}  // namespace

void Told::add(const Told& other) {
  cases_count += other.cases_count;
  events_count += other.events_count;
  steps_count += other.steps_count;
  refused_count += other.refused_count;
  restarts_count += other.restarts_count;
  left_waiting_count += other.left_waiting_count;
  rows.insert(other.rows.begin(), other.rows.end());
  codes.insert(other.codes.begin(), other.codes.end());
}

Life::Life(const Statutes& statutes, std::uint64_t seed, int weeks, Inspector& inspector)
    : chance_(seed),
      now_(any_moment(chance_)),
      end_(now_ + std::chrono::weeks{weeks}),
      city_(make_city(statutes, {.notice_delay = std::chrono::days{25 * chance_.pick(4)}}, now_)),
      town_(city_),
      inspector_(inspector) {}

void Life::live() {
  while (now_ < end_) step();
  inspector_.look_at_all(town_, now_);
  settle();
  restart();
  inspector_.look_at_all(town_, now_);
  for (const auto& [id, number] : begun_)
    inspector_.check(Whole::nothing_is_lost, cases::head_of(town_.at(id)).number == number, id,
                     "its number is another one");
  told_.cases_count = town_.last_id();
  told_.events_count = std::int64_t(history_.events().size());
}

void Life::step() {
  ++told_.steps_count;
  pass_time();
  go_round();
  something_happens();
  somebody_acts();
}

/// Mostly minutes; now and then a night, some days, or weeks in which nobody does anything.
void Life::pass_time() {
  if (chance_.one_in(7000))
    now_ += std::chrono::hours{24 * chance_.number(7, 25)};
  else if (chance_.one_in(2000))
    now_ += std::chrono::hours{chance_.number(24, 100)};
  else if (chance_.one_in(200))
    now_ += std::chrono::hours{chance_.number(3, 14)};
  else
    now_ += std::chrono::seconds{chance_.number(0, kPauseSecondsMost)};
}

void Life::go_round() {
  Changes changes;
  if (notices_come_in(city_, now_)) changes = town_.recount_all(now_);
  // A due time that was counted again may have passed already.
  std::ranges::move(town_.time_passes(now_), std::back_inserter(changes));
  keep(changes);
}

void Life::something_happens() {
  if (chance_.one_in(400)) restart();
  if (chance_.one_in(1000)) adopt_next_rulebook(city_, chance_, now_);
  if (chance_.one_in(500)) end_or_suspend_a_term();
}

/// One deputy always serves on, so that the town lives.
void Life::end_or_suspend_a_term() {
  Deputy& deputy = city_.deputies[1 + chance_.pick(city_.deputies.size() - 1)];
  if (deputy.status == DeputyStatus::ended) return;
  const bool serves = deputy.status == DeputyStatus::active;
  deputy.status = chance_.one_in(3) ? DeputyStatus::ended
                  : serves          ? DeputyStatus::suspended
                                    : DeputyStatus::active;
  if (deputy.status == DeputyStatus::ended) keep(town_.ask_all(now_));
}

void Life::restart() {
  ++told_.restarts_count;
  Town again{city_};
  again.replay(history_.events());
  inspector_.check(Whole::restart_changes_nothing, again == town_, 0, "the towns differ");
  town_ = std::move(again);
}

void Life::somebody_acts() {
  const auto& open = town_.open_cases();
  if (open.size() < kOpenCasesMost && chance_.one_in(6)) {
    take(begin_something(town_, chance_));
    return;
  }
  if (chance_.percent(25)) {
    if (const auto wrong = misbehave(town_, now_, chance_)) take(*wrong);
    return;
  }
  if (open.empty()) return;
  const auto attempt = do_what_is_due(town_, open[chance_.pick(open.size())], now_, chance_);
  if (!attempt || !take(*attempt) || attempt->id == 0 || !chance_.one_in(6)) return;
  // Somebody presses twice.
  Attempt again = *attempt;
  again.must_be_refused = is_done_once(again.command.action);
  take(again);
}

bool Life::take(const Attempt& attempt) {
  const std::int64_t last_id = town_.last_id();
  const auto before = attempt.id == 0 ? std::nullopt : std::optional(town_.at(attempt.id));
  auto changes = attempt.id == 0 ? town_.begin(attempt.kind, attempt.command, now_)
                                 : town_.act(attempt.id, attempt.command, now_);
  if (attempt.must_be_refused)
    inspector_.check(Whole::wrong_is_refused, !changes, attempt.id,
                     json::enum_name(attempt.command.action));
  if (changes) {
    keep(*changes);
    return true;
  }
  refuse(changes.error(), attempt.id);
  const bool same = town_.last_id() == last_id && (!before || *before == town_.at(attempt.id));
  inspector_.check(Whole::refused_changes_nothing, same, attempt.id, "something changed");
  return false;
}

void Life::refuse(const rules::Refusal& refusal, std::int64_t id) {
  ++told_.refused_count;
  told_.codes.emplace(refusal.code);
  const bool says_why = !refusal.code.empty() && !refusal.text.zh.empty() &&
                        !refusal.text.en.empty() && refusal.basis != nullptr;
  inspector_.check(Whole::refusal_says_why, says_why, id, refusal.code);
}

void Life::keep(const Changes& changes) {
  if (changes.empty()) return;
  for (const Change& change : changes)
    for (const cases::Event& event : change.events) {
      history_.add(event);
      told_.rows.insert(rules::find(rules::lifecycle_of(event.kind), event.from, event.action));
      if (event.version == 1)
        begun_[event.case_id] = cases::head_of(town_.at(event.case_id)).number;
    }
  inspector_.look_at(town_, changes, now_);
}

/// A suggestion that waits for a deputy whose term has ended; the rulebook names nobody for it.
bool Life::waits_for_nobody(std::int64_t id) const {
  const auto* suggestion = std::get_if<cases::Suggestion>(&town_.at(id));
  return suggestion != nullptr && city_.is_gone(suggestion->author.deputy) &&
         rules::holder_of(suggestion->head.state) == rules::Role::deputy;
}

void Life::settle() {
  for (int day = 0; day < kSettlingDaysMost && !town_.open_cases().empty(); ++day) {
    now_ += std::chrono::hours{chance_.number(8, 40)};
    go_round();
    for (const std::int64_t id : std::vector<std::int64_t>(town_.open_cases()))
      if (rules::is_open(cases::head_of(town_.at(id)).state))
        if (const auto attempt = bring_to_its_end(town_, id, now_, chance_)) take(*attempt);
  }
  for (std::int64_t id = 1; id <= town_.last_id(); ++id) {
    const bool open = rules::is_open(cases::head_of(town_.at(id)).state);
    if (open) ++told_.left_waiting_count;
    inspector_.check(Whole::every_case_can_end, !open || waits_for_nobody(id), id,
                     "it is still open");
  }
}

}  // namespace mashang::simulate
