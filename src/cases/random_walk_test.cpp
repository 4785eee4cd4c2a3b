// Weeks of people who do whatever occurs to them, allowed or not, over holidays and make-up days:
// from a seed, so that a walk that breaks something can be walked again.
#include <algorithm>
#include <random>
#include <set>

#include "base/overloaded.h"
#include "cases/cases_fixture.h"
#include "rules/clocks.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::CaseKind;
using rules::Clock;
using rules::Role;
using rules::State;

constexpr unsigned kWalksCount = 120;
/// Within so many every row of the tables has been taken by some walk.
constexpr unsigned kWalksMost = 3000;
constexpr int kStepsCount = 240;

class Walk {
 public:
  explicit Walk(unsigned seed) : chance_(seed) {
    // Every other walk begins shortly before a year whose notice is not out; the others anywhere
    // after the Spring Festival.
    now_ = seed % 2 == 0 ? at("2026-11-20 08:00") : at("2026-02-10 08:00");
    now_ += std::chrono::hours{pick(seed % 2 == 0 ? 800 : 6800)};
    notice_step_ = 10 + pick(kStepsCount);
    second_step_ = pick(kStepsCount);
    gone_step_ = pick(3) == 0 ? 10 + pick(kStepsCount) : -1;
    attempt(play_.message, Role::resident, Action::send);
  }

  void step() {
    const bool quiet = pick(6) == 0;
    now_ += std::chrono::minutes{quiet ? pick(9 * 24 * 60) : pick(120)};
    if (++steps_ == notice_step_) play_.notice_comes_in(now_);
    if (steps_ == gone_step_) play_.deputy_gone = true;
    Surroundings around = play_.around();
    around.many_orders = pick(60) == 0;
    play_.time_passes(now_, around);
    if (quiet) return;
    // Mostly somebody does what he may; otherwise anybody does anything.
    if (pick(4) != 0)
      do_something_allowed();
    else
      attempt(*play_.all()[std::size_t(pick(5))], any<Role>(), any<Action>());
  }

  Play& play() { return play_; }
  Instant now() const { return now_; }
  int refused_count() const { return refused_; }

 private:
  struct Chance {
    Case* standing;
    Role who;
    Action action;
  };

  int pick(int below) { return std::uniform_int_distribution<int>{0, below - 1}(chance_); }

  template <typename E>
  E any() {
    const std::vector<E> all = rules::all_of<E>();
    return all[std::size_t(pick(int(all.size())))];
  }

  /// Mostly nobody answers: otherwise no walk would ever count three days of trying.
  rules::Outcome any_outcome() {
    return pick(3) == 0   ? rules::Outcome::dissatisfied
           : pick(2) == 0 ? rules::Outcome::unreachable
                          : any<rules::Outcome>();
  }

  static bool ends_it(const Chance& chance) {
    using enum Action;
    const Action action = chance.action;
    if (action == append || action == tell_result) return false;
    const CaseHead& head = head_of(*chance.standing);
    const auto* row = rules::find(rules::lifecycle_of(head.kind), head.state, chance.action);
    return row != nullptr && !rules::is_open(row->to);
  }

  void add_chances(std::vector<Chance>& chances, Case& standing) {
    for (const Role role : rules::all_of<Role>()) {
      if (role == Role::system) continue;
      for (const Option& option : options_for(standing, role, play_.around(), now_))
        if (!option.refusal) chances.push_back({&standing, role, option.action});
    }
  }

  void do_something_allowed() {
    // One case after the other has its turn, or the one with the most options would have them all.
    Case& standing = *play_.all()[std::size_t(pick(steps_ < second_step_ ? 3 : 5))];
    std::vector<Chance> chances;
    add_chances(chances, standing);
    const bool blank = rules::is_start(head_of(standing).state);
    const CaseKind kind = head_of(standing).kind;
    if (blank && kind == CaseKind::message)
      chances.push_back({&standing, Role::resident, Action::send});
    if (blank && kind == CaseKind::suggestion && pick(3) == 0)
      chances.push_back({&standing, Role::deputy, Action::draft});
    // Few matters are over at once: otherwise hardly a walk would ever come to where it is late.
    if (pick(6) != 0) std::erase_if(chances, [](const Chance& chance) { return ends_it(chance); });
    if (chances.empty()) return;
    Chance chance = chances[std::size_t(pick(int(chances.size())))];
    // R16 needs two orders that are under way at one time, which is rare enough.
    const auto append = std::ranges::find(chances, Action::append, &Chance::action);
    if (append != chances.end() && pick(3) == 0) chance = *append;
    attempt(*chance.standing, chance.who, chance.action);
  }

  void attempt(Case& standing, Role role, Action action) {
    // Steps of the system follow from another case or from time; nobody takes them.
    if (role == Role::system) return;
    const std::size_t before = play_.events.size();
    const Case as_it_was = standing;
    const Input input = random_input(standing, action);
    if (play_.act_on(standing, now_, role, action, input, play_.around()).empty()) return;
    ++refused_;
    EXPECT_EQ(play_.events.size(), before);
    EXPECT_EQ(standing, as_it_was);
  }

