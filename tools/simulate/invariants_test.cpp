// Every invariant must be one that can fail: for each there is a sound case or step of a lived
// life, the hand that breaks it, and the proof that the invariant sees it.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "simulate/life.h"

namespace mashang::simulate {
namespace {

using namespace cases;
using rules::Action;
using rules::Clock;
using rules::Role;
using rules::State;
using std::chrono::hours;

/// A town that lived; its cases are taken to be broken.
struct Lived {
  Statutes statutes = read_statutes(MASHANG_DATA);
  Inspector inspector;
  Life life{statutes, 11, 12, inspector};

  Lived() { life.live(); }
};
const Life& life() {
  static const Lived lived;
  return lived.life;
}

/// One event with the case before and after it.
struct Step {
  Case before;
  Event event;
  Case after;
};

/// Every case as it stood after each of its events.
std::vector<Step> steps() {
  std::map<std::int64_t, Case> standing;
  std::vector<Step> all;
  for (const Event& event : life().history().events()) {
    const auto place = standing.try_emplace(event.case_id, blank_case(event.kind, event.case_id));
    Step step{place.first->second, event, place.first->second};
    apply(step.after, event);
    place.first->second = step.after;
    all.push_back(std::move(step));
  }
  return all;
}
const std::vector<Step>& all_steps() {
  static const std::vector<Step> all = steps();
  return all;
}

CaseHead& head(Case& standing) {
  return std::visit([](auto& one) -> CaseHead& { return one.head; }, standing);
}
Order* order_in(Case& standing, std::initializer_list<State> states) {
  auto* order = std::get_if<Order>(&standing);
  if (order == nullptr || std::ranges::find(states, order->head.state) == states.end())
    return nullptr;
  return order;
}

struct BrokenCase {
  std::string_view invariant;
  /// Breaks it, if it is a case that can be broken so; says whether it was.
  std::function<bool(Case&)> by;
};

ClockRun* first_run(Case& standing) {
  auto& clocks = head(standing).clocks;
  return clocks.empty() ? nullptr : &clocks.front();
}

bool lose_all_clocks(Case& standing) {
  if (order_in(standing, {State::handling}) == nullptr) return false;
  head(standing).clocks.clear();
  return true;
}

bool run_on(Case& standing) {
  if (order_in(standing, {State::archived}) == nullptr) return false;
  first_run(standing)->stopped_at.reset();
  return true;
}

bool fall_due_at_once(Case& standing) {
  if (first_run(standing) == nullptr) return false;
  first_run(standing)->due_at = first_run(standing)->started_at;
  return true;
}

bool warn_too_late(Case& standing) {
  if (first_run(standing) == nullptr) return false;
  first_run(standing)->four_fifths_at = first_run(standing)->due_at;
  return true;
}

bool stop_before_the_start(Case& standing) {
  if (first_run(standing) == nullptr) return false;
  first_run(standing)->stopped_at = first_run(standing)->started_at - hours{1};
  return true;
}

bool run_twice(Case& standing) {
  const auto* order = order_in(standing, {State::handling});
  const ClockRun* run = order == nullptr ? nullptr : order->head.running(Clock::work_limit);
  if (run == nullptr) return false;
  const ClockRun again = *run;
  head(standing).clocks.push_back(again);
  return true;
}

bool miscount_a_run(Case& standing) {
  if (first_run(standing) == nullptr) return false;
  first_run(standing)->nth = 2;
  return true;
}

bool say_nothing(Case& standing) {
  auto* order = order_in(standing, {State::archived});
  if (order == nullptr || order->promises.size() > 0) return false;
  order->replies.clear();
  order->outcome.clear();
  order->work.assisting.clear();
  order->callbacks.clear();
  return true;
}

bool close_unanswered(Case& standing) {
  auto* message = std::get_if<Message>(&standing);
  if (message == nullptr || message->head.state != State::closed) return false;
  message->answers.clear();
  message->rating.reset();
  return true;
}

bool close_without_reply(Case& standing) {
  auto* suggestion = std::get_if<Suggestion>(&standing);
  if (suggestion == nullptr || suggestion->head.state != State::closed) return false;
  suggestion->replies.clear();
  suggestion->evaluations.clear();
  return true;
}

bool leave_a_part_out(Case& standing) {
  auto* order = order_in(standing, {State::replied, State::archived});
  if (order == nullptr || order->work.assisting.empty()) return false;
  order->work.assisting.front().given_at.reset();
  for (GivenReply& reply : order->replies) reply.absences.clear();
  for (GivenPromise& promise : order->promises) promise.absences.clear();
  return true;
}

bool promise_and_leave(Case& standing) {
  auto* order = order_in(standing, {State::archived});
  if (order == nullptr || order->replies.empty()) return false;
  order->promises.push_back({.at = order->replies.back().at + hours{1}});
  return true;
}

bool promise_and_settle(Case& standing) {
  auto* suggestion = std::get_if<Suggestion>(&standing);
  if (suggestion == nullptr || suggestion->head.state != State::closed) return false;
  suggestion->replies.back().promises = true;
  return true;
}

bool forget_a_supervision(Case& standing) {
  auto* order = order_in(standing, {State::dispatched, State::handling, State::tracked});
  if (order == nullptr || order->supervision() == nullptr) return false;
  order->supervisions.clear();
  return true;
}

bool supervise_again(Case& standing) {
  auto* order = order_in(standing, {State::archived});
  if (order == nullptr || order->supervisions.empty()) return false;
  Supervision& last = order->supervisions.back();
  last.causes = {{rules::SupervisionCause::work_overdue, 1},
                 {rules::SupervisionCause::work_overdue, 1}};
  return true;
}

bool extend_for_ever(Case& standing) {
  auto* order = order_in(standing, {State::archived});
  if (order == nullptr) return false;
  for (int i = 0; i < 5; ++i) order->extensions.push_back({.granted = true});
  return true;
}

bool return_again(Case& standing) {
  auto* order = order_in(standing, {State::archived});
  if (order == nullptr) return false;
  order->work.returns.push_back({.unit = {1}, .granted = false});
  order->work.returns.push_back({.unit = {1}});
  return true;
}

bool redo_for_ever(Case& standing) {
  auto* order = order_in(standing, {State::archived});
  if (order == nullptr) return false;
  for (int i = 0; i < 5; ++i) order->sent_back.push_back({.action = Action::redo});
  return true;
}

bool lose_the_unit(Case& standing) {
  auto* order = order_in(standing, {State::handling});
  if (order == nullptr) return false;
  order->work.unit = {};
  return true;
}

bool sign_ones_own(Case& standing) {
  auto* suggestion = std::get_if<Suggestion>(&standing);
  if (suggestion == nullptr) return false;
  suggestion->signatories.push_back({.deputy = suggestion->author.deputy});
  return true;
}

bool rate_unanswered(Case& standing) {
  auto* message = std::get_if<Message>(&standing);
  if (message == nullptr || !message->answers.empty()) return false;
  message->rating = Rating{};
  return true;
}

const std::vector<BrokenCase>& broken_cases() {
  static const std::vector<BrokenCase> all{
      {"an open case has a running clock with an owner, or waits for a named person",
       lose_all_clocks},
      {"a case at rest has no running clock", run_on},
      {"no clock is due before it starts", fall_due_at_once},
      {"a clock warns between its start and its end", warn_too_late},
      {"no clock stops before it starts", stop_before_the_start},
      {"no clock runs twice at a time", run_twice},
      {"the runs of a clock are counted from 1", miscount_a_run},
      {"no case ends with an answer owed", say_nothing},
      {"no case ends with an answer owed", close_unanswered},
      {"no case ends with an answer owed", close_without_reply},
      {"no assisting unit owes its part without explanation", leave_a_part_out},
      {"no case ends with a promise open", promise_and_leave},
      {"no case ends with a promise open", promise_and_settle},
      {"supervision is on record exactly while its clock runs", forget_a_supervision},
      {"nothing is supervised twice for one cause", supervise_again},
      {"extensions are asked for before they are decided, and no more than allowed",
       extend_for_ever},
      {"a refused return is not asked for again", return_again},
      {"nothing is redone more often than allowed", redo_for_ever},
      {"whoever works on a case is named, each once", lose_the_unit},
      {"nobody signs a suggestion twice", sign_ones_own},
      {"nothing is judged before it was answered", rate_unanswered},
  };
  return all;
}

const rules::Rulebook& book_of(const Case& standing) {
  return life().town().city().rulebooks.version(head_of(standing).rulebook);
}

template <typename Broken>
bool named(const std::vector<Broken>& all, std::string_view invariant) {
  return std::ranges::find(all, invariant, &Broken::invariant) != all.end();
}

TEST(CaseInvariants, EachSeesACaseThatBreaksIt) {
  for (const CaseInvariant& invariant : case_invariants())
    EXPECT_TRUE(named(broken_cases(), invariant.name)) << invariant.name;
  for (const BrokenCase& broken : broken_cases()) {
    const auto* invariant =
        &*std::ranges::find(case_invariants(), broken.invariant, &CaseInvariant::name);
    bool was_broken = false;
    for (const Step& step : all_steps()) {
      Case standing = step.after;
      if (was_broken || !broken.by(standing)) continue;
      was_broken = true;
      EXPECT_FALSE(invariant->fault(step.after, book_of(step.after))) << invariant->name;
      EXPECT_TRUE(invariant->fault(standing, book_of(standing))) << invariant->name;
    }
    EXPECT_TRUE(was_broken) << "no case could be broken for: " << invariant->name;
  }
}

struct BrokenStep {
  std::string_view invariant;
  std::function<bool(Step&)> by;
};

const std::vector<BrokenStep>& broken_steps() {
  static const std::vector<BrokenStep> all{
      {"versions count up by one", [](Step& step) { return ++step.event.version > 0; }},
      {"each step is a row of the table, taken by whom it names",
       [](Step& step) {
         step.event.actor.role = Role::administrator;
         return true;
       }},
      {"each step is a row of the table, taken by whom it names",
       [](Step& step) {
         step.event.to = State::archived;
         return step.event.action == Action::accept;
       }},
      {"time never runs back",
       [](Step& step) {
         step.event.at = head_of(step.before).updated_at - hours{1};
         return step.event.version > 1;
       }},
      {"due times change only by a move on record, from the former due time",
       [](Step& step) {
         if (head_of(step.before).clocks.empty() || !step.event.moved.empty()) return false;
         head(step.after).clocks.front().due_at += hours{1};
         return true;
       }},
      {"due times change only by a move on record, from the former due time",
       [](Step& step) {
         if (step.event.moved.empty()) return false;
         step.event.moved.front().from += hours{1};
         return true;
       }},
      {"the runs of clocks stay, and what stopped stays stopped",
       [](Step& step) {
         if (head_of(step.before).clocks.empty()) return false;
         head(step.after).clocks.erase(head(step.after).clocks.begin());
         return true;
       }},
      {"late stays late but for an extension, a recount or another category",
       [](Step& step) {
         if (step.event.action != Action::reply || head_of(step.before).clocks.empty())
           return false;
         ClockRun& was = head(step.before).clocks.front();
         was.stopped_at = was.due_at + hours{1};
         head(step.after).clocks.front().stopped_at = was.due_at;
         return true;
       }},
      {"a case keeps the rulebook it began under",
       [](Step& step) { return ++step.event.rulebook > 0; }},
      {"a case keeps its number and its beginning",
       [](Step& step) {
         head(step.after).number = "LY-1";
         return step.event.version > 1;
       }},
      {"nothing on record becomes fewer",
       [](Step& step) {
         auto* was = std::get_if<Order>(&step.before);
         if (was == nullptr || was->replies.empty()) return false;
         std::get<Order>(step.after).replies.clear();
         return true;
       }},
  };
  return all;
}

TEST(StepInvariants, EachSeesAStepThatBreaksIt) {
  for (const StepInvariant& invariant : step_invariants())
    EXPECT_TRUE(named(broken_steps(), invariant.name)) << invariant.name;
  for (const BrokenStep& broken : broken_steps()) {
    const auto* invariant =
        &*std::ranges::find(step_invariants(), broken.invariant, &StepInvariant::name);
    bool was_broken = false;
    for (const Step& sound : all_steps()) {
      Step step = sound;
      if (was_broken || !broken.by(step)) continue;
      was_broken = true;
      EXPECT_FALSE(invariant->fault(sound.before, sound.event, sound.after)) << invariant->name;
      EXPECT_TRUE(invariant->fault(step.before, step.event, step.after)) << invariant->name;
    }
    EXPECT_TRUE(was_broken) << "no step could be broken for: " << invariant->name;
  }
}

}  // namespace
}  // namespace mashang::simulate
