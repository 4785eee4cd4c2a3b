// What each event leaves in a suggestion, and when its wording is the deputy's own.
#include "cases/suggestion.h"

#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::Role;
using rules::State;

struct Step {
  Role who;
  Action action;
};

Play played(std::initializer_list<Step> steps, const std::string& when = "2026-03-02 09:00") {
  Play play;
  for (const auto& [who, action] : steps)
    EXPECT_EQ(play.act(at(when), who, action), "") << rules::name_of(action);
  return play;
}

Play referred() {
  return played({{Role::deputy, Action::draft},
                 {Role::deputy, Action::file},
                 {Role::liaison_office, Action::enroll},
                 {Role::liaison_office, Action::refer}});
}

const Suggestion& suggestion_of(const Play& play) { return std::get<Suggestion>(play.suggestion); }

std::string reply(Play& play, const std::string& when, const std::string& code,
                  std::optional<Day> promised_on = {}) {
  Input input = usual_input(Action::reply_formally, at(when));
  std::get<ReplyFormally>(input).code = {code};
  std::get<ReplyFormally>(input).promised_on = promised_on;
  return play.act(at(when), Role::unit, Action::reply_formally, input);
}

std::string evaluate(Play& play, const std::string& when, rules::Score score) {
  return play.act(at(when), Role::deputy, Action::evaluate, Rate{score, {}});
}

// R15, R40: what the hotline escalates carries where it came from, and is nobody's words yet.
TEST(Suggestion, EscalatedItNamesItsOrderAndItsMessage) {
  const Play play = played({{Role::resident, Action::send},
                            {Role::deputy, Action::pass_on_hotline},
                            {Role::reviewer, Action::accept},
                            {Role::reviewer, Action::escalate}});
  const Suggestion& suggestion = suggestion_of(play);
  ASSERT_TRUE(suggestion.proposed);
  EXPECT_EQ(suggestion.proposed->order.value, head_of(play.order).id);
  ASSERT_EQ(suggestion.sources.size(), 1U);
  EXPECT_EQ(suggestion.sources[0].message.value, head_of(play.message).id);
  EXPECT_EQ(suggestion.author.deputy, kDeputy);
  EXPECT_EQ(suggestion.office, "430400") << "the city's office";
  EXPECT_EQ(suggestion.proposal, "");
}

// R41: title, facts and proposal are three texts, and none is somebody else's.
TEST(Suggestion, OwnWordsAreNotAForward) {
  const std::vector<std::string> message{"路口的红绿灯坏了。"};
  EXPECT_TRUE(own_words(usual_wording(), message));
  Wording forwarded = usual_wording();
  forwarded.facts = {"路口的红绿灯，坏了"};
  EXPECT_FALSE(own_words(forwarded, message)) << "marks make no difference";
  forwarded.facts = {"路口的红绿灯坏了，全城都这样。"};
  EXPECT_TRUE(own_words(forwarded, message));
  Wording repeated = usual_wording();
  repeated.proposal = repeated.facts;
  EXPECT_FALSE(own_words(repeated, {}));
  repeated.proposal = {repeated.title.value};
  EXPECT_FALSE(own_words(repeated, {}));
}

// R41, R42: turned back it keeps the reason until the deputy has written it anew.
TEST(Suggestion, TurnedBackItSaysWhy) {
  Play play = played({{Role::deputy, Action::draft}, {Role::deputy, Action::file}});
  const TurnBack why{rules::BarReason::bid, {"涉及具体招标。"}};
  ASSERT_EQ(play.act(at("2026-03-03 09:00"), Role::liaison_office, Action::turn_back, why), "");
  EXPECT_EQ(suggestion_of(play).turned_back, why);
  ASSERT_EQ(play.act(at("2026-03-03 10:00"), Role::deputy, Action::revise), "");
  EXPECT_FALSE(suggestion_of(play).turned_back);
}

