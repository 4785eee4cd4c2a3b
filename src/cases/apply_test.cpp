// apply(): the events of a case, in order, give the case, and nothing else is needed (invariant of
// event.h). And what each event leaves behind in it.
#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::CaseKind;
using rules::Role;
using rules::State;

/// A case made anew from the events of its kind and id.
Case replayed(const Play& play, const Case& like) {
  const CaseHead& head = head_of(like);
  Case made = blank_case(head.kind, head.id);
  for (const Event& event : play.events)
    if (event.kind == head.kind && event.case_id == head.id) apply(made, event);
  return made;
}

/// From the message to the order's second reply, a day a step.
Play long_way() {
  constexpr std::pair<Role, Action> kSteps[] = {{Role::resident, Action::send},
                                                {Role::deputy, Action::look},
                                                {Role::deputy, Action::ask_for_more},
                                                {Role::resident, Action::supplement},
                                                {Role::deputy, Action::comment},
                                                {Role::deputy, Action::pass_on_office},
                                                {Role::liaison_office, Action::pass_on_hotline},
                                                {Role::reviewer, Action::accept},
                                                {Role::reviewer, Action::dispatch},
                                                {Role::unit, Action::sign_for},
                                                {Role::unit, Action::reply}};
  Play play;
  Instant now = at("2026-11-02 09:00");
  for (const auto& [who, action] : kSteps) {
    EXPECT_EQ(play.act(now, who, action), "") << rules::name_of(action);
    now += std::chrono::hours{24};
  }
  return play;
}

void call_back(Play& play, const std::string& when, rules::Outcome outcome) {
  EXPECT_EQ(play.act(at(when), Role::callback, Action::call_back, CallBack{outcome, {}}), "");
}

const Message& message_of(const Play& play) { return std::get<Message>(play.message); }
const Order& order_of(const Play& play) { return std::get<Order>(play.order); }

TEST(Apply, TheEventsGiveTheCase) {
  const Play play = long_way();
  EXPECT_EQ(replayed(play, play.message), play.message);
  EXPECT_EQ(replayed(play, play.order), play.order);
}

TEST(Apply, AMessageIsWhatWasSent) {
  Play play;
  ASSERT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
  const Message& message = message_of(play);
  EXPECT_EQ(message.head.version, 1);
  EXPECT_EQ(message.head.created_at, at("2026-11-24 09:00"));
  EXPECT_EQ(message.head.number, "LY-1");
  EXPECT_EQ(message.content.what.value, "路口的红绿灯坏了。");
  EXPECT_EQ(message.sender.deputy_name, "王试一");
}

TEST(Apply, AnOrderKeepsTheReceiptOfItsFirstSigning) {
  const Play play = long_way();
  const Order& order = order_of(play);
  ASSERT_TRUE(order.work.receipt);
  EXPECT_EQ(order.work.receipt->by, "unit");
  EXPECT_EQ(order.work.dispatched_at, at("2026-11-10 09:00"));
  EXPECT_EQ(order.work.receipt->at, at("2026-11-11 09:00"));
}

// R25: what came back for redo keeps its earlier replies and callbacks.
TEST(Apply, ARedoneOrderForgetsNothing) {
  Play play = long_way();
  call_back(play, "2026-11-13 10:00", rules::Outcome::dissatisfied);
  ASSERT_EQ(play.act(at("2026-11-13 11:00"), Role::reviewer, Action::redo, Why{{"夜里没有去看。"}}),
            "");
  ASSERT_EQ(play.act(at("2026-11-16 09:00"), Role::unit, Action::reply), "");
  const Order& order = order_of(play);
  EXPECT_EQ(order.replies.size(), 2U);
  EXPECT_EQ(order.callbacks.size(), 1U);
  EXPECT_EQ(order.redo_count(), 1);
  EXPECT_EQ(order.sent_back.front().reason, "夜里没有去看。");
  EXPECT_EQ(replayed(play, play.order), play.order);
}

// R7: the deputy's answer says who had worked on it.
TEST(Apply, ARelayedResultBecomesAnAnswerWithItsSource) {
  Play play = long_way();
  call_back(play, "2026-11-13 10:00", rules::Outcome::satisfied);
  ASSERT_TRUE(message_of(play).result);
  EXPECT_EQ(message_of(play).result->text, "已修好。");
  ASSERT_EQ(play.act(at("2026-11-13 12:00"), Role::deputy, Action::relay, Words{{"修好了。"}}), "");
  const Message& message = message_of(play);
  EXPECT_FALSE(message.result);
  ASSERT_EQ(message.answers.size(), 1U);
  EXPECT_EQ(message.answers[0].text, "修好了。");
  EXPECT_EQ(message.answers[0].from, "交警支队");
}

