// What the steps of an order's way leave in it: returns, extensions, promises, supervision, and
// what it shares with other orders.
#include "cases/order.h"

#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::Category;
using rules::Clock;
using rules::Role;
using rules::State;

struct Step {
  Role who;
  Action action;
};

constexpr Step kSend{Role::resident, Action::send};
constexpr Step kPassOn{Role::deputy, Action::pass_on_hotline};
constexpr Step kAccept{Role::reviewer, Action::accept};
constexpr Step kDispatch{Role::reviewer, Action::dispatch};
constexpr Step kSign{Role::unit, Action::sign_for};

Play played(std::initializer_list<Step> steps) {
  Play play;
  for (const auto& [who, action] : steps)
    EXPECT_EQ(play.act(at("2026-11-24 09:00"), who, action), "") << rules::name_of(action);
  return play;
}

Play handling() { return played({kSend, kPassOn, kAccept, kDispatch, kSign}); }

const Order& order_of(const Play& play) { return std::get<Order>(play.order); }

// R2, R6: the order starts from all that the resident has told, added or not.
TEST(Order, TakesOverWhatWasToldSoFar) {
  Play play = played({kSend});
  const Supplement more{{"昨天又坏了。"}, {}};
  ASSERT_EQ(play.act(at("2026-11-24 09:10"), Role::resident, Action::supplement, more), "");
  ASSERT_EQ(play.act(at("2026-11-24 09:20"), Role::deputy, Action::pass_on_hotline), "");
  EXPECT_EQ(order_of(play).content.what.value, "路口的红绿灯坏了。\n补充：昨天又坏了。");
  EXPECT_EQ(order_of(play).message.value, head_of(play.message).id);
}

// R10, R11, R12: it knows its channel; category and urgency are what the reviewer says.
TEST(Order, TheReviewerSaysWhatItIs) {
  Play play = played({kSend});
  const PassOnHotline proposed{{}, Category::complaint, true};
  ASSERT_EQ(play.act(at("2026-11-24 09:20"), Role::deputy, Action::pass_on_hotline, proposed), "");
  EXPECT_EQ(order_of(play).channel, rules::Channel::platform);
  EXPECT_EQ(order_of(play).category, Category::complaint);
  EXPECT_TRUE(order_of(play).urgent);
  const Accept accepted{Category::help, false};
  ASSERT_EQ(play.act(at("2026-11-24 09:30"), Role::reviewer, Action::accept, accepted), "");
  EXPECT_EQ(order_of(play).category, Category::help);
  EXPECT_FALSE(order_of(play).urgent);
}

// R13: what was said on the line is what the deputy passes on.
TEST(Order, AnsweredOnTheLineItIsToldToTheDeputy) {
  Play play = played({kSend, kPassOn});
  const LineAnswer answer{Category::consultation, {"周一至周五办理。"}};
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::reviewer, Action::answer_on_line, answer), "");
  EXPECT_EQ(head_of(play.order).state, State::archived);
  EXPECT_EQ(std::get<Message>(play.message).result->text, "周一至周五办理。");
  EXPECT_EQ(std::get<Message>(play.message).result->from, "12345");
}

// R27: why it was recorded is kept; nothing said is praise.
TEST(Order, ARecordSaysWhatItIs) {
  Play play = played({kSend, kPassOn});
  const Record record{Category::help, rules::RecordKind::nuisance, {"无诉求。"}};
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::reviewer, Action::record, record), "");
  EXPECT_EQ(order_of(play).record_kind, rules::RecordKind::nuisance);
  Play praised = played({kSend, kPassOn, {Role::reviewer, Action::record}});
  EXPECT_EQ(order_of(praised).record_kind, rules::RecordKind::praise);
}

// R19, R20: every return is kept with its papers and its end, and so is the earlier dispatch.
TEST(Order, AGrantedReturnKeepsWhatWasBefore) {
  Play play = handling();
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::unit, Action::request_return), "");
  EXPECT_FALSE(order_of(play).work.returns.back().granted.has_value());
  ASSERT_EQ(play.act(at("2026-11-24 11:00"), Role::reviewer, Action::grant_return), "");
  const UnitWork& work = order_of(play).work;
  ASSERT_EQ(work.returns.size(), 1U);
  EXPECT_EQ(work.returns[0].granted, true);
  EXPECT_EQ(work.returns[0].request.papers.leader->value, "赵领导");
  ASSERT_EQ(work.earlier.size(), 1U);
  EXPECT_EQ(work.earlier[0].unit_name, "交警支队");
  EXPECT_EQ(work.earlier[0].receipt->at, at("2026-11-24 09:00"));
  EXPECT_FALSE(work.unit);
  EXPECT_FALSE(work.receipt);
}

