// Letters from the outbox to the address: to whom, with which words, how often, until when.
#include "desk/delivery.h"

#include <gmock/gmock.h>

#include "desk/clock_round.h"
#include "desk/desk_fixture.h"
#include "desk/notice_choice.h"
#include "desk/push_subscription.h"
#include "desk/wechat.h"
#include "store/channel_store.h"
#include "store/delivery_store.h"
#include "store/outbox_store.h"
#include "store/wechat_store.h"

namespace mashang::desk {
namespace {

using namespace std::chrono_literals;
using rules::Action;
using rules::NoticeChannel;
using store::Connection;
using store::DeliveryState;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kTemplate = "template-1";

class DeliveryTest : public DeskTest {
 protected:
  DeliveryTest() { set_up_outward(); }

  void set_up_outward() {
    desk().outward = {.push_key = "key",
                      .push_fault = [](const PushAddress&) { return std::nullopt; },
                      .wechat_templates = {kTemplate},
                      .wechat_openid = [](const std::string& code) { return "openid-" + code; }};
  }

  std::int64_t browser_of(const Person& person, const std::string& endpoint) {
    EXPECT_TRUE(choose_notices(desk(), person, NoticeChannel::push));
    return *subscribe(desk(), person, {endpoint, {"p256dh", "auth"}});
  }
  /// Bound to WeChat, with so many consents.
  void wechat_of(const Person& person, int consents) {
    writing([&](Connection& connection) {
      store::bind_openid(connection, "openid-1", person.viewer.person, machine);
      store::set_consents(connection, person.viewer.person, kTemplate, consents, machine);
      return true;
    });
    EXPECT_TRUE(choose_notices(desk(), person, NoticeChannel::wechat));
  }
  int consents_of(const Person& person) {
    return reading([&](Connection& connection) {
      return store::consents_left(connection, person.viewer.person, kTemplate);
    });
  }

  /// The letters that are due now, each claimed.
  std::vector<Letter> take_all() {
    pass_on_notices(desk());
    std::vector<Letter> letters;
    for (const std::int64_t id : letters_due(desk()))
      if (auto letter = take_letter(desk(), id)) letters.push_back(*std::move(letter));
    return letters;
  }
  Letter take_one() {
    const auto letters = take_all();
    EXPECT_THAT(letters, SizeIs(1));
    return letters.empty() ? Letter{} : letters.front();
  }
  store::Delivery stored(const Letter& letter) {
    return reading(
        [&](Connection& connection) { return *store::find_delivery(connection, letter.delivery); });
  }

