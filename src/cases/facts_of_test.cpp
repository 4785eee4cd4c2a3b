// facts_of(): what a guard may know, read off a case, what is handed in, and the time.
#include "cases/facts_of.h"

#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::Facts;
using rules::Outcome;
using rules::Role;

Play sent() {
  Play play;
  EXPECT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
  return play;
}

Play replied() {
  Play play = sent();
  for (const auto& [who, action] : {std::pair{Role::deputy, Action::pass_on_hotline},
                                    {Role::reviewer, Action::accept},
                                    {Role::reviewer, Action::dispatch},
                                    {Role::unit, Action::sign_for},
                                    {Role::unit, Action::reply}})
    EXPECT_EQ(play.act(at("2026-11-24 10:00"), who, action), "") << rules::name_of(action);
  return play;
}

Facts facts(const Case& standing, const Input& input, const std::string& when) {
  return facts_of(standing, input, usual_surroundings(), at(when));
}
Facts facts(const Case& standing, const std::string& when) {
  return facts(standing, Nothing{}, when);
}

/// The order after these callbacks, one each day from 25 November on.
Facts after_callbacks(std::initializer_list<Outcome> outcomes) {
  Order order = std::get<Order>(replied().order);
  Instant when = at("2026-11-25 10:00");
  for (const Outcome outcome : outcomes) {
    order.callbacks.push_back({outcome, "", "callback", when});
    when += std::chrono::hours{24};
  }
  return facts(order, "2026-12-10 09:00");
}

// R1, R2, R3: whether the deputy serves, the notice is in force, and the attachments are his.
TEST(FactsOf, SurroundingsAreTakenAsTheyAre) {
  const Surroundings around{.rulebooks = shipped_rulebooks(),
                            .days = shipped_days(),
                            .deputy_active = false,
                            .deputy_gone = true,
                            .notice_current = false,
                            .attachments_usable = false,
                            .joinable = false,
                            .unit_known = false,
                            .earlier_known = false,
                            .earlier_open = false,
                            .earlier_answered = false,
                            .sources_his = false};
  const Facts found = facts_of(sent().message, Nothing{}, around, at("2026-11-24 09:00"));
  EXPECT_FALSE(found.deputy_active);
  EXPECT_FALSE(found.notice_current);
  EXPECT_FALSE(found.attachments_usable);
  EXPECT_FALSE(found.joinable);
  EXPECT_FALSE(found.unit_known);
  EXPECT_TRUE(found.deputy_gone);
  EXPECT_FALSE(found.earlier_known);
  EXPECT_FALSE(found.earlier_open);
  EXPECT_FALSE(found.earlier_answered);
  EXPECT_FALSE(found.sources_his);
}

bool general(const std::string& title) {
  const Surroundings around = usual_surroundings();
  return facts_of(sent().message, Publish{{title}}, around, at("2026-11-24 09:00")).title_general;
}

// R71: a number of five digits or more is somebody's, however it is written.
TEST(FactsOf, ATitleWithALongNumberIsNotGeneral) {
  for (const char* title :
       {"请打15400000011", "电话154-0000", "证号 4304 06", "４３０４０６号", "一五四〇〇", "12345"})
    EXPECT_FALSE(general(title)) << title;
  for (const char* title :
       {"老街路灯不亮", "3栋2单元2026年装的路灯", "1234号", "第一二三四组", "1、2、3、4、5栋"})
    EXPECT_TRUE(general(title)) << title;
}

// "May I?" is asked before anything is handed in, and must not be answered with a no for lack of
// it.
TEST(FactsOf, WhatIsNotHandedInYetIsNoObstacle) {
  const Facts found = facts(replied().order, "2026-11-25 09:00");
  EXPECT_TRUE(found.category_handled);
  EXPECT_TRUE(found.record_without_dispatch);
  EXPECT_TRUE(found.contact_plausible);
  EXPECT_TRUE(found.return_papers_complete);
  EXPECT_TRUE(found.own_words);
}

