// How people come in: numbers, codes, passwords, sessions; and who is kept out.
#include "desk/sign_in.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"

namespace mashang::desk {
namespace {

using namespace std::chrono_literals;
using rules::DeputyStatus;
using rules::Role;
using Why = SignInRefusal::Why;

TEST(Phone, IsReadAsPeopleTypeIt) {
  for (const char* typed : {"15400000001", "154 0000 0001", "154-0000-0001", "+86 15400000001",
                            "8615400000001", "+86-154-0000-0001"})
    EXPECT_EQ(normal_phone(typed), "15400000001") << typed;
}

TEST(Phone, IsRefusedWhenItIsNoMobileNumber) {
  for (const char* typed :
       {"", "1540000000", "154000000011", "05341234567", "12400000001", "154000000o1",
        "１５４００００００１", "+1 15400000001", "15400000001;"})
    EXPECT_EQ(normal_phone(typed), std::nullopt) << typed;
}

TEST(Mask, LeavesOfANumberItsEndsAndOfANameItsFirstCharacter) {
  EXPECT_EQ(mask_phone("15400000001"), "154****0001");
  EXPECT_EQ(mask_name("张示例"), "张*");
  EXPECT_EQ(mask_phone("110"), "****") << "too short to hide anything in it";
  EXPECT_EQ(mask_name(""), "*");
}

class SignInTest : public DeskTest {
 protected:
  static constexpr const char* kPhone = "15400000009";