  Ref answered() {
    const Ref message = sent();
    must(act(deputy(), message, Action::answer, cases::Words{{"已经修好。"}}));
    return message;
  }
};

TEST_F(DeliveryTest, TheResidentIsToldOfAnAnswerAndOfNothingInIt) {
  browser_of(resident(), "https://push.example/1");
  const Ref message = answered();
  const Letter letter = take_one();
  EXPECT_EQ(letter.text, Text2s("您的留言有新进展，请打开查看。",
                                "Message: there is news for you. Please have a look."));
  EXPECT_EQ(letter.path, "/m/#/pages/message/message?id=" + std::to_string(message.id));
  EXPECT_EQ(letter.page, "pages/message/message?id=" + std::to_string(message.id));
  EXPECT_EQ(letter.address.endpoint, "https://push.example/1");
}

TEST_F(DeliveryTest, ADeputyIsToldAsADeputy) {
  browser_of(deputy(), "https://push.example/1");
  sent();
  EXPECT_EQ(take_one().text.zh, "您有一件留言有新情况，请打开查看。");
}

TEST_F(DeliveryTest, StaffAreToldByTheirDeskAndOthersAreNot) {
  browser_of(staff("police"), "https://push.example/1");
  browser_of(staff("housing"), "https://push.example/2");
  dispatched(submitted(sent()));
  const Letter letter = take_one();
  EXPECT_EQ(letter.address.endpoint, "https://push.example/1");
  EXPECT_EQ(letter.text.zh, "有一件工单有新情况，请打开查看。");
  EXPECT_THAT(letter.path, testing::StartsWith("/console/#/orders/"));
  EXPECT_EQ(letter.page, "");
}

TEST_F(DeliveryTest, AWarningSpeaksOfTheTime) {
  browser_of(staff("reviewer"), "https://push.example/1");
  submitted(sent());
  for (const Letter& letter : take_all()) record(desk(), letter, {Fate::taken});
  now += 24h * 30;
  run_clock_round(desk());
  const auto letters = take_all();
  ASSERT_FALSE(letters.empty());
  EXPECT_EQ(letters.front().text.zh, "有一件工单时限将到或已过，请查看。");
}

TEST_F(DeliveryTest, WhoChoseNoneIsToldNothingAndTheRowIsKept) {
  answered();
  EXPECT_GT(pass_on_notices(desk()), 0);
  EXPECT_THAT(letters_due(desk()), IsEmpty());
  EXPECT_EQ(pass_on_notices(desk()), 0);
  const auto states = reading([](Connection& connection) {
    return connection.all("select distinct state from outbox",
                          [](store::Row& row) { return row.take<store::OutboxState>(); });
  });
  EXPECT_THAT(states, ElementsAre(store::OutboxState::no_channel));
}

TEST_F(DeliveryTest, ARowThatCantBeReadStandsInNobodysWay) {
  browser_of(resident(), "https://push.example/1");
  answered();
  pass_on_notices(desk());
  writing([](Connection& connection) { return connection.run("update outbox set payload = '{'"); });
  answered();
  EXPECT_THAT(take_all(), SizeIs(1));
  EXPECT_THAT(letters_due(desk()), IsEmpty());
}

TEST_F(DeliveryTest, WhoIsForgottenIsReachedNowhere) {
  browser_of(resident(), "https://push.example/1");
  wechat_of(resident(), 3);
  const PersonId who = resident().viewer.person;
  writing([&](Connection& connection) {
    store::forget_addresses(connection, who);
    return true;
  });
  const NoticeChoice choice = show_notice_choice(desk(), resident());
  EXPECT_EQ(choice.channel, NoticeChannel::none);
  EXPECT_EQ(choice.browsers_count, 0);
  EXPECT_EQ(choice.consents_count, 0);
  EXPECT_FALSE(choose_notices(desk(), resident(), NoticeChannel::wechat));
}

TEST_F(DeliveryTest, EachBrowserIsToldOnce) {
  browser_of(resident(), "https://push.example/1");
  browser_of(resident(), "https://push.example/2");
  answered();
  const auto letters = take_all();
  ASSERT_THAT(letters, SizeIs(2));
  for (const Letter& letter : letters) record(desk(), letter, {Fate::taken, "201"});
  EXPECT_EQ(stored(letters[0]).state, DeliveryState::sent);
  EXPECT_THAT(take_all(), IsEmpty());
}

TEST_F(DeliveryTest, ALetterIsTakenByOneOnly) {
  browser_of(resident(), "https://push.example/1");
  answered();
  const Letter letter = take_one();
  EXPECT_FALSE(take_letter(desk(), letter.delivery));
}

TEST_F(DeliveryTest, ARefusedLetterComesBackWhenItsTimeHasCome) {
  browser_of(resident(), "https://push.example/1");
  answered();
  const Letter letter = take_one();
  record(desk(), letter, {Fate::not_now, "503"});
  machine += 7s;
  EXPECT_THAT(take_all(), IsEmpty());
  machine += 6s;
  record(desk(), take_one(), {Fate::not_now, "429", 1h});
  machine += 59min;
  EXPECT_THAT(take_all(), IsEmpty());
  machine += 1min;
  EXPECT_EQ(stored(take_one()).tries, 3);
}

TEST_F(DeliveryTest, AfterThreeDaysItIsGivenUp) {
  browser_of(resident(), "https://push.example/1");
  answered();
  const Instant begun = machine;
  Letter letter = take_one();
  for (int tries = 0; stored(letter).state != DeliveryState::failed; ++tries) {
    ASSERT_LT(tries, 30);
    record(desk(), letter, {Fate::not_now, "503"});
    machine = std::max(machine, stored(letter).next_at);
    if (auto again = take_letter(desk(), letter.delivery)) letter = *again;
  }
  EXPECT_LE(machine - begun, 72h);
  EXPECT_GT(machine - begun, 60h);
}

TEST_F(DeliveryTest, WaitsGrowAndDifferByAFifth) {
  EXPECT_EQ(wait_after(1, 0.5), 10s);
  EXPECT_EQ(wait_after(2, 0.5), 30s);
  EXPECT_EQ(wait_after(5, 0.5), 1h);
  EXPECT_EQ(wait_after(6, 0.5), 6h);
  EXPECT_EQ(wait_after(60, 0.5), 6h);
  EXPECT_EQ(wait_after(1, 0.0), 8s);
  EXPECT_EQ(wait_after(1, 1.0), 12s);
}

TEST_F(DeliveryTest, WhatTheServerDiedOverIsNotSentAgain) {
  browser_of(resident(), "https://push.example/1");
  answered();
  const Letter letter = take_one();
  reopen();
  set_up_outward();
  end_abandoned_letters(desk());
  EXPECT_EQ(stored(letter).state, DeliveryState::unknown);
  EXPECT_THAT(take_all(), IsEmpty());
}

TEST_F(DeliveryTest, ABrowserThatIsGoneIsForgottenWithItsLetters) {
  browser_of(resident(), "https://push.example/1");
  answered();
  record(desk(), take_one(), {Fate::address_gone, "410"});
  EXPECT_EQ(show_notice_choice(desk(), resident()).browsers_count, 0);
  answered();
  EXPECT_THAT(take_all(), IsEmpty());
}

TEST_F(DeliveryTest, WhoChoseOtherwiseMeanwhileIsNotTold) {
  browser_of(resident(), "https://push.example/1");
  answered();
  pass_on_notices(desk());
  ASSERT_TRUE(choose_notices(desk(), resident(), NoticeChannel::none));
  EXPECT_THAT(take_all(), IsEmpty());
}

TEST_F(DeliveryTest, OneConsentIsOneMessage) {
  wechat_of(resident(), 1);
  answered();
  answered();
  const Letter letter = take_one();
  EXPECT_EQ(letter.openid, "openid-1");
  EXPECT_EQ(letter.template_id, kTemplate);
  record(desk(), letter, {Fate::taken, "0"});
  EXPECT_EQ(consents_of(resident()), 0);
}

TEST_F(DeliveryTest, AConsentComesBackWhenNothingWasSent) {
  wechat_of(resident(), 2);
  answered();
  record(desk(), take_one(), {Fate::not_now, "-1"});
  EXPECT_EQ(consents_of(resident()), 2);
}

TEST_F(DeliveryTest, WhereWechatKnowsOfNoConsentThereIsNone) {
  wechat_of(resident(), 3);
  answered();
  const Letter letter = take_one();
  record(desk(), letter, {Fate::address_gone, "43101"});
  EXPECT_EQ(consents_of(resident()), 0);
  EXPECT_EQ(stored(letter).state, DeliveryState::no_channel);
}

TEST_F(DeliveryTest, WechatIsForWhomItKnows) {
  EXPECT_FALSE(choose_notices(desk(), resident(), NoticeChannel::wechat));
  const auto first = sign_in_by_wechat(desk(), "1");
  ASSERT_FALSE(first);
  const std::string phone = "15400000001";
  const auto code = send_code(desk(), phone);
  ASSERT_TRUE(sign_in_by_code(desk(), phone, code->code, first.error().bind));
  EXPECT_TRUE(choose_notices(desk(), resident(), NoticeChannel::wechat));
  const auto second = sign_in_by_wechat(desk(), "1");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->session.person.phone, phone);
}

TEST_F(DeliveryTest, ABindTokenEndsAfterTenMinutes) {
  const auto first = sign_in_by_wechat(desk(), "1");
  const std::string phone = "15400000001";
  machine += 10min;
  const auto code = send_code(desk(), phone);
  const auto late = sign_in_by_code(desk(), phone, code->code, first.error().bind);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().why, SignInRefusal::Why::bind_expired);
  EXPECT_TRUE(sign_in_by_code(desk(), phone, code->code));
}

}  // namespace
}  // namespace mashang::desk
