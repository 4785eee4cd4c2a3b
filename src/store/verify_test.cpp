// What was saved through the store is found whole; every way of tampering with the file is found
// out.
#include "store/verify.h"

#include <gmock/gmock.h>

#include "store/city_fixture.h"
#include "store/outbox_store.h"

namespace mashang::store {
namespace {

using namespace std::chrono_literals;
using rules::Action;
using rules::Clock;
using rules::State;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class VerifyTest : public CityTest {
 protected:
  VerifyTest() {
    Journey message = sent_message(connection, city);
    message.step(Action::pass_on_hotline, State::at_hotline, cases::PassOnHotline{}, kStart + 1h,
                 {rules::Role::deputy, city.deputy_person, "王试一"}, {Clock::look_limit});
    message.save(connection);
    submitted_order(connection, city, 1).save(connection);
    connection.run_script("drop trigger event_stays_as_it_is; drop trigger event_stays;");
  }

  std::vector<std::string> findings_after(const std::string& sql) {
    connection.run_script("pragma foreign_keys = off; savepoint whole;" + sql);
    const VerifyReport report = verify(connection);
    connection.run_script("rollback to whole; release whole; pragma foreign_keys = on");
    return report.findings;
  }
};

TEST_F(VerifyTest, FindsNothingInWhatTheStoreWrote) {
  const VerifyReport report = verify(connection);
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_EQ(report.event_count, 3);
  EXPECT_EQ(report.case_count, 2);
  EXPECT_EQ(report.last_hash.size(), 64U);
}

TEST_F(VerifyTest, FindsAChangedEvent) {
  EXPECT_THAT(findings_after("update event set actor_name = '李样本' where seq = 2"),
              ElementsAre("Event 2 of message 1 was changed: its hash does not fit what it says."));
  EXPECT_THAT(findings_after("update event set details = 'x' where seq = 2"),
              Contains("Event 2 holds details that can't be read."));
  EXPECT_THAT(findings_after("update event set action = 'vanish' where seq = 2"),
              Contains("Event 2 holds the unknown name vanish."));
}

TEST_F(VerifyTest, FindsAMissingEvent) {
  const auto findings = findings_after("delete from event where seq = 2");
  EXPECT_THAT(findings,
              Contains("Event 3 of order 1 follows event 1: events between them are missing."));
  EXPECT_THAT(findings,
              Contains("The stored message 1 is at version 2, at_hotline; its last, event 1,"
                       " left it at version 1, with_deputy."));
  EXPECT_THAT(findings_after("delete from event where seq = 3"),
              ElementsAre("Order 1 has no event.", "Clocks of the case 1 have no event."));
}

TEST_F(VerifyTest, FindsAHashThatWasMadeAnew) {
  EXPECT_THAT(findings_after("update event set hash = 'x' where seq = 2"),
              Contains("Event 3 of order 1 does not carry the hash of the event before it."));
}

TEST_F(VerifyTest, FindsACaseThatIsNotWhatItsEventsMakeIt) {
  EXPECT_THAT(
      findings_after("update message set doc = replace(doc, '示例路', '样本路')"),
      ElementsAre("The document of message 1 is not what its events up to event 2 make of it."));
  EXPECT_THAT(
      findings_after("update clock set due_at = due_at + 1000 where case_kind = 'message'"),
      ElementsAre("The clocks of message 1 are not what its events up to event 2 make of them."));
  EXPECT_THAT(findings_after("delete from orders"),
              ElementsAre("There is no order 1, but event 3 speaks of it."));
  EXPECT_THAT(findings_after("update message set state = 'answered'"),
              ElementsAre(HasSubstr("The stored message 1 is broken")));
}

TEST_F(VerifyTest, FindsAClockThatRunsInAnEndedCase) {
  Journey message = sent_message(connection, city);
  message.step(Action::withdraw, State::withdrawn, cases::Withdraw{}, kStart + 1h,
               {rules::Role::resident, city.resident, "张示例"});
  message.save(connection);
  EXPECT_THAT(verify(connection).findings,
              ElementsAre("A clock runs in message 2, which is withdrawn."));
}

TEST_F(VerifyTest, FindsWhatNoEventAccountsFor) {
  Outgoing outgoing;
  outgoing.event_seq = 3;
  add_outgoing(connection, outgoing);
  EXPECT_THAT(verify(connection).findings, IsEmpty());
  EXPECT_THAT(findings_after("update outbox set event_seq = 9"),
              ElementsAre("Outgoing row 1 has neither event nor warning."));
  EXPECT_THAT(findings_after("update clock set case_id = 9 where case_kind = 'order'"),
              Contains("Clocks of the case 9 have no event."));
}

}  // namespace
}  // namespace mashang::store
