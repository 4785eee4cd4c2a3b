// What WeChat is asked and how its answers are taken, with a WeChat that says what the test wants.
#include "channels/wechat_api.h"

#include <deque>

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"

namespace mashang::channels {
namespace {

using namespace std::chrono_literals;
using desk::Fate;
using desk::WechatFault;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string kToken = R"({"access_token":"TOKEN","expires_in":7200})";

class WechatApiTest : public desk::DeskTest {
 protected:
  std::deque<HttpAnswer> answers_;
  std::vector<HttpRequest> asked_;

  WechatApi api() {
    WechatSettings settings{.base = "https://wechat.example",
                            .appid = "wx1",
                            .secret = "SECRET",
                            .template_id = "T1",
                            .fields = {{"thing1", FieldSource::sentence},
                                       {"time2", FieldSource::time},
                                       {"thing3", FieldSource::city},
                                       {"character_string4", FieldSource::number}}};
    return {desk(), settings, [this](const HttpRequest& request) {
              asked_.push_back(request);
              EXPECT_FALSE(answers_.empty()) << request.url;
              if (answers_.empty()) return HttpAnswer{HttpTrouble::unreachable};
              HttpAnswer answer = answers_.front();
              answers_.pop_front();
              return answer;
            }};
  }
  void will_answer(std::initializer_list<std::string> bodies) {
    for (const std::string& body : bodies) answers_.push_back({HttpTrouble::none, 200, body});
  }
  static std::string errcode(int code) { return R"({"errcode":)" + std::to_string(code) + "}"; }

  desk::Letter letter() {
    return {.channel = rules::NoticeChannel::wechat,
            .text = {"您的留言有新进展，请打开查看。", "News."},
            .number = "LY20261124-000001",
            .page = "pages/message/message?id=1",
            .at = machine,
            .openid = "openid-1",
            .template_id = "T1"};
  }
};

TEST_F(WechatApiTest, DataIsAnObjectAndFieldsFit) {
  will_answer({kToken, errcode(0)});
  EXPECT_EQ(api().send(letter()).fate, Fate::taken);
  ASSERT_THAT(asked_, SizeIs(2));
  EXPECT_EQ(asked_[1].url,
            "https://wechat.example/cgi-bin/message/subscribe/send?access_token=TOKEN");
  EXPECT_THAT(*asked_[1].body,
              HasSubstr(R"("data":{"character_string4":{"value":"LY20261124-000001"},)"
                        R"("thing1":{"value":"您的留言有新进展，请打开查看。"},)"
                        R"("thing3":{"value":"衡阳市"},"time2":{"value":"2026-11-24 09:00"}})"));
}

TEST_F(WechatApiTest, AThingHasTwentyCharacters) {
  EXPECT_EQ(fit_field("thing1", "一二三四五六七八九十一二三四五六七八九十末"),
            "一二三四五六七八九十一二三四五六七八九十");
  EXPECT_EQ(fit_field("character_string4", "LY20261124-000001-and-more"),
            "LY20261124-000001-and-more");
}

TEST_F(WechatApiTest, ATokenIsKeptUntilItEnds) {
  will_answer({kToken, errcode(0), errcode(0), kToken, errcode(0)});
  api().send(letter());
  api().send(letter());
  EXPECT_THAT(asked_, SizeIs(3));
  machine += 7200s - 4min;
  api().send(letter());
  EXPECT_THAT(asked_, SizeIs(5));
}

TEST_F(WechatApiTest, AStaleTokenIsRenewedOnceByForce) {
  for (const int stale : {40001, 40014, 42001}) {
    asked_.clear();
    will_answer({errcode(0)});
    if (stale == 40001) answers_.push_front({HttpTrouble::none, 200, kToken});
    api().send(letter());
    asked_.clear();
    will_answer({errcode(stale), kToken, errcode(stale)});
    const desk::Sent sent = api().send(letter());
    EXPECT_EQ(sent.fate, Fate::not_now) << stale;
    ASSERT_THAT(asked_, SizeIs(3)) << stale;
    EXPECT_THAT(*asked_[1].body, HasSubstr(R"("force_refresh":true)"));
  }
}

TEST_F(WechatApiTest, EachCodeHasItsFate) {
  will_answer({kToken});
  for (const auto& [code, fate] : {std::pair{0, Fate::taken},
                                   {-1, Fate::not_now},
                                   {43108, Fate::not_now},
                                   {45009, Fate::not_now},
                                   {40003, Fate::refused},
                                   {40037, Fate::refused},
                                   {43107, Fate::refused},
                                   {45168, Fate::refused},
                                   {47003, Fate::refused},
                                   {99999, Fate::refused},
                                   {43101, Fate::address_gone}}) {
    will_answer({errcode(code)});
    EXPECT_EQ(api().send(letter()).fate, fate) << code;
  }
}

TEST_F(WechatApiTest, WithoutATokenNothingHasLeft) {
  answers_ = {{HttpTrouble::no_answer}};
  EXPECT_EQ(api().send(letter()).fate, Fate::not_now);
  will_answer({errcode(40125)});
  EXPECT_EQ(api().send(letter()).fate, Fate::not_now);
}

TEST_F(WechatApiTest, AnAnswerThatDidNotComeLeavesItUnknown) {
  will_answer({kToken});
  answers_.push_back({HttpTrouble::no_answer});
  EXPECT_EQ(api().send(letter()).fate, Fate::unknown);
  will_answer({"<html>"});
  EXPECT_EQ(api().send(letter()).fate, Fate::unknown);
}

TEST_F(WechatApiTest, TheReasonHoldsNoSecret) {
  will_answer({errcode(40001)});
  EXPECT_THAT(api().send(letter()).why, Not(HasSubstr("SECRET")));
}

TEST_F(WechatApiTest, AsksWhoSomebodyIs) {
  will_answer({R"({"openid":"o1","session_key":"k"})"});
  EXPECT_EQ(*api().openid_of("CODE-1"), "o1");
  EXPECT_EQ(asked_[0].url,
            "https://wechat.example/sns/jscode2session?appid=wx1&secret=SECRET&js_code=CODE-1"
            "&grant_type=authorization_code");
}

TEST_F(WechatApiTest, ACodeThatIsNoneIsNotAsked) {
  for (const char* code : {"", "a b", "a&appid=x", "代码"})
    EXPECT_EQ(api().openid_of(code).error(), WechatFault::bad_code) << code;
  EXPECT_THAT(asked_, testing::IsEmpty());
}

TEST_F(WechatApiTest, TellsAWrongCodeFromTrouble) {
  will_answer(
      {errcode(40029), errcode(40163), errcode(-1), errcode(40013), "", R"({"openid":""})"});
  std::vector<WechatFault> faults;
  for (int i = 0; i < 6; ++i) faults.push_back(api().openid_of("x").error());
  using enum WechatFault;
  EXPECT_THAT(faults,
              ElementsAre(bad_code, bad_code, unreachable, unreachable, unreachable, unreachable));
}

}  // namespace
}  // namespace mashang::channels