  std::string code_for(const std::string& phone = kPhone) {
    const auto sent = send_code(desk(), phone);
    EXPECT_TRUE(sent);
    return sent ? sent->code : "";
  }
  Why refused(const Result<NewSession, SignInRefusal>& answer) {
    EXPECT_FALSE(answer) << "was let in";
    return answer ? Why::bad_phone : answer.error().why;
  }
  static std::string wrong(std::string code) {
    code[0] = code[0] == '0' ? '1' : '0';
    return code;
  }
  void set_status(const std::string& deputy, DeputyStatus status) {
    writing([&](store::Connection& connection) {
      store::set_deputy_status(connection, store::find_deputy(connection, deputy)->id, status);
      return true;
    });
  }
};

TEST_F(SignInTest, ANewNumberGetsAResidentsAccountAndKeepsIt) {
  const auto first = sign_in_by_code(desk(), kPhone, code_for());
  ASSERT_TRUE(first);
  EXPECT_EQ(first->session.person.viewer.role, Role::resident);
  EXPECT_EQ(first->session.person.name, "群众0009");
  machine += 61s;
  const auto again = sign_in_by_code(desk(), "+86 154 0000 0009", code_for());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->session.person.viewer.person, first->session.person.viewer.person);
}

TEST_F(SignInTest, ACodeIsSixDigitsAndSentOnceAMinute) {
  EXPECT_THAT(code_for(), testing::MatchesRegex("[0-9]{6}"));
  machine += 59s;
  const auto hasty = send_code(desk(), kPhone);
  ASSERT_FALSE(hasty);
  EXPECT_EQ(hasty.error().why, Why::too_soon);
  EXPECT_EQ(hasty.error().wait, 1s);
  EXPECT_TRUE(send_code(desk(), "15400000010")) << "another number doesn't wait for this one";
  machine += 1s;
  EXPECT_TRUE(send_code(desk(), kPhone));
}

TEST_F(SignInTest, AtMostFiveCodesGoOutInAnHour) {
  for (int i = 0; i < 5; ++i, machine += 2min) EXPECT_TRUE(send_code(desk(), kPhone));
  const auto sixth = send_code(desk(), kPhone);
  ASSERT_FALSE(sixth);
  EXPECT_EQ(sixth.error().why, Why::too_many);
  EXPECT_EQ(sixth.error().wait, 50min);
  machine += 50min;
  EXPECT_TRUE(send_code(desk(), kPhone)) << "a new hour counts anew";
}

TEST_F(SignInTest, AWordThatIsNoNumberGetsNoCode) {
  EXPECT_EQ(send_code(desk(), "nobody").error().why, Why::bad_phone);
  EXPECT_EQ(refused(sign_in_by_code(desk(), "nobody", "123456")), Why::bad_phone);
}

TEST_F(SignInTest, ACodeOpensOnce) {
  const std::string code = code_for();
  EXPECT_TRUE(sign_in_by_code(desk(), kPhone, code));
  EXPECT_EQ(refused(sign_in_by_code(desk(), kPhone, code)), Why::wrong_code);
  EXPECT_EQ(refused(sign_in_by_code(desk(), kPhone, "")), Why::wrong_code)
      << "what is left of a used code opens nothing";
}

TEST_F(SignInTest, ACodeOpensForItsNumberOnly) {
  const std::string code = code_for();
  EXPECT_EQ(refused(sign_in_by_code(desk(), "15400000010", code)), Why::wrong_code);
  EXPECT_TRUE(sign_in_by_code(desk(), kPhone, code));
}

TEST_F(SignInTest, ACodeLastsFiveMinutes) {
  const std::string code = code_for();
  machine += 5min;
  EXPECT_TRUE(sign_in_by_code(desk(), kPhone, code));
  const std::string late = code_for();
  machine += 5min + 1ms;
  EXPECT_EQ(refused(sign_in_by_code(desk(), kPhone, late)), Why::wrong_code);
}

TEST_F(SignInTest, FiveWrongTriesUseACodeUp) {
  const std::string code = code_for();
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(refused(sign_in_by_code(desk(), kPhone, wrong(code))), Why::wrong_code);
  EXPECT_EQ(refused(sign_in_by_code(desk(), kPhone, code)), Why::wrong_code);
  machine += 1min;
  EXPECT_TRUE(sign_in_by_code(desk(), kPhone, code_for())) << "a new code has its own tries";
}

TEST_F(SignInTest, TheRegisteredNumberOfAServingDeputyIsThatDeputy) {
  const auto signed_in = sign_in_by_code(desk(), "15400000002", code_for("15400000002"));
  ASSERT_TRUE(signed_in);
  const Person& person = signed_in->session.person;
  EXPECT_EQ(person.viewer.role, Role::deputy);
  EXPECT_EQ(person.name, "王试一");
  EXPECT_EQ(person.viewer.deputy, deputy().viewer.deputy);
  EXPECT_EQ(person.viewer.station, staff("station").viewer.station);
}

TEST_F(SignInTest, WhoeverCallsHimselfADeputyFromAnotherNumberIsAResident) {
  const auto signed_in = sign_in_by_code(desk(), kPhone, code_for());
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->session.person.viewer.role, Role::resident);
  EXPECT_FALSE(signed_in->session.person.viewer.deputy);
}

TEST_F(SignInTest, ASuspendedDeputysNumberIsAnOrdinaryResidents) {
  const auto signed_in = sign_in_by_code(desk(), "15400000003", code_for("15400000003"));
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->session.person.viewer.role, Role::resident);
  EXPECT_FALSE(signed_in->session.person.viewer.deputy);
}

TEST_F(SignInTest, ADeputySuspendedMeanwhileIsNoLongerSignedIn) {
  const auto signed_in = sign_in_by_code(desk(), "15400000002", code_for("15400000002"));
  ASSERT_TRUE(signed_in);
  EXPECT_TRUE(Sessions(desk()).find(signed_in->token));
  set_status("D1", DeputyStatus::suspended);
  EXPECT_FALSE(Sessions(desk()).find(signed_in->token));
  set_status("D1", DeputyStatus::active);
  EXPECT_TRUE(Sessions(desk()).find(signed_in->token));
}

TEST_F(SignInTest, StaffComeInByPassword) {
  ASSERT_TRUE(set_password(desk(), "police", "long enough"));
  const auto signed_in = sign_in_by_password(desk(), "police", "long enough");
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->session.person.viewer.role, Role::unit);
  EXPECT_EQ(signed_in->session.person.viewer.unit, unit());
}