// R8, R51: three working days, to the last moment of the third.
TEST(FactsOf, AClockIsOverdueAfterItsLastMoment) {
  const Case message = sent().message;
  EXPECT_FALSE(facts(message, "2026-11-27 24:00").look_overdue);
  EXPECT_TRUE(facts(message, "2026-11-28 00:01").look_overdue);
  EXPECT_FALSE(facts(message, "2026-11-28 00:01").tell_overdue) << "it does not run";
}

TEST(FactsOf, TheLastCallbackSpeaks) {
  EXPECT_FALSE(after_callbacks({}).caller_settled);
  EXPECT_TRUE(after_callbacks({Outcome::unreachable, Outcome::satisfied}).caller_settled);
  EXPECT_TRUE(after_callbacks({Outcome::not_wanted}).caller_settled);
  EXPECT_FALSE(after_callbacks({Outcome::unreachable}).caller_settled);
  EXPECT_TRUE(after_callbacks({Outcome::dissatisfied}).caller_dissatisfied);
  EXPECT_FALSE(after_callbacks({Outcome::mostly}).caller_dissatisfied);
}

// R25: a callback, the redo and the next reply in one second, as an import may bring them.
TEST(FactsOf, ACallbackIsAboutTheReplyBeforeIt) {
  Play play = replied();
  const Instant moment = at("2026-11-25 10:00");
  ASSERT_EQ(play.act(moment, Role::callback, Action::call_back, CallBack{Outcome::dissatisfied}),
            "");
  ASSERT_EQ(play.act(moment, Role::reviewer, Action::redo, Why{{"没有修好。"}}), "");
  ASSERT_EQ(play.act(moment, Role::unit, Action::reply), "");
  EXPECT_FALSE(facts(play.order, "2026-11-25 10:00").caller_dissatisfied);
  EXPECT_EQ(head_of(play.order).state, rules::State::replied);
}

TEST(FactsOf, TriesCountByDays) {
  using enum Outcome;
  EXPECT_FALSE(after_callbacks({unreachable, unreachable}).tried_enough);
  EXPECT_TRUE(after_callbacks({unreachable, unreachable, unreachable}).tried_enough);
}

// R23: to the minute, since a clerk types minutes; not before the order was there, not in the
// future.
TEST(FactsOf, AContactLiesBetweenDispatchAndNow) {
  Play play = replied();
  const auto plausible = [&](const std::string& spoken) {
    Reply reply;
    reply.contact.at = at(spoken);
    return facts(play.order, reply, "2026-11-25 09:00").contact_plausible;
  };
  EXPECT_FALSE(plausible("2026-11-24 09:59"));
  EXPECT_TRUE(plausible("2026-11-24 10:00"));
  EXPECT_TRUE(plausible("2026-11-25 09:00"));
  EXPECT_FALSE(plausible("2026-11-25 09:01"));
}

// R5: 430406005 lies in county 430406 and city 430400.
TEST(FactsOf, AnOfficeIsTheOneItWasLastPassedTo) {
  Play play = sent();
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, Action::pass_on_office), "");
  EXPECT_EQ(std::get<Message>(play.message).office, "430406");
  EXPECT_TRUE(facts(play.message, "2026-11-24 11:00").held_by_county);
  const PassOnOffice to_city{rules::OfficeLevel::city, {}};
  EXPECT_TRUE(facts(play.message, to_city, "2026-11-24 11:00").to_city);
  ASSERT_EQ(play.act(at("2026-11-24 11:00"), Role::liaison_office, Action::pass_on_office, to_city),
            "");
  EXPECT_EQ(std::get<Message>(play.message).office, "430400");
  EXPECT_TRUE(facts(play.message, "2026-11-24 12:00").held_by_city);
  EXPECT_FALSE(facts(play.message, "2026-11-24 12:00").held_by_county);
}

}  // namespace
}  // namespace mashang::cases
