// Weeks of people who do whatever occurs to them, allowed or not, over holidays and make-up days:
// from a seed, so that a walk that breaks something can be walked again.
#include <random>
#include <set>

#include "base/overloaded.h"
#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::CaseKind;
using rules::Role;

constexpr int kWalksCount = 150;
constexpr int kStepsCount = 120;

class Walk {
 public:
  explicit Walk(unsigned seed) : chance_(seed) {
    // Between the Spring Festival and the end of a year whose next notice is not out.
    now_ = at("2026-02-10 08:00") + std::chrono::hours{pick(7600)};
    play_.act(now_, Role::resident, Action::send);
  }

  void step() {
    const bool quiet = pick(6) == 0;
    now_ += std::chrono::minutes{quiet ? pick(6 * 24 * 60) : pick(240)};
    play_.time_passes(now_);
    if (quiet) return;
    // Mostly somebody does what he may; otherwise anybody does anything.
    if (pick(3) != 0)
      do_something_allowed();
    else
      attempt(any<Role>(), any<Action>());
  }

  Play& play() { return play_; }
  int refused_count() const { return refused_; }

 private:
  int pick(int below) { return std::uniform_int_distribution<int>{0, below - 1}(chance_); }

  template <typename E>
  E any() {
    const std::vector<E> all = rules::all_of<E>();
    return all[std::size_t(pick(int(all.size())))];
  }

  /// Mostly nobody answers: otherwise no walk would ever count three days of trying.
  rules::Outcome any_outcome() {
    return pick(2) == 0 ? rules::Outcome::unreachable : any<rules::Outcome>();
  }

  void do_something_allowed() {
    std::vector<std::pair<Role, Action>> allowed;
    for (const CaseKind kind : {CaseKind::message, CaseKind::order})
      for (const Role role : rules::all_of<Role>())
        for (const Option& option : options_for(play_.of(kind), role, usual_surroundings(), now_))
          if (!option.refusal && role != Role::system) allowed.emplace_back(role, option.action);
    if (allowed.empty()) return;
    const auto& [role, action] = allowed[std::size_t(pick(int(allowed.size())))];
    attempt(role, action);
  }

  void attempt(Role role, Action action) {
    // Steps of the system follow from the other case or from time; nobody takes them.
    if (role == Role::system) return;
    const std::size_t before = play_.events.size();
    const Case message = play_.message, order = play_.order;
    if (play_.act(now_, role, action, random_input(action)).empty()) return;
    ++refused_;
    EXPECT_EQ(play_.events.size(), before);
    EXPECT_EQ(play_.message, message);
    EXPECT_EQ(play_.order, order);
  }

  Input random_input(Action action) {
    Input input = usual_input(action, now_);
    std::visit(
        Overloaded{[&](Accept& to) {
                     to = {any<rules::Category>(), pick(4) == 0};
                   },
                   [&](Record& to) { to.category = any<rules::Category>(); },
                   [&](Rejection& to) { to.reason = any<rules::Reason>(); },
                   [&](Rate& to) { to.score = any<rules::Score>(); },
                   [&](CallBack& to) { to.outcome = any_outcome(); },
                   [&](PassOnOffice& to) { to.office = any<rules::OfficeLevel>(); }, [](auto&) {}},
        input);
    return input;
  }

  std::mt19937 chance_;
  Instant now_;
  Play play_;
  int refused_ = 0;
};

void expect_clocks_sound(const CaseHead& head) {
  for (const ClockRun& run : head.clocks) {
    EXPECT_GT(run.due_at, run.started_at) << rules::name_of(run.clock);
    EXPECT_TRUE(!run.stopped_at || *run.stopped_at >= run.started_at) << rules::name_of(run.clock);
    const bool is_last = head.running(run.clock) == &run || !run.running();
    EXPECT_TRUE(is_last) << rules::name_of(run.clock) << " runs twice";
    EXPECT_TRUE(rules::is_open(head.state) || !run.running())
        << rules::name_of(run.clock) << " runs on at rest";
  }
}

/// What is true of a case at every moment.
void expect_sound(Play& play) {
  for (const CaseKind kind : {CaseKind::message, CaseKind::order}) {
    expect_clocks_sound(head_of(play.of(kind)));
    std::int64_t version = 0;
    Case replayed = blank_case(kind, head_of(play.of(kind)).id);
    for (const Event& event : play.events) {
      if (event.kind != kind || event.case_id != head_of(replayed).id) continue;
      EXPECT_EQ(event.version, ++version);
      EXPECT_EQ(event.from, head_of(replayed).state);
      apply(replayed, event);
    }
    EXPECT_EQ(replayed, play.of(kind));
  }
}

/// R7: while the message waits for the hotline the order is open, and at no other time.
void expect_linked(Play& play) {
  const bool waits = play.state(CaseKind::message) == rules::State::at_hotline;
  EXPECT_EQ(waits, rules::is_open(play.state(CaseKind::order)));
}

/// The walk's events, short.
std::string timeline(unsigned seed) {
  Walk walk{seed};
  for (int i = 0; i < kStepsCount; ++i) walk.step();
  std::string text;
  for (const Event& event : walk.play().events)
    text += format_instant(event.at) + " " + rules::name_of(event.action) + " " +
            rules::name_of(event.to) + "\n";
  return text;
}

TEST(RandomWalk, NeverBreaksACaseAndGetsEverywhere) {
  int refused = 0;
  std::set<std::pair<Action, rules::State>> taken;
  for (unsigned seed = 1; seed <= kWalksCount; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Walk walk{seed};
    for (int i = 0; i < kStepsCount && !HasFailure(); ++i) {
      walk.step();
      expect_linked(walk.play());
    }
    expect_sound(walk.play());
    refused += walk.refused_count();
    for (const Event& event : walk.play().events) taken.emplace(event.action, event.from);
  }
  EXPECT_GT(refused, kWalksCount * 5) << "the walks hardly tried what they may not";
  for (const CaseKind kind : {CaseKind::message, CaseKind::order})
    for (const rules::Transition& row : rules::lifecycle_of(kind))
      EXPECT_TRUE(taken.contains({row.action, row.from}))
          << rules::name_of(row.action) << " from " << rules::name_of(row.from);
}

TEST(RandomWalk, TheSameSeedGivesTheSameTimeline) {
  EXPECT_EQ(timeline(7), timeline(7));
  EXPECT_NE(timeline(7), timeline(8));
}

}  // namespace
}  // namespace mashang::cases
