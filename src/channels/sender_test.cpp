// A round of the sender, with outlets that say what the test wants.
#include "channels/sender.h"

#include <gmock/gmock.h>

#include "channels/push_outlet.h"
#include "desk/desk_fixture.h"
#include "desk/notice_choice.h"
#include "desk/push_subscription.h"

namespace mashang::channels {
namespace {

using namespace std::chrono_literals;
using desk::Fate;
using desk::Letter;
using desk::Sent;
using rules::NoticeChannel;
using testing::ElementsAre;
using testing::SizeIs;

/// Remembers what was sent, and answers what it was told to.
class FakeOutlet : public Outlet {
 public:
  FakeOutlet(std::vector<std::string>& endpoints, const Sent& answer)
      : endpoints_(endpoints), answer_(answer) {}
  Sent send(const Letter& letter) override {
    endpoints_.push_back(letter.address.endpoint);
    return answer_;
  }

 private:
  std::vector<std::string>& endpoints_;
  const Sent& answer_;
};

class SenderTest : public desk::DeskTest {
 protected:
  std::vector<std::string> endpoints_;
  std::vector<std::string> logged_;
  Sent answer_{Fate::taken, "201"};

  Sender sender() {
    Sender::Outlets outlets;
    outlets[NoticeChannel::push] = std::make_unique<FakeOutlet>(endpoints_, answer_);
    return {desk(), std::move(outlets), [this](std::string_view event, std::string_view detail) {
              logged_.push_back(std::string(event) + " " + std::string(detail));
            }};
  }
  static bool never() { return false; }

  void tell_deputy_of_a_message(const std::string& endpoint = "https://push.example/1") {
    desk().outward.push_key = "key";
    desk().outward.push_fault = [](const desk::PushAddress&) { return std::nullopt; };
    ASSERT_TRUE(desk::choose_notices(desk(), deputy(), NoticeChannel::push));
    ASSERT_TRUE(desk::subscribe(desk(), deputy(), {endpoint, {"p256dh", "auth"}}));
    sent();
  }
};

TEST_F(SenderTest, SendsWhatIsDueOnce) {
  tell_deputy_of_a_message();
  Sender sending = sender();
  EXPECT_EQ(sending.run_round(never), 1);
  EXPECT_EQ(sending.run_round(never), 0);
  EXPECT_THAT(endpoints_, ElementsAre("https://push.example/1"));
  EXPECT_THAT(logged_, SizeIs(0));
}

TEST_F(SenderTest, ASecondSenderAfterARestartSendsNothingAgain) {
  tell_deputy_of_a_message();
  sender().run_round(never);
  reopen();
  Sender next = sender();
  next.begin();
  EXPECT_EQ(next.run_round(never), 0);
}

TEST_F(SenderTest, ALetterThatWasNotTakenIsLoggedWithoutItsAddress) {
  tell_deputy_of_a_message();
  answer_ = {Fate::not_now, "503"};
  Sender sending = sender();
  EXPECT_EQ(sending.run_round(never), 0);
  EXPECT_THAT(logged_, ElementsAre("notice_not_sent push 1: 503"));
  answer_ = {Fate::taken, "201"};
  machine += 12s;
  EXPECT_EQ(sending.run_round(never), 1);
}

TEST_F(SenderTest, AChannelThatIsNotSetUpAnyMoreIsGivenUp) {
  tell_deputy_of_a_message();
  Sender nothing(desk(), {}, [](std::string_view, std::string_view) {});
  EXPECT_EQ(nothing.run_round(never), 0);
  machine += 24h;
  EXPECT_EQ(sender().run_round(never), 0);
}

TEST_F(SenderTest, AFaultOfAnOutletStopsItsLetterAndNoOther) {
  class Broken : public Outlet {
    Sent send(const Letter&) override { throw std::runtime_error("broken"); }
  };
  tell_deputy_of_a_message();
  Sender::Outlets outlets;
  outlets[NoticeChannel::push] = std::make_unique<Broken>();
  std::vector<std::string> events;
  Sender broken(desk(), std::move(outlets),
                [&](std::string_view event, std::string_view) { events.emplace_back(event); });
  EXPECT_EQ(broken.run_round(never), 0);
  EXPECT_THAT(events, ElementsAre("outlet_failed", "notice_not_sent"));
  machine += 24h;
  EXPECT_EQ(sender().run_round(never), 0) << "it may have arrived";
  sent();
  EXPECT_EQ(sender().run_round(never), 1);
}

TEST_F(SenderTest, StopsBetweenTwoLetters) {
  tell_deputy_of_a_message();
  EXPECT_EQ(sender().run_round([] { return true; }), 0);
  EXPECT_EQ(sender().run_round(never), 1);
}

class PushOutletTest : public desk::DeskTest {};

TEST_F(PushOutletTest, TheKeyOfTheServerIsMadeOnce) {
  const std::string first = server_key(desk()).public_bytes();
  reopen();
  EXPECT_EQ(server_key(desk()).public_bytes(), first);
}

TEST_F(PushOutletTest, EachAnswerHasItsFate) {
  HttpAnswer answer;
  std::vector<HttpRequest> asked;
  PushOutlet outlet({.settings = {"mailto:a@example.org", {"push.example"}},
                     .server_key = server_key(desk()),
                     .public_url = "https://city.example",
                     .exchange =
                         [&](const HttpRequest& request) {
                           asked.push_back(request);
                           return answer;
                         },
                     .machine_time = desk().machine_time});
  const Letter letter{
      .text = {"有进展。", "News."},
      .path = "/m/#/x",
      .address = {
          "https://push.example/1",
          {"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkN"
           "toIAiw4",
           "BTBZMqHH6r4Tts7J_aSIgg"}}};
  for (const auto& [status, fate] : {std::pair{201, Fate::taken},
                                     {202, Fate::taken},
                                     {307, Fate::refused},
                                     {400, Fate::refused},
                                     {403, Fate::refused},
                                     {404, Fate::address_gone},
                                     {410, Fate::address_gone},
                                     {413, Fate::refused},
                                     {429, Fate::not_now},
                                     {503, Fate::not_now}}) {
    answer = {HttpTrouble::none, status, "", 30s};
    const Sent sent = outlet.send(letter);
    EXPECT_EQ(sent.fate, fate) << status;
    EXPECT_EQ(sent.wait, 30s);
  }
  answer = {HttpTrouble::no_answer};
  EXPECT_EQ(outlet.send(letter).fate, Fate::unknown);
  answer = {HttpTrouble::unreachable};
  EXPECT_EQ(outlet.send(letter).fate, Fate::not_now);
  answer = {HttpTrouble::refused};
  EXPECT_EQ(outlet.send(letter).fate, Fate::refused);
  EXPECT_EQ(asked[0].body->find("有进展"), std::string::npos);
  EXPECT_NE(asked[0].body, asked[1].body) << "each letter has a key and a salt of its own";
}

}  // namespace
}  // namespace mashang::channels
