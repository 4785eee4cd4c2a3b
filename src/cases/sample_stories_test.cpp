// The sample city's stories (data/hengyang/stories.json): each step is one that the tables allow,
// each text fits, and together they show every state and every reason. Who acts follows from the
// tables.
#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/overloaded.h"
#include "cases/cases_fixture.h"

namespace mashang::cases {

struct SamplePerson {
  std::string name;
  std::string phone;
};
BOOST_DESCRIBE_STRUCT(SamplePerson, (), (name, phone))

/// One step with whatever its action hands in.
struct SampleStep {
  double after_hours = 0;
  rules::Action action{};
  std::optional<Prose> text, note, comment, public_reply;
  std::optional<std::string> unit;
  std::optional<rules::Reason> reason;
  std::optional<rules::Category> category;
  std::optional<bool> urgent;
  std::optional<rules::Score> score;
  std::optional<rules::Outcome> outcome;
  std::optional<rules::OfficeLevel> office;
};
BOOST_DESCRIBE_STRUCT(SampleStep, (),
                      (after_hours, action, text, note, comment, public_reply, unit, reason,
                       category, urgent, score, outcome, office))

struct SampleStory {
  SamplePerson resident;
  std::string deputy;
  int days_ago = 0;
  double hour = 0;
  Content content;
  std::vector<SampleStep> steps;
};
BOOST_DESCRIBE_STRUCT(SampleStory, (), (resident, deputy, days_ago, hour, content, steps))

using rules::Action;
using rules::CaseKind;
using rules::Role;
using rules::State;

namespace {

std::vector<SampleStory> stories() {
  auto read = read_json<std::vector<SampleStory>>(rules::file_text("data/hengyang/stories.json"));
  if (read) return *std::move(read);
  for (const FieldError& error : read.error()) ADD_FAILURE() << error.path << ": " << error.text.en;
  return {};
}

Instant hours_after(Instant start, double hours) {
  return start + std::chrono::milliseconds{std::int64_t(hours * 3'600'000)};
}

/// Whoever the table lets take the action from here; the unit is asked before the hotline's people.
Role actor_of(Play& play, Action action) {
  const CaseKind kind = knows(CaseKind::message, action) ? CaseKind::message : CaseKind::order;
  const rules::Transition* row = find(rules::lifecycle_of(kind), play.state(kind), action);
  for (const Role role : rules::all_of<Role>())
    if (row != nullptr && row->who.has(role)) return role;
  return Role::system;
}

Input input_of(const SampleStep& step, Instant now) {
  Input input = usual_input(step.action, now);
  std::visit(Overloaded{[&](Accept& to) {
                          to = {step.category.value(), step.urgent.value()};
                        },
                        [&](Record& to) { to.category = step.category.value(); },
                        [&](Rejection& to) {
                          to.reason = step.reason.value();
                          to.text = step.text.value();
                        },
                        [&](Rate& to) { to.score = step.score.value(); },
                        [&](CallBack& to) { to.outcome = step.outcome.value(); },
                        [&](PassOnOffice& to) { to.office = step.office; },
                        [&](Words& to) { to.text = step.text.value(); },
                        [&](Why& to) { to.reason = step.text.value(); }, [](auto&) {}},
             input);
  return input;
}

/// The story as a demonstration would have it that begins on that day, an ordinary one if none is
/// said.
Play played(const SampleStory& story, Instant today = at("2026-11-24 00:00")) {
  Instant now = hours_after(today - std::chrono::days{story.days_ago}, story.hour);
  Play play;
  EXPECT_EQ(play.act(now, Role::resident, Action::send), "");
  for (const SampleStep& step : story.steps) {
    now = hours_after(now, step.after_hours);
    play.time_passes(now);
    EXPECT_EQ(play.act(now, actor_of(play, step.action), step.action, input_of(step, now)), "")
        << story.content.what.value << " " << rules::name_of(step.action);
  }
  play.time_passes(std::max(now, today + std::chrono::hours{14}));
  return play;
}

TEST(SampleStories, AreAllAllowedStepByStepWheneverTheDemonstrationBegins) {
  const auto all = stories();
  EXPECT_GE(all.size(), 60U);
  for (int day = 40; day < 360; day += 29)
    for (const SampleStory& story : all)
      played(story, at("2026-01-01 00:00") + std::chrono::days{day});
}

/// What no sample story shows yet. Whoever writes one takes its state off this list.
constexpr State kNotShownYet[] = {State::appended, State::escalated, State::withdrawn,
                                  State::tracked};

TEST(SampleStories, ComeToRestInEveryStateThereIs) {
  std::set<std::pair<CaseKind, State>> reached;
  for (const SampleStory& story : stories()) {
    Play play = played(story);
    for (const CaseKind kind : {CaseKind::message, CaseKind::order})
      reached.emplace(kind, play.state(kind));
  }
  for (const CaseKind kind : {CaseKind::message, CaseKind::order})
    for (const rules::Transition& row : rules::lifecycle_of(kind)) {
      // A closed order is archived by the same step.
      const bool passing = kind == CaseKind::order && row.to == State::closed;
      const bool shown = kind == CaseKind::message ||
                         std::ranges::find(kNotShownYet, row.to) == std::end(kNotShownYet);
      EXPECT_EQ(passing || reached.contains({kind, row.to}), shown) << rules::name_of(row.to);
    }
}

TEST(SampleStories, HaveSomeThatAreLate) {
  std::set<rules::Clock> late;
  const Instant now = at("2026-11-24 14:00");
  for (const SampleStory& story : stories()) {
    const Play play = played(story);
    for (const Case* standing : {&play.message, &play.order})
      for (const ClockRun& run : head_of(*standing).clocks)
        if (run.late(now)) late.insert(run.clock);
  }
  for (const rules::Clock clock :
       {rules::Clock::look_limit, rules::Clock::sign_limit, rules::Clock::work_limit})
    EXPECT_TRUE(late.contains(clock)) << rules::name_of(clock);
}

TEST(SampleStories, GiveEveryReasonOnce) {
  std::multiset<rules::Reason> reasons;
  for (const SampleStory& story : stories())
    for (const SampleStep& step : story.steps)
      if (step.action == Action::reject) reasons.insert(step.reason.value());
  for (const rules::Reason reason : rules::all_of<rules::Reason>())
    EXPECT_EQ(reasons.count(reason), 1U) << rules::name_of(reason);
}

TEST(SampleStories, NameDeputiesAndUnitsOfTheCity) {
  const std::string city = rules::file_text("data/hengyang/city.json");
  const auto has = [&](const std::string& text) {
    return city.find('"' + text + '"') != std::string::npos;
  };
  for (const SampleStory& story : stories()) {
    EXPECT_TRUE(has(story.deputy)) << story.deputy;
    EXPECT_TRUE(story.resident.phone.starts_with("194")) << "no operator has been given 194";
    for (const SampleStep& step : story.steps)
      EXPECT_TRUE(!step.unit || has(*step.unit)) << *step.unit;
  }
}

}  // namespace
}  // namespace mashang::cases