  std::vector<Assistant> any_assistants() {
    std::vector<Assistant> all{{kAssistant, "供电公司", ""}, {kSecondAssistant, "城管局", ""}};
    all.resize(std::size_t(pick(3)));
    return all;
  }

  std::optional<Prose> any_absences() {
    return pick(2) == 0 ? std::optional(Prose{"协办单位正在调查。"}) : std::nullopt;
  }

  /// A day or two after whichever limit runs, as somebody would who asks for more time.
  Day any_extension(const Case& standing) {
    const ClockRun* run = head_of(standing).running(Clock::work_limit);
    if (run == nullptr) run = head_of(standing).running(Clock::redo_limit);
    return day_of(run == nullptr ? now_ : run->due_at) + std::chrono::days{pick(4)};
  }

  std::optional<Day> any_promise() {
    return pick(2) == 0 ? std::nullopt : std::optional(day_of(now_) + std::chrono::days{pick(20)});
  }

  Earlier any_earlier(const Case& standing) {
    return std::holds_alternative<Order>(standing) ? play_.earlier_than(standing) : Earlier{};
  }

  Input random_input(const Case& standing, Action action) {
    Input input = usual_input(action, now_);
    std::visit(
        Overloaded{[&](Send& to) {
                     // R16: the second message is now of the same person, now of another.
                     if (&standing != &play_.message && pick(4) == 0)
                       to.sender.resident = kOtherResident;
                   },
                   [&](Accept& to) {
                     to = {any<rules::Category>(), pick(4) == 0};
                   },
                   [&](ChangeCategory& to) { to.category = any<rules::Category>(); },
                   [&](Record& to) { to.category = any<rules::Category>(); },
                   [&](LineAnswer& to) { to.category = any<rules::Category>(); },
                   [&](Earlier& to) { to = any_earlier(standing); },
                   [&](Rejection& to) { to.reason = any<rules::Reason>(); },
                   [&](Rate& to) { to.score = any<rules::Score>(); },
                   [&](CallBack& to) { to.outcome = any_outcome(); },
                   [&](PassOnOffice& to) { to.office = any<rules::OfficeLevel>(); },
                   [&](Dispatched& to) { to.assisting = any_assistants(); },
                   [&](Referred& to) {
                     to.assisting = any_assistants();
                     to.difficulty = any<rules::Difficulty>();
                   },
                   [&](ReturnRequested& to) {
                     if (pick(4) == 0) to.papers.leader.reset();
                   },
                   [&](Assisted& to) { to.unit = pick(2) == 0 ? kAssistant : kSecondAssistant; },
                   [&](RequestExtension& to) { to.until = any_extension(standing); },
                   [&](Reply& to) { to.absences = any_absences(); },
                   [&](Promise& to) {
                     to.absences = any_absences();
                     to.until = day_of(now_) + std::chrono::days{pick(20)};
                   },
                   [&](Invited& to) {
                     if (pick(2) == 0) to.deputy = kSecondSignatory;
                   },
                   [&](ReplyFormally& to) {
                     to.code = {std::string(1, "ABCDE"[pick(5)])};
                     to.promised_on = any_promise();
                     to.absences = any_absences();
                   },
                   [](auto&) {}},
        input);
    return input;
  }

  std::mt19937 chance_;
  Instant now_;
  int steps_ = 0;
  int notice_step_ = 0;
  int second_step_ = 0;  // from when on the second message may be sent
  int gone_step_ = 0;
  Play play_;
  int refused_ = 0;
};

/// R21, R22, R52: whatever moves a due time starts from where it stood, and leaves the start alone.
void expect_moves_sound(const ClockRun& run) {
  for (std::size_t i = 1; i < run.moves.size(); ++i)
    EXPECT_EQ(run.moves[i].from, run.moves[i - 1].to) << rules::name_of(run.clock);
  EXPECT_TRUE(run.moves.empty() || run.moves.back().to == run.due_at) << rules::name_of(run.clock);
  for (const ClockMove& move : run.moves) EXPECT_GE(move.at, run.started_at);
}

void expect_clocks_sound(const CaseHead& head) {
  std::set<std::pair<Clock, std::int64_t>> running;
  for (const ClockRun& run : head.clocks) {
    EXPECT_GT(run.due_at, run.started_at) << rules::name_of(run.clock);
    EXPECT_TRUE(run.half_at <= run.four_fifths_at && run.four_fifths_at <= run.due_at)
        << rules::name_of(run.clock);
    EXPECT_TRUE(!run.stopped_at || *run.stopped_at >= run.started_at) << rules::name_of(run.clock);
    EXPECT_EQ(rules::runs_for_each_unit(run.clock), bool(run.unit)) << rules::name_of(run.clock);
    EXPECT_TRUE(!run.running() || running.emplace(run.clock, run.unit.value).second)
        << rules::name_of(run.clock) << " runs twice";
    EXPECT_TRUE(rules::is_open(head.state) || !run.running())
        << rules::name_of(run.clock) << " runs on at rest";
    expect_moves_sound(run);
  }
}

