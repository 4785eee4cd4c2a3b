// A resident writes to a deputy: what arrives, and what is refused before anything is kept.
#include "desk/message_send.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"
#include "store/attachment_store.h"
#include "store/event_store.h"

namespace mashang::desk {
namespace {

using rules::State;
using Why = Denied::Why;

class MessageSendTest : public DeskTest {
 protected:
  AttachmentId attachment_of(const Person& who) {
    return writing([&](store::Connection& connection) {
      return store::add_attachment(connection, {.sha256 = std::string(64, 'a'),
                                                .media_type = "image/jpeg",
                                                .size = 1,
                                                .width = 1,
                                                .height = 1,
                                                .uploader = who.viewer.person,
                                                .created_at = now});
    });
  }
  MessageDraft draft_with(std::vector<AttachmentId> attachments) {
    MessageDraft draft = this->draft();
    draft.attachments = std::move(attachments);
    return draft;
  }
  std::int64_t event_count() {
    return reading([](store::Connection& connection) { return store::last_seq(connection); });
  }
};

TEST_F(MessageSendTest, TheMessageStandsAloneWithItsPeopleAndPlaces) {
  const Done done = must(send(resident(), draft()));
  EXPECT_EQ(done.number, "LY20261124-000001");
  EXPECT_EQ(done.state, State::with_deputy);
  EXPECT_EQ(done.version, 1);
  const cases::Message kept = message({done.kind, done.id});
  EXPECT_EQ(kept.sender.resident, resident().viewer.person);
  EXPECT_EQ(kept.sender.deputy_name, "王试一");
  EXPECT_EQ(kept.sender.station_name, "示例街道联络站");
  EXPECT_EQ(kept.sender.region, "430406005");
  EXPECT_EQ(kept.notice_version, "2026-1");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].parties.deputy, deputy().viewer.deputy);
}

TEST_F(MessageSendTest, ASuspendedDeputyGetsNoMessageAndTheStationIsNamedInstead) {
  MessageDraft draft = this->draft();
  draft.deputy = "D2";
  EXPECT_EQ(refused(send(resident(), draft)), "deputy_active");
  EXPECT_EQ(event_count(), 0);
  EXPECT_TRUE(told.empty());
}

TEST_F(MessageSendTest, NobodyHasAnUnknownCode) {
  MessageDraft draft = this->draft();
  draft.deputy = "D9";
  EXPECT_EQ(denied(send(resident(), draft)), Why::not_there);
}

TEST_F(MessageSendTest, WhoHasReadAnOldNoticeReadsTheNewOneFirst) {
  MessageDraft draft = this->draft();
  draft.notice_version = "2025-2";
  EXPECT_EQ(refused(send(resident(), draft)), "notice_accepted");
  draft.notice_version = "2026-1";
  must(send(resident(), draft));
}

TEST_F(MessageSendTest, OnlyAResidentWrites) {
  EXPECT_EQ(refused(send(deputy("D3"), draft())), "not_yours");
  EXPECT_EQ(refused(send(staff("reviewer"), draft())), "not_yours");
}

TEST_F(MessageSendTest, OwnAttachmentsGoAlongOnce) {
  const AttachmentId attachment = attachment_of(resident());
  const Done done = must(send(resident(), draft_with({attachment})));
  EXPECT_THAT(message({done.kind, done.id}).attachments, testing::ElementsAre(attachment));
  EXPECT_EQ(refused(send(resident(), draft_with({attachment}))), "attachments_usable");
}

TEST_F(MessageSendTest, AnotherPersonsAttachmentsDoNot) {
  const AttachmentId attachment = attachment_of(resident("15400000011", "刘范例"));
  EXPECT_EQ(refused(send(resident(), draft_with({attachment}))), "attachments_usable");
  EXPECT_EQ(refused(send(resident(), draft_with({AttachmentId{999}}))), "attachments_usable");
  must(send(resident("15400000011"), draft_with({attachment})));
}

TEST_F(MessageSendTest, NineAttachmentsAreTheMost) {
  std::vector<AttachmentId> attachments;
  for (std::size_t i = 0; i < cases::kAttachmentsMost; ++i)
    attachments.push_back(attachment_of(resident()));
  attachments.push_back(attachment_of(resident()));
  EXPECT_EQ(refused(send(resident(), draft_with(attachments))), "attachments_usable");
  attachments.pop_back();
  must(send(resident(), draft_with(attachments)));
}

TEST_F(MessageSendTest, TheSameRequestTwiceIsOneMessage) {
  const Once once = fresh_key();
  const Done first = must(send(resident(), draft(), once));
  const Done again = must(send(resident(), draft(), once));
  EXPECT_EQ(again.id, first.id);
  EXPECT_EQ(event_count(), 1);
  EXPECT_EQ(told.size(), 1U) << "nobody hears of it twice";
}

TEST_F(MessageSendTest, AKeyBelongsToOneRequestOfOnePerson) {
  const Once once{"key", "digest"};
  must(send(resident(), draft(), once));
  EXPECT_EQ(denied(send(resident(), draft(), {"key", "another digest"})), Why::key_reused);
  must(send(resident("15400000011", "刘范例"), draft(), {"key", "another digest"}));
}

TEST_F(MessageSendTest, ARefusedSendingMayBeTriedAgainWithItsKey) {
  const Once once = fresh_key();
  MessageDraft draft = this->draft();
  draft.notice_version = "2025-2";
  EXPECT_EQ(refused(send(resident(), draft, once)), "notice_accepted");
  must(send(resident(), this->draft(), once));
}

}  // namespace
}  // namespace mashang::desk
