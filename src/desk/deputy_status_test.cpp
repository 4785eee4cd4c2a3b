// R1: what becomes of a deputy's messages when he no longer serves.
#include "desk/deputy_status.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"

namespace mashang::desk {
namespace {

using rules::Action;
using rules::DeputyStatus;
using rules::State;

class DeputyStatusTest : public DeskTest {};

TEST_F(DeputyStatusTest, AnEndedTermHandsWhatWaitsToTheStationWhichAnswers) {
  const Ref message = sent();
  ASSERT_TRUE(set_deputy_status(desk(), "D1", DeputyStatus::ended));
  EXPECT_EQ(state(message), State::with_station);
  EXPECT_EQ(refused(act(staff("station"), message, Action::answer, cases::Words{{"已修好。"}})),
            "deputy_serving");
  must(act(staff("station"), message, Action::answer_for_deputy, cases::Words{{"已修好。"}}));
  EXPECT_EQ(this->message(message).answers.back().role, rules::Role::station);
  EXPECT_EQ(refused(send(resident(), draft())), "deputy_active");
}

TEST_F(DeputyStatusTest, ASuspendedDeputyKeepsHisMessages) {
  const Ref message = sent();
  ASSERT_TRUE(set_deputy_status(desk(), "D1", DeputyStatus::suspended));
  EXPECT_EQ(state(message), State::with_deputy);
}

TEST_F(DeputyStatusTest, AnUnknownCodeIsNobodys) {
  EXPECT_FALSE(set_deputy_status(desk(), "D9", DeputyStatus::ended));
}

}  // namespace
}  // namespace mashang::desk