/// R17: the clock of an assisting unit runs exactly while its part is owed.
void expect_assistance_sound(const Case& standing) {
  const UnitWork* work = work_of(standing);
  if (work == nullptr) return;
  const CaseHead& head = head_of(standing);
  const bool being_handled = head.running(Clock::work_limit) || head.running(Clock::reply_limit);
  for (const Assistance& one : work->assisting)
    EXPECT_EQ(head.running(Clock::assist_limit, one.unit) != nullptr,
              !one.given_at && being_handled);
}

/// R7: every open case is held by somebody, and a clock runs or a named deputy has all the time.
void expect_bound(const CaseHead& head) {
  if (!rules::is_open(head.state) || rules::follows_order(head.state)) return;
  EXPECT_NE(rules::holder_of(head.state), Role::system);
  EXPECT_TRUE(head.next_due() != nullptr || rules::waits_without_limit(head.state))
      << rules::name_of(head.state) << " waits for nobody";
}

/// What is true of a case at the end of a walk: its events give it, clocks included.
void expect_replayed(const Play& play, const Case& standing) {
  const CaseHead& head = head_of(standing);
  std::int64_t version = 0;
  Case replayed = blank_case(head.kind, head.id);
  for (const Event& event : play.events) {
    if (event.kind != head.kind || event.case_id != head.id) continue;
    EXPECT_EQ(event.version, ++version);
    EXPECT_EQ(event.from, head_of(replayed).state);
    apply(replayed, event);
  }
  EXPECT_EQ(replayed, standing);
}

bool waits_for(const Case& order, const Case& message) {
  const std::vector<MessageId> waiting = std::get<Order>(order).messages();
  return rules::is_open(head_of(order).state) &&
         std::ranges::find(waiting, MessageId{head_of(message).id}) != waiting.end();
}

/// R7, R16: while a message waits for the hotline, one open order is to bring it an answer, and at
/// no other time.
void expect_linked(Play& play) {
  for (const Case* message : {&play.message, &play.second_message}) {
    const int orders =
        int(waits_for(play.order, *message)) + int(waits_for(play.second_order, *message));
    EXPECT_EQ(orders, int(head_of(*message).state == State::at_hotline));
  }
}

/// R26: a supervision is open exactly while its clock runs, and only on an open order.
void expect_supervision_sound(const Case& standing) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr) return;
  EXPECT_EQ(order->supervision() != nullptr,
            order->head.running(Clock::supervision_limit) != nullptr);
}

void expect_sound(Walk& walk) {
  for (const Case* one : walk.play().all()) {
    expect_clocks_sound(head_of(*one));
    expect_assistance_sound(*one);
    expect_supervision_sound(*one);
    expect_bound(head_of(*one));
  }
  expect_linked(walk.play());
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

using Rows = std::set<std::tuple<CaseKind, Action, State>>;

Rows all_rows() {
  Rows rows;
  for (const CaseKind kind : rules::all_of<CaseKind>())
    for (const rules::Transition& row : rules::lifecycle_of(kind))
      rows.emplace(kind, row.action, row.from);
  return rows;
}

TEST(RandomWalk, NeverBreaksACase) {
  int refused = 0;
  for (unsigned seed = 1; seed <= kWalksCount && !HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Walk walk{seed};
    for (int i = 0; i < kStepsCount && !HasFailure(); ++i) {
      walk.step();
      expect_sound(walk);
    }
    for (const Case* one : walk.play().all()) expect_replayed(walk.play(), *one);
    refused += walk.refused_count();
  }
  EXPECT_GT(refused, int(kWalksCount) * 5) << "the walks hardly tried what they may not";
}

/// Walks on until every row was taken; what comes of the last step of each must be sound too.
TEST(RandomWalk, GetsEverywhere) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "takes minutes here; the walks above look for what a sanitizer finds";
#endif
  Rows missing = all_rows();
  for (unsigned seed = 1; seed <= kWalksMost && !missing.empty() && !HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Walk walk{seed};
    for (int i = 0; i < kStepsCount; ++i) walk.step();
    expect_sound(walk);
    for (const Event& event : walk.play().events)
      missing.erase({event.kind, event.action, event.from});
  }
  for (const auto& [kind, action, from] : missing)
    ADD_FAILURE() << "never taken: " << rules::name_of(action) << " from " << rules::name_of(from);
}

TEST(RandomWalk, TheSameSeedGivesTheSameTimeline) {
  EXPECT_EQ(timeline(7), timeline(7));
  EXPECT_NE(timeline(7), timeline(8));
}

}  // namespace
}  // namespace mashang::cases
