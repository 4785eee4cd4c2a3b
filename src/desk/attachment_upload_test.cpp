// An attachment from its upload to those who may look at it, and to its end when nobody used it.
#include "desk/attachment_upload.h"

#include <gd.h>

#include "desk/desk_fixture.h"
#include "desk/sweep.h"

namespace mashang::desk {
namespace {

using namespace std::chrono_literals;
using rules::Action;

/// A picture of one colour, so that each colour is another file.
std::string picture(int colour) {
  const std::unique_ptr<gdImage, void (*)(gdImagePtr)> image(gdImageCreateTrueColor(4, 3),
                                                             gdImageDestroy);
  gdImageFilledRectangle(image.get(), 0, 0, 4, 3, colour);
  int size = 0;
  const std::unique_ptr<void, void (*)(void*)> bytes(gdImagePngPtr(image.get(), &size), gdFree);
  return {static_cast<char*>(bytes.get()), std::size_t(size)};
}

class AttachmentTest : public DeskTest {
 protected:
  Uploaded upload(const Person& who, const std::string& key, const std::string& bytes) {
    return upload_photo(desk(), who, {key, bytes});
  }
  AttachmentId uploaded(const Person& who, int colour = 0xFF0000) {
    const auto card = upload(who, fresh_key().key, picture(colour));
    EXPECT_TRUE(card);
    return card ? card->id : AttachmentId{};
  }
  Ref sent_with(AttachmentId attachment) {
    MessageDraft draft = this->draft();
    draft.attachments = {attachment};
    return {rules::CaseKind::message, must(send(resident(), draft)).id};
  }
  bool sees(const Person& who, AttachmentId attachment) {
    return find_attachment(desk(), who, attachment).has_value();
  }
};

TEST_F(AttachmentTest, BeforeItIsUsedOnlyItsUploaderSeesIt) {
  const auto card = upload(resident(), "key", picture(0xFF0000));
  ASSERT_TRUE(card);
  EXPECT_EQ(card->kind, store::AttachmentKind::photo);
  EXPECT_EQ(card->media_type, "image/jpeg");
  EXPECT_EQ(card->width, 4);
  const auto file = find_attachment(desk(), resident(), card->id);
  ASSERT_TRUE(file);
  EXPECT_EQ(card->size, std::int64_t(desk().attachment_files.read(file->sha256)->size()));
  EXPECT_FALSE(sees(deputy(), card->id));
  EXPECT_FALSE(sees(staff("reviewer"), card->id));
  EXPECT_FALSE(sees(resident(), AttachmentId{99}));
}

TEST_F(AttachmentTest, WhatIsNoPictureIsNotKept) {
  const auto card = upload(resident(), "key", "hello");
  ASSERT_FALSE(card);
  EXPECT_EQ(card.error(), "not_media");
}

TEST_F(AttachmentTest, SentTwiceWithItsKeyItIsOneAttachment) {
  const auto first = upload(resident(), "key", picture(0xFF0000));
  const auto again = upload(resident(), "key", picture(0xFF0000));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, first->id);
  const auto other = upload(resident(), "key", picture(0x00FF00));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error(), "idempotency_key_reused");
}

TEST_F(AttachmentTest, InAMessageThePeopleOfTheMessageSeeIt) {
  const AttachmentId attachment = uploaded(resident());
  sent_with(attachment);
  EXPECT_TRUE(sees(resident(), attachment));
  EXPECT_TRUE(sees(deputy(), attachment));
  EXPECT_TRUE(sees(staff("station"), attachment));
  EXPECT_FALSE(sees(deputy("D3"), attachment));
  EXPECT_FALSE(sees(staff("reviewer"), attachment));
  EXPECT_FALSE(sees(staff("police"), attachment));
}

TEST_F(AttachmentTest, InAnOrderTheHotlineAndTheUnitSeeIt) {
  const AttachmentId attachment = uploaded(resident());
  const Ref order = submitted(sent_with(attachment));
  EXPECT_TRUE(sees(staff("reviewer"), attachment));
  EXPECT_FALSE(sees(staff("police"), attachment)) << "not dispatched yet";
  dispatched(order);
  EXPECT_TRUE(sees(staff("police"), attachment));
  EXPECT_FALSE(sees(staff("housing"), attachment));
}

TEST_F(AttachmentTest, WhatIsSentAfterwardsIsNoPartOfTheOrder) {
  const Ref message = sent();
  const Ref order = submitted(message);
  dispatched(order);
  replied(order);
  must(call_back(order, rules::Outcome::satisfied));
  must(act(deputy(), message, Action::relay, cases::Words{{"已修好。"}}));
  must(act(resident(), message, Action::ask_again, cases::Words{{"又坏了。"}}));
  const AttachmentId attachment = uploaded(resident());
  must(act(resident(), message, Action::supplement,
           cases::Supplement{{"见照片"}, std::vector<AttachmentId>{attachment}}));
  EXPECT_TRUE(sees(deputy(), attachment));
  EXPECT_FALSE(sees(staff("police"), attachment));
}

TEST_F(AttachmentTest, UnusedForAWeekItIsSweptAwayAndTheUsedOneStays) {
  const AttachmentId used = uploaded(resident(), 0xFF0000);
  sent_with(used);
  const AttachmentId unused = uploaded(resident(), 0x00FF00);
  const AttachmentId same_picture = uploaded(resident(), 0xFF0000);
  now += 24h * 7;
  sweep(desk());
  EXPECT_TRUE(sees(resident(), unused));
  now += 1ms;
  sweep(desk());
  EXPECT_FALSE(sees(resident(), unused));
  EXPECT_FALSE(sees(resident(), same_picture));
  EXPECT_TRUE(sees(resident(), used)) << "its bytes are still needed";
}

TEST_F(AttachmentTest, TheSweepForgetsAnswersAfterAMonthAndNotBefore) {
  const Once once{"key", "digest"};
  const Done first = must(send(resident(), draft(), once));
  now += 24h * 30;
  sweep(desk());
  EXPECT_EQ(must(send(resident(), draft(), once)).id, first.id);
  now += 1ms;
  sweep(desk());
  EXPECT_NE(must(send(resident(), draft(), once)).id, first.id);
}

}  // namespace
}  // namespace mashang::desk