// R21: the move keeps both due times and who asked for it; the start is the same.
TEST(Order, AnotherCategoryKeepsBothDueTimes) {
  Play play = handling();
  const ChangeCategory change{Category::complaint, true, {"有安全隐患。"}};
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::reviewer, Action::change_category, change), "");
  const ClockRun* run = head_of(play.order).running(Clock::work_limit);
  ASSERT_NE(run, nullptr);
  ASSERT_EQ(run->moves.size(), 1U);
  EXPECT_EQ(run->moves[0].by, Action::change_category);
  EXPECT_EQ(run->moves[0].from, at("2026-11-27 24:00"));
  EXPECT_EQ(run->moves[0].to, at("2026-11-25 24:00"));
  EXPECT_EQ(run->started_at, at("2026-11-24 09:00"));
  EXPECT_EQ(run->length, "1 working day");
}

// R22: what was asked, and what was decided on it.
TEST(Order, AnExtensionKeepsItsDecision) {
  Play play = handling();
  Input asked = usual_input(Action::request_extension, at("2026-11-25 10:00"));
  std::get<RequestExtension>(asked).until = calendar::day("2026-12-02");
  ASSERT_EQ(play.act(at("2026-11-25 10:00"), Role::unit, Action::request_extension, asked), "");
  EXPECT_FALSE(order_of(play).extensions.back().granted.has_value());
  const Why no{{"仍可按期办结。"}};
  ASSERT_EQ(play.act(at("2026-11-25 11:00"), Role::reviewer, Action::refuse_extension, no), "");
  EXPECT_EQ(order_of(play).extensions.back().granted, false);
  EXPECT_EQ(order_of(play).extensions.back().decision, "仍可按期办结。");
}

// R24, R26: a promise opens a supervision that says so; it ends when the order does.
TEST(Order, APromiseIsSupervisedUntilItIsSolved) {
  Play play = handling();
  ASSERT_EQ(play.act(at("2026-11-25 10:00"), Role::unit, Action::promise), "");
  ASSERT_NE(order_of(play).supervision(), nullptr);
  EXPECT_EQ(order_of(play).supervision()->causes.front().cause,
            rules::SupervisionCause::promise_made);
  ASSERT_EQ(play.act(at("2026-11-26 10:00"), Role::unit, Action::reply), "");
  const CallBack content{rules::Outcome::satisfied, {}};
  ASSERT_EQ(play.act(at("2026-11-26 11:00"), Role::callback, Action::call_back, content), "");
  EXPECT_EQ(order_of(play).supervision(), nullptr);
  EXPECT_EQ(order_of(play).supervisions.back().ended_at, at("2026-11-26 11:00"));
}

// R16: what was appended stands in the open order, with whose answer waits for it.
TEST(Order, WhatIsAppendedIsNotLost) {
  Play play = handling();
  ASSERT_EQ(play.act_on(play.second_message, at("2026-11-25 09:00"), Role::resident, Action::send,
                        usual_input(Action::send, at("2026-11-25 09:00")), play.around()),
            "");
  ASSERT_EQ(play.act_on(play.second_message, at("2026-11-25 09:10"), Role::deputy,
                        Action::pass_on_hotline, PassOnHotline{}, play.around()),
            "");
  ASSERT_EQ(play.act_on(play.second_order, at("2026-11-25 10:00"), Role::reviewer, Action::append,
                        play.earlier_than(play.second_order), play.around()),
            "");
  const Order& order = order_of(play);
  ASSERT_EQ(order.addenda.size(), 1U);
  EXPECT_EQ(order.addenda[0].order.value, head_of(play.second_order).id);
  EXPECT_EQ(order.messages().size(), 2U);
  EXPECT_EQ(order.joined_messages[0].value, head_of(play.second_message).id);
}

}  // namespace
}  // namespace mashang::cases