TEST_F(SignInTest, AWrongPasswordAnUnknownLoginAndAnEmptyAccountSoundTheSame) {
  ASSERT_TRUE(set_password(desk(), "police", "long enough"));
  EXPECT_EQ(refused(sign_in_by_password(desk(), "police", "long enougH")), Why::wrong_password);
  EXPECT_EQ(refused(sign_in_by_password(desk(), "nobody", "long enough")), Why::wrong_password);
  EXPECT_EQ(refused(sign_in_by_password(desk(), "housing", "")), Why::wrong_password)
      << "staff have no password until one is set";
  EXPECT_FALSE(set_password(desk(), "nobody", "long enough"));
}

TEST_F(SignInTest, ADisabledAccountStopsActing) {
  ASSERT_TRUE(set_password(desk(), "police", "long enough"));
  const auto signed_in = sign_in_by_password(desk(), "police", "long enough");
  ASSERT_TRUE(signed_in);
  EXPECT_TRUE(Sessions(desk()).find(signed_in->token));
  writing([&](store::Connection& connection) {
    store::disable_person(connection, signed_in->session.person.viewer.person, machine);
    return true;
  });
  EXPECT_FALSE(Sessions(desk()).find(signed_in->token));
  EXPECT_EQ(refused(sign_in_by_password(desk(), "police", "long enough")), Why::wrong_password);
}

TEST_F(SignInTest, ANewPasswordEndsTheSessionsOfTheOldOne) {
  ASSERT_TRUE(set_password(desk(), "police", "long enough"));
  const auto signed_in = sign_in_by_password(desk(), "police", "long enough");
  ASSERT_TRUE(signed_in);
  ASSERT_TRUE(set_password(desk(), "police", "another one"));
  EXPECT_FALSE(Sessions(desk()).find(signed_in->token));
  EXPECT_EQ(refused(sign_in_by_password(desk(), "police", "long enough")), Why::wrong_password);
}

TEST_F(SignInTest, ASessionRunsOutOnTheMinuteThoughItWasRemembered) {
  ASSERT_TRUE(set_password(desk(), "police", "long enough"));
  const auto by_password = sign_in_by_password(desk(), "police", "long enough");
  const auto by_code = sign_in_by_code(desk(), kPhone, code_for());
  Sessions sessions(desk());
  machine += 12h - 1ms;
  EXPECT_TRUE(sessions.find(by_password->token));
  machine += 1ms;
  EXPECT_FALSE(sessions.find(by_password->token));
  EXPECT_TRUE(sessions.find(by_code->token)) << "on a phone one stays signed in for a month";
  machine += 30 * 24h;
  EXPECT_FALSE(sessions.find(by_code->token));
}

TEST_F(SignInTest, WhoSignsOutIsOutAtOnce) {
  const auto signed_in = sign_in_by_code(desk(), kPhone, code_for());
  Sessions sessions(desk());
  EXPECT_EQ(sessions.find(signed_in->token)->csrf, signed_in->session.csrf);
  sessions.sign_out(signed_in->token);
  EXPECT_FALSE(sessions.find(signed_in->token));
  EXPECT_FALSE(sessions.find("")) << "nor does no token at all open anything";
}

TEST_F(SignInTest, NeitherTokensNorCodesNorPasswordsAreKept) {
  ASSERT_TRUE(set_password(desk(), "police", "long enough"));
  const std::string code = code_for();
  const auto hash = reading([&](store::Connection& connection) {
    return store::find_person_by_login(connection, "police")->password_hash;
  });
  EXPECT_THAT(*hash, testing::StartsWith("$argon2id$"));
  EXPECT_THAT(*hash, testing::Not(testing::HasSubstr("long enough")));
}

}  // namespace
}  // namespace mashang::desk