// R41: those invited, and of these who signed.
TEST(Suggestion, JointSignatoriesSignOneByOne) {
  Play play = played({{Role::deputy, Action::draft}, {Role::deputy, Action::invite}});
  ASSERT_EQ(suggestion_of(play).signatories.size(), 1U);
  EXPECT_FALSE(suggestion_of(play).signatories[0].signed_at);
  ASSERT_EQ(play.act(at("2026-03-04 09:00"), Role::joint_signatory, Action::sign_jointly), "");
  EXPECT_EQ(suggestion_of(play).signatories[0].signed_at, at("2026-03-04 09:00"));
}

// R42: the office learns of a suggestion when it is filed, and goes on knowing.
TEST(Suggestion, TheDraftIsTheDeputysOwn) {
  Play play = played({{Role::deputy, Action::draft}});
  EXPECT_EQ(parties_of(play.suggestion).office, "");
  ASSERT_EQ(play.act(at("2026-03-02 10:00"), Role::deputy, Action::file), "");
  EXPECT_EQ(parties_of(play.suggestion).office, "430400");
  ASSERT_EQ(play.act(at("2026-03-02 11:00"), Role::liaison_office, Action::turn_back), "");
  EXPECT_EQ(parties_of(play.suggestion).office, "430400");
}

// R43, R45: every reply is kept, with its code, who signed it and for which unit.
TEST(Suggestion, RepliesAreKeptWithCodeAndSignature) {
  Play play = referred();
  const Day promised = calendar::day("2026-12-31");
  ASSERT_EQ(reply(play, "2026-04-02 10:00", "B", promised), "");
  ASSERT_EQ(evaluate(play, "2026-04-03 10:00", rules::Score::mostly), "");
  EXPECT_EQ(head_of(play.suggestion).state, State::promised);
  ASSERT_EQ(reply(play, "2026-12-01 10:00", "A"), "");
  const Suggestion& suggestion = suggestion_of(play);
  ASSERT_EQ(suggestion.replies.size(), 2U);
  EXPECT_EQ(suggestion.replies[0].code, "B");
  EXPECT_EQ(suggestion.replies[0].promised_on, promised);
  EXPECT_TRUE(suggestion.replies[0].promises);
  EXPECT_FALSE(suggestion.replies[1].promises);
  EXPECT_EQ(suggestion.replies[1].signed_by, "赵领导");
  EXPECT_EQ(suggestion.replies[1].unit_name, "交警支队");
}

// R44: an evaluation is of one reply; the next reply has none yet.
TEST(Suggestion, AnEvaluationIsOfTheReplyBeforeIt) {
  Play play = referred();
  ASSERT_EQ(reply(play, "2026-04-02 10:00", "A"), "");
  ASSERT_EQ(evaluate(play, "2026-04-03 10:00", rules::Score::dissatisfied), "");
  EXPECT_EQ(head_of(play.suggestion).state, State::referred);
  ASSERT_EQ(reply(play, "2026-04-20 10:00", "A"), "");
  EXPECT_EQ(suggestion_of(play).evaluation(), nullptr);
  EXPECT_EQ(head_of(play.suggestion).state, State::evaluating);
  EXPECT_EQ(suggestion_of(play).evaluations.size(), 1U);
}

// R45: a day that passed while the deputy evaluated leaves the next day.
TEST(Suggestion, APromisedDayMayPassBeforeItIsEvaluated) {
  Play play = referred();
  ASSERT_EQ(reply(play, "2026-04-02 10:00", "B", calendar::day("2026-04-10")), "");
  ASSERT_EQ(evaluate(play, "2026-04-20 23:59:59", rules::Score::satisfied), "");
  const ClockRun* run = head_of(play.suggestion).running(rules::Clock::follow_up);
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(run->due_at, at("2026-04-21 24:00"));
  EXPECT_FALSE(run->late(at("2026-04-21 24:00")));
}

}  // namespace
}  // namespace mashang::cases
