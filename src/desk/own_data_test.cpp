// R72: a person sees, corrects and has erased what is kept about him; while something of his is
// open, erasing is locking.
#include "desk/own_data.h"

#include <gmock/gmock.h>

#include "desk/clock_round.h"
#include "desk/desk_fixture.h"
#include "desk/erasure.h"
#include "desk/name_correction.h"
#include "store/verify.h"

namespace mashang::desk {
namespace {

using rules::Action;
using testing::IsEmpty;

class OwnDataTest : public DeskTest {
 protected:
  void withdraw(Ref message) {
    must(act(resident(), message, Action::withdraw, cases::Withdraw{}));
  }

  std::string name_of(PersonId id) {
    return reading(
        [id](store::Connection& connection) { return store::find_person(connection, id)->name; });
  }
  /// Every text that the store holds of cases and their events, in one.
  std::string all_that_was_written() {
    return reading([](store::Connection& connection) {
      std::string all;
      const auto add = [&](store::Row& row) { all += row.take<std::string>(); };
      connection.each("select actor_name || details from event", add);
      connection.each("select doc from message union all select doc from orders", add);
      connection.each("select payload from outbox", add);
      connection.each("select answer from idempotency", add);
      return all;
    });
  }
  std::vector<std::string> findings() {
    return reading(
        [](store::Connection& connection) { return store::verify(connection).findings; });
  }
};

TEST_F(OwnDataTest, NoCaseAndNoEventHoldsWhoTheResidentIs) {
  const Ref message = sent();
  const Ref order = submitted(message);
  dispatched(order);
  const Ref second = sent();
  must(act(resident(), second, Action::supplement, cases::Supplement{{"补充"}, {}}));
  const std::string all = all_that_was_written();
  EXPECT_EQ(all.find("张示例"), std::string::npos);
  EXPECT_EQ(all.find("15400000001"), std::string::npos);
  EXPECT_NE(all.find("王试一"), std::string::npos) << "the deputy acts by his office";
}

TEST_F(OwnDataTest, WithNothingOpenTheNameAndTheNumberAreErasedAtOnce) {
  const Person person = resident();
  withdraw(sent());
  EXPECT_EQ(ask_for_erasure(desk(), person), ErasureState::erased);
  EXPECT_EQ(name_of(person.viewer.person), "已注销");
  EXPECT_THAT(findings(), IsEmpty());
  EXPECT_EQ(denied(send(person, draft())), Denied::Why::not_there) << "he is nobody any more";
  const Person anew = resident();
  EXPECT_NE(anew.viewer.person, person.viewer.person) << "the same number is somebody new";
  EXPECT_THAT(read_own_messages(desk(), anew), IsEmpty());
}

TEST_F(OwnDataTest, TheSessionsAndCodesEndWithIt) {
  const auto code = send_code(desk(), "15400000077");
  const auto opened = sign_in_by_code(desk(), "15400000077", code->code);
  ASSERT_TRUE(opened);
  Sessions sessions(desk());
  ASSERT_TRUE(sessions.find(opened->token));
  EXPECT_EQ(ask_for_erasure(desk(), opened->session.person), ErasureState::erased);
  sessions.forget(opened->session.person.viewer.person);
  EXPECT_FALSE(sessions.find(opened->token));
  EXPECT_EQ(reading([](store::Connection& connection) {
              return connection.value<std::int64_t>("select count(*) from sign_in_code");
            }),
            0);
}

TEST_F(OwnDataTest, WhileSomethingIsOpenItIsLockedAndLaterErasedByItself) {
  const Person person = resident();
  const Ref message = sent();
  EXPECT_EQ(ask_for_erasure(desk(), person), ErasureState::locked);
  EXPECT_EQ(ask_for_erasure(desk(), person), ErasureState::locked);
  EXPECT_EQ(name_of(person.viewer.person), "张示例");
  run_clock_round(desk());
  EXPECT_EQ(name_of(person.viewer.person), "张示例") << "still open";
  withdraw(message);
  run_clock_round(desk());
  EXPECT_EQ(name_of(person.viewer.person), "已注销");
  EXPECT_EQ(carry_out_erasures(desk()), 0) << "once";
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(OwnDataTest, AnOpenOrderLocksTooThoughTheMessageIsClosed) {
  const Ref message = sent();
  const Ref order = submitted(message);
  EXPECT_EQ(ask_for_erasure(desk(), resident()), ErasureState::locked);
  must(act(deputy(), order, Action::withdraw, cases::Withdraw{}));
  must(act(deputy(), message, Action::answer, cases::Words{{"答复"}}));
  must(act(resident(), message, Action::rate, cases::Rate{rules::Score::satisfied, {}}));
  const PersonId person = resident().viewer.person;
  EXPECT_EQ(carry_out_erasures(desk()), 1);
  EXPECT_EQ(name_of(person), "已注销");
}

TEST_F(OwnDataTest, WhoReadsAnErasedPersonsMessageReadsThatItWasErased) {
  const Ref message = sent();
  withdraw(message);
  ask_for_erasure(desk(), resident());
  const auto reading = read_case(desk(), deputy(), message.kind, message.id);
  ASSERT_TRUE(reading && reading->resident);
  EXPECT_EQ(mask_name(reading->resident->name), "已注销");
  EXPECT_EQ(reading->resident->phone, "");
}

TEST_F(OwnDataTest, TheNameIsCorrectedWhereverItIsRead) {
  const Ref message = sent();
  ASSERT_TRUE(correct_name(desk(), resident(), "章示例"));
  EXPECT_EQ(read_case(desk(), deputy(), message.kind, message.id)->resident->name, "章示例");
  EXPECT_EQ(resident().name, "章示例");
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(OwnDataTest, NamesOfOfficeAreNotTheirsToChange) {
  for (const Person& person : {deputy(), staff("station"), staff("reviewer")}) {
    EXPECT_FALSE(correct_name(desk(), person, "另一名"));
    EXPECT_FALSE(ask_for_erasure(desk(), person));
  }
  EXPECT_EQ(deputy().name, "王试一");
}

TEST_F(OwnDataTest, TheExportHasAllThatIsHisAndNothingElse) {
  const Ref first = sent();
  const Ref second = sent();
  must(send(resident("15400000009", "李样本"), draft()));
  ask_for_erasure(desk(), resident());
  const OwnData own = read_own_data(desk(), resident());
  EXPECT_EQ(own.name, "张示例");
  EXPECT_EQ(own.phone, "15400000001");
  ASSERT_EQ(own.messages.size(), 2U);
  EXPECT_EQ(cases::head_of(own.messages[0].standing).id, first.id);
  EXPECT_EQ(cases::head_of(own.messages[1].standing).id, second.id);
  ASSERT_EQ(own.requests.size(), 1U);
  EXPECT_EQ(own.requests[0].kind, DataRequestKind::erasure);
  EXPECT_FALSE(own.requests[0].done_at);
  EXPECT_THAT(read_own_data(desk(), deputy()).messages, IsEmpty());
}

TEST_F(OwnDataTest, EarlierMessagesAreThoseTheReaderMaySee) {
  const Ref first = sent();
  MessageDraft to_another = draft();
  to_another.deputy = "D3";
  must(send(resident(), to_another));
  const Ref last = sent();
  must(send(resident("15400000009", "李样本"), draft()));
  const auto ids = [&](const Person& person) {
    std::vector<std::int64_t> found;
    const auto earlier = read_earlier(desk(), person, {last.id});
    for (const CaseReading& one : earlier.value())
      found.push_back(cases::head_of(one.standing).id);
    return found;
  };
  EXPECT_THAT(ids(deputy()), testing::ElementsAre(first.id));
  EXPECT_THAT(ids(staff("station")), testing::ElementsAre(first.id));
  EXPECT_EQ(ids(resident()).size(), 2U);
  EXPECT_FALSE(read_earlier(desk(), deputy("D3"), {last.id}));
  EXPECT_FALSE(read_earlier(desk(), staff("county-office"), {last.id}));
}

}  // namespace
}  // namespace mashang::desk
