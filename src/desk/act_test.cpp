// The loop, from a message to its rating, as people take its steps one after another; and what is
// denied to whom on the way.
#include "desk/act.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "desk/desk_fixture.h"
#include "rules/notices.h"
#include "store/attachment_store.h"
#include "store/outbox_store.h"
#include "store/verify.h"

namespace mashang::desk {
namespace {

using cases::Words;
using rules::Action;
using rules::CaseKind;
using rules::Category;
using rules::Outcome;
using rules::Score;
using rules::State;
using testing::ElementsAre;
using testing::IsEmpty;
using Why = Denied::Why;

class ActTest : public DeskTest {
 protected:
  std::vector<store::Outgoing> outbox() {
    return reading(
        [this](store::Connection& connection) { return store::outgoing_due(connection, now, 99); });
  }
  std::vector<std::string> findings() {
    return reading(
        [](store::Connection& connection) { return store::verify(connection).findings; });
  }
  /// "message look" of what was told since `from`.
  std::vector<std::string> told_since(std::size_t from) {
    std::vector<std::string> texts;
    for (std::size_t i = from; i < told.size(); ++i)
      texts.push_back(rules::name_of(told[i].kind) + " " + rules::name_of(told[i].action));
    return texts;
  }
};

TEST_F(ActTest, TheWholeLoop) {
  const Ref message = sent();
  must(act(deputy(), message, Action::look));
  const Ref order = submitted(message);
  EXPECT_EQ(state(message), State::at_hotline);
  EXPECT_EQ(state(order), State::submitted);
  dispatched(order);
  EXPECT_EQ(this->order(order).work.unit_name, "交警支队");
  now += std::chrono::hours(3);
  replied(order);
  EXPECT_EQ(state(order), State::replied);
  EXPECT_EQ(state(message), State::at_hotline) << "the hotline calls back before it comes back";
  must(call_back(order, Outcome::satisfied));
  EXPECT_EQ(state(order), State::archived);
  EXPECT_EQ(state(message), State::result_back);
  EXPECT_EQ(this->message(message).result->text, "红绿灯已修好。");
  EXPECT_EQ(this->message(message).result->from, "交警支队");
  must(act(deputy(), message, Action::relay, Words{{"交警已修好红绿灯。"}}));
  EXPECT_EQ(state(message), State::answered);
  must(act(resident(), message, Action::rate, cases::Rate{Score::satisfied}));
  EXPECT_EQ(state(message), State::closed);
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(ActTest, PassingOnMakesTheOrderInTheSameTransaction) {
  const Ref message = sent();
  const std::size_t before = told.size();
  const cases::PassOnHotline pass{cases::Prose{"请尽快"}, Category::complaint, true};
  must(act(deputy(), message, Action::pass_on_hotline, pass));
  EXPECT_THAT(told_since(before), ElementsAre("message pass_on_hotline", "order submit"));
  const Ref made{CaseKind::order, told.back().id};
  EXPECT_EQ(order(made).head.number, "GD20261124-000001");
  EXPECT_EQ(order(made).message.value, message.id);
  EXPECT_EQ(order(made).note, "请尽快");
  EXPECT_EQ(order(made).category, Category::complaint);
  EXPECT_TRUE(order(made).urgent);
  EXPECT_EQ(order(made).caller.resident, resident().viewer.person);
}

TEST_F(ActTest, TheOrderCarriesWhatTheResidentAddedSince) {
  const Ref message = sent();
  must(act(deputy(), message, Action::ask_for_more, Words{{"哪个路口?"}}));
  must(act(resident(), message, Action::supplement, cases::Supplement{{"示例路与样本街。"}, {}}));
  const cases::Order made = order(submitted(message));
  EXPECT_EQ(made.content.what.value, "红绿灯坏了。\n补充：示例路与样本街。");
  EXPECT_EQ(made.title, "红绿灯坏了。");
  EXPECT_EQ(this->message(message).content.what.value, "红绿灯坏了。");
}

TEST_F(ActTest, WhatHasNoRoomInTheOrderIsLeftInTheMessage) {
  MessageDraft draft = this->draft();
  draft.content.what = {std::string(7999, 'a')};
  const Ref message{CaseKind::message, must(send(resident(), draft)).id};
  must(act(resident(), message, Action::supplement, cases::Supplement{{"还有"}, {}}));
  const Ref made = submitted(message);
  EXPECT_EQ(order(made).content.what.value.size(), 7999U);
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(ActTest, ARejectionComesBackToTheDeputyWithItsReasonAndChannel) {
  const Ref message = sent();
  const Ref order = submitted(message);
  const std::size_t before = told.size();
  must(act(staff("reviewer"), order, Action::reject,
           cases::Rejection{rules::Reason::not_concrete, {"没有说清楚是哪个路口。"}, {}}));
  EXPECT_THAT(told_since(before), ElementsAre("order reject", "message take_rejection"));
  EXPECT_EQ(state(order), State::rejected);
  EXPECT_EQ(state(message), State::with_deputy);
  EXPECT_EQ(this->message(message).rejection->reason, rules::Reason::not_concrete);
  EXPECT_EQ(this->message(message).rejection->text.value, "没有说清楚是哪个路口。");
  const Ref second = submitted(message);
  EXPECT_NE(second.id, order.id) << "passed on again, it is a new order";
  EXPECT_FALSE(this->message(message).rejection);
}

TEST_F(ActTest, PraiseIsRecordedAndComesBackWithoutDispatch) {
  const Ref message = sent();
  const Ref order = submitted(message);
  EXPECT_EQ(refused(act(staff("reviewer"), order, Action::accept, cases::Accept{Category::praise})),
            "needs_handling");
  must(act(staff("reviewer"), order, Action::record,
           cases::Record{.category = Category::praise, .text = {"已转达交警支队。"}}));
  EXPECT_EQ(state(order), State::archived);
  EXPECT_EQ(state(message), State::result_back);
  EXPECT_EQ(this->message(message).result->text, "已转达交警支队。");
  EXPECT_EQ(this->message(message).result->from, "12345");
}

TEST_F(ActTest, DissatisfiedIsDecidedByTheReviewerAndDoneAgain) {
  const Ref order = submitted(sent());
  dispatched(order);
  replied(order);
  must(call_back(order, Outcome::dissatisfied));
  EXPECT_EQ(state(order), State::disputed);
  EXPECT_EQ(refused(act(staff("callback"), order, Action::redo, cases::Why{{"重办"}})),
            "not_yours");
  must(act(staff("reviewer"), order, Action::redo, cases::Why{{"灯又灭了"}}));
  now += std::chrono::hours(1);
  must(act(staff("police"), order, Action::reply, reply()));
  must(call_back(order, Outcome::not_wanted));
  EXPECT_EQ(state(order), State::archived);
}

TEST_F(ActTest, ThreeUnansweredCallsOnThreeDaysCloseTheOrder) {
  const Ref message = sent();
  const Ref order = submitted(message);
  dispatched(order);
  replied(order);
  must(call_back(order, Outcome::unreachable));
  must(call_back(order, Outcome::unreachable));
  now += std::chrono::days(1);
  must(call_back(order, Outcome::unreachable));
  EXPECT_EQ(state(order), State::replied) << "two calls on one day are one try";
  now += std::chrono::days(1);
  must(call_back(order, Outcome::unreachable));
  EXPECT_EQ(state(order), State::archived);
  EXPECT_EQ(state(message), State::result_back);
}

TEST_F(ActTest, NobodyRepliesWithoutHavingSpokenToTheDeputy) {
  const Ref order = submitted(sent());
  dispatched(order);
  must(act(staff("police"), order, Action::sign_for));
  cases::Reply reply = this->reply();
  reply.contact.at = now - std::chrono::hours(2);
  EXPECT_EQ(refused(act(staff("police"), order, Action::reply, reply)), "caller_contacted");
  reply.contact.at = now + std::chrono::minutes(1);
  EXPECT_EQ(refused(act(staff("police"), order, Action::reply, reply)), "caller_contacted");
  reply.contact.at = now;
  must(act(staff("police"), order, Action::reply, reply));
}

TEST_F(ActTest, AnOrderGoesToAUnitThatExists) {
  const Ref order = submitted(sent());
  must(act(staff("reviewer"), order, Action::accept, cases::Accept{Category::help}));
  EXPECT_EQ(refused(act(staff("reviewer"), order, Action::dispatch,
                        cases::Dispatched{.unit = {999}, .unit_name = "没有这个单位"})),
            "unit_known");
  must(act(staff("reviewer"), order, Action::dispatch,
           cases::Dispatched{.unit = unit(), .unit_name = "冒充的名称"}));
  EXPECT_EQ(this->order(order).work.unit_name, "交警支队") << "the name is looked up, not taken";
}

TEST_F(ActTest, TheSameKeyTwiceIsOneStep) {
  const Ref message = sent();
  const ActRequest look{CaseKind::message, message.id,       1,
                        Action::look,      cases::Nothing{}, fresh_key()};
  const Done first = must(act(deputy(), look));
  const Done again = must(act(deputy(), look));
  EXPECT_EQ(again.version, first.version);
  EXPECT_EQ(version(message), 2);
  EXPECT_EQ(told.size(), 2U);
}

TEST_F(ActTest, AKeyReusedForAnotherRequestIsRefused) {
  const Ref message = sent();
  must(act(deputy(),
           {CaseKind::message, message.id, 1, Action::look, cases::Nothing{}, {"key", "look"}}));
  const ActRequest answer{CaseKind::message, message.id,      2,
                          Action::answer,    Words{{"好的"}}, {"key", "answer"}};
  EXPECT_EQ(denied(act(deputy(), answer)), Why::key_reused);
  EXPECT_EQ(version(message), 2);
}

TEST_F(ActTest, WhoeverWasSlowerIsToldTheVersionNow) {
  const Ref message = sent();
  must(act(resident(), message, Action::supplement, cases::Supplement{{"昨天开始的"}, {}}));
  const Answer late = act(
      deputy(), {CaseKind::message, message.id, 1, Action::answer, Words{{"好的"}}, fresh_key()});
  EXPECT_EQ(denied(late), Why::faster);
  EXPECT_EQ(late.error().version, 2);
  must(act(deputy(), message, Action::answer, Words{{"好的"}}));
}

TEST_F(ActTest, OfAMessageOnlyItsOwnPeopleKnow) {
  const Ref message = sent();
  for (const Person& stranger :
       {resident("15400000011", "刘范例"), deputy("D3"), staff("other-station"),
        staff("county-office"), staff("city-office"), staff("other-office"), staff("police"),
        staff("reviewer"), staff("callback")})
    EXPECT_EQ(denied(act(stranger, message, Action::look)), Why::not_there) << stranger.name;
  for (const Person& own : {resident(), staff("station")})
    EXPECT_EQ(refused(act(own, message, Action::look)), "not_yours") << own.name;
  must(act(deputy(), message, Action::look));
}

TEST_F(ActTest, OfAnOrderOnlyItsOwnPeopleKnow) {
  const Ref order = submitted(sent());
  EXPECT_EQ(denied(act(staff("no-unit"), order, Action::sign_for)), Why::not_there)
      << "an order of no unit is not that of people without one";
  dispatched(order);
  for (const Person& stranger : {resident(), deputy("D3"), staff("station"), staff("housing"),
                                 staff("no-unit"), staff("county-office")})
    EXPECT_EQ(denied(act(stranger, order, Action::sign_for)), Why::not_there) << stranger.name;
  EXPECT_EQ(refused(act(deputy(), order, Action::sign_for)), "not_yours");
  must(act(staff("police"), order, Action::sign_for));
}

TEST_F(ActTest, AnOfficeKnowsOfAMessageWhileItIsTheOneItWasPassedTo) {
  const Ref message = sent();
  must(act(deputy(), message, Action::pass_on_office, cases::PassOnOffice{}));
  EXPECT_EQ(denied(act(staff("other-office"), message, Action::give_back, cases::Note{})),
            Why::not_there);
  must(act(staff("county-office"), message, Action::pass_on_office,
           cases::PassOnOffice{rules::OfficeLevel::city, {}}));
  EXPECT_EQ(denied(act(staff("county-office"), message, Action::give_back, cases::Note{})),
            Why::not_there);
  must(act(staff("city-office"), message, Action::answer, Words{{"已列入计划。"}}));
  EXPECT_EQ(state(message), State::result_back);
}

TEST_F(ActTest, NoCaseHasAnUnknownNumber) {
  const ActRequest look{CaseKind::message, 99, 1, Action::look, cases::Nothing{}, fresh_key()};
  EXPECT_EQ(denied(act(deputy(), look)), Why::not_there);
}

TEST_F(ActTest, ASupplementTakesAttachmentsOfItsOwnSenderOnly) {
  const Ref message = sent();
  const auto attachment_of = [&](const Person& who) {
    return writing([&](store::Connection& connection) {
      return store::add_attachment(connection, {.sha256 = std::string(64, 'a'),
                                                .media_type = "image/jpeg",
                                                .uploader = who.viewer.person,
                                                .created_at = now});
    });
  };
  const AttachmentId foreign = attachment_of(resident("15400000011", "刘范例"));
  const AttachmentId own = attachment_of(resident());
  const auto with = [](AttachmentId attachment) {
    return cases::Supplement{{"见照片"}, std::vector<AttachmentId>{attachment}};
  };
  EXPECT_EQ(refused(act(resident(), message, Action::supplement, with(foreign))),
            "attachments_usable");
  must(act(resident(), message, Action::supplement, with(own)));
  EXPECT_EQ(refused(act(resident(), message, Action::supplement, with(own))), "attachments_usable");
}

TEST_F(ActTest, EachStepLeavesTheNoticesOfTheTable) {
  const Ref order = submitted(sent());
  dispatched(order);
  replied(order);
  must(call_back(order, Outcome::satisfied));
  std::vector<std::string> left;
  for (const store::Outgoing& row : outbox()) {
    const auto payload = boost::json::parse(row.payload);
    left.push_back(std::string(payload.at("kind").as_string()) + " " +
                   std::string(payload.at("action").as_string()) + " to " +
                   row.target.substr(0, row.target.find(':')));
  }
  std::vector<std::string> due;
  for (const Change& change : told)
    for (const rules::Notice& notice : rules::kNotices)
      // No unit assists here, so nobody is told as one.
      if (notice.kind == change.kind && notice.action == change.action &&
          notice.audience != rules::Role::assisting_unit)
        due.push_back(rules::name_of(change.kind) + " " + rules::name_of(change.action) + " to " +
                      rules::name_of(notice.audience));
  EXPECT_EQ(left, due);
  EXPECT_THAT(left, testing::Contains("order dispatch to unit"));
}

TEST_F(ActTest, ANoticeNamesWhomItIsForByTheTieToTheCase) {
  sent();
  const auto first = outbox().at(0);
  EXPECT_EQ(first.target, "deputy:" + std::to_string(deputy().viewer.deputy.value));
  EXPECT_EQ(first.event_seq, told.at(0).seq);
}

TEST_F(ActTest, ARefusedStepLeavesNothing) {
  const Ref message = sent();
  const std::size_t notices = outbox().size();
  EXPECT_EQ(refused(act(resident(), message, Action::rate, cases::Rate{Score::satisfied})),
            "not_from_here");
  EXPECT_EQ(version(message), 1);
  EXPECT_EQ(outbox().size(), notices);
  EXPECT_EQ(told.size(), 1U);
}

}  // namespace
}  // namespace mashang::desk