// R9: whether anybody but the resident has acted; looking and asking back is not acting.
TEST(Apply, ActingIsWhatMovesAMessage) {
  Play play;
  ASSERT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
  for (const Action action : {Action::look, Action::comment, Action::ask_for_more})
    ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, action), "");
  EXPECT_FALSE(message_of(play).acted);
  ASSERT_EQ(play.act(at("2026-11-24 11:00"), Role::deputy, Action::answer), "");
  EXPECT_TRUE(message_of(play).acted);
}

// R8: once for each answer.
TEST(Apply, ANewAnswerIsRatedAnew) {
  Play play;
  ASSERT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, Action::answer), "");
  const Rate dissatisfied{rules::Score::dissatisfied, {}};
  ASSERT_EQ(play.act(at("2026-11-24 11:00"), Role::resident, Action::rate, dissatisfied), "");
  ASSERT_EQ(play.act(at("2026-11-24 11:05"), Role::resident, Action::ask_again), "");
  EXPECT_TRUE(message_of(play).rating);
  ASSERT_EQ(play.act(at("2026-11-24 12:00"), Role::deputy, Action::answer), "");
  EXPECT_FALSE(message_of(play).rating);
}

// R6, R14: each of the nine reasons comes back to the message as it was given.
TEST(Apply, ARejectionIsKeptOnBothSides) {
  for (const rules::Reason reason : rules::all_of<rules::Reason>()) {
    Play play;
    ASSERT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
    ASSERT_EQ(play.act(at("2026-11-24 09:10"), Role::deputy, Action::pass_on_hotline), "");
    const Rejection rejection{reason, {"理由"}, {}};
    ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::reviewer, Action::reject, rejection), "");
    EXPECT_EQ(message_of(play).rejection, rejection);
    EXPECT_EQ(order_of(play).rejection, rejection);
    EXPECT_EQ(play.state(CaseKind::message), State::with_deputy);
  }
}

// R18: a clock's lateness is what it was when it stopped.
TEST(Apply, AStoppedClockKeepsWhatItWas) {
  const Play play = long_way();
  const Order& order = order_of(play);
  for (const ClockRun& run : order.head.clocks)
    if (run.clock == rules::Clock::sign_limit) {
      EXPECT_EQ(run.stopped_at, at("2026-11-11 09:00"));
      EXPECT_FALSE(run.late(at("2026-12-31 09:00")));
      EXPECT_EQ(run.basis, "hengyang-2022 sign-for");
      EXPECT_EQ(run.length, "24 hours");
    }
}

TEST(Apply, ANotedCallIsKeptWithItsTimeAndOrder) {
  Play play;
  ASSERT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, Action::note_call,
                     CallNoted{{"已致电。"}, {}, "GD-1", {5}}),
            "");
  ASSERT_EQ(play.act(at("2026-11-24 11:00"), Role::deputy, Action::note_call,
                     CallNoted{{"早先打过。"}, at("2026-11-24 09:30"), "", {}}),
            "");
  const auto& notes = message_of(play).call_notes;
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[0], (CallNote{"已致电。", {5}, "GD-1", at("2026-11-24 10:00")}));
  EXPECT_EQ(notes[1], (CallNote{"早先打过。", {}, "", at("2026-11-24 09:30")}));
  EXPECT_TRUE(message_of(play).looked);
  EXPECT_EQ(replayed(play, play.message), play.message);
}

TEST(Apply, TheOrderHasWhatTheDeputyFilledInAndTheMessageStaysAsItIs) {
  Play play;
  ASSERT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
  const Fill fill{Line{"上周三起"}, Line{"接孩子的老人"}, Prose{"打过一次电话"}};
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, Action::pass_on_hotline,
                     PassOnHotline{.fill = fill}),
            "");
  EXPECT_EQ(order_of(play).content.when, Line{"上周三起"});
  EXPECT_EQ(order_of(play).content.who, Line{"接孩子的老人"});
  EXPECT_EQ(order_of(play).content.before, Prose{"打过一次电话"});
  EXPECT_EQ(order_of(play).content.what, message_of(play).content.what);
  EXPECT_FALSE(message_of(play).content.when);
}

}  // namespace
}  // namespace mashang::cases
