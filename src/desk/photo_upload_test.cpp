// A photo from its upload to those who may look at it, and to its end when nobody used it.
#include "desk/photo_upload.h"

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

class PhotoTest : public DeskTest {
 protected:
  PhotoId uploaded(const Person& who, int colour = 0xFF0000) {
    const auto card = upload_photo(desk(), who, fresh_key().key, picture(colour));
    EXPECT_TRUE(card);
    return card ? card->id : PhotoId{};
  }
  Ref sent_with(PhotoId photo) {
    MessageDraft draft = this->draft();
    draft.photos = {photo};
    return {rules::CaseKind::message, must(send(resident(), draft)).id};
  }
  bool sees(const Person& who, PhotoId photo) { return read_photo(desk(), who, photo).has_value(); }
};

TEST_F(PhotoTest, BeforeItIsUsedOnlyItsUploaderSeesIt) {
  const auto card = upload_photo(desk(), resident(), "key", picture(0xFF0000));
  ASSERT_TRUE(card);
  EXPECT_EQ(card->media_type, "image/jpeg");
  EXPECT_EQ(card->width, 4);
  EXPECT_EQ(card->size, std::int64_t(read_photo(desk(), resident(), card->id)->size()));
  EXPECT_FALSE(sees(deputy(), card->id));
  EXPECT_FALSE(sees(staff("reviewer"), card->id));
  EXPECT_FALSE(sees(resident(), PhotoId{99}));
}

TEST_F(PhotoTest, WhatIsNoPictureIsNotKept) {
  const auto card = upload_photo(desk(), resident(), "key", "hello");
  ASSERT_FALSE(card);
  EXPECT_EQ(card.error(), "not_a_picture");
}

TEST_F(PhotoTest, SentTwiceWithItsKeyItIsOnePhoto) {
  const auto first = upload_photo(desk(), resident(), "key", picture(0xFF0000));
  const auto again = upload_photo(desk(), resident(), "key", picture(0xFF0000));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, first->id);
  const auto other = upload_photo(desk(), resident(), "key", picture(0x00FF00));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error(), "idempotency_key_reused");
}

TEST_F(PhotoTest, InAMessageThePeopleOfTheMessageSeeIt) {
  const PhotoId photo = uploaded(resident());
  sent_with(photo);
  EXPECT_TRUE(sees(resident(), photo));
  EXPECT_TRUE(sees(deputy(), photo));
  EXPECT_TRUE(sees(staff("station"), photo));
  EXPECT_FALSE(sees(deputy("D3"), photo));
  EXPECT_FALSE(sees(staff("reviewer"), photo));
  EXPECT_FALSE(sees(staff("police"), photo));
}

TEST_F(PhotoTest, InAnOrderTheHotlineAndTheUnitSeeIt) {
  const PhotoId photo = uploaded(resident());
  const Ref order = submitted(sent_with(photo));
  EXPECT_TRUE(sees(staff("reviewer"), photo));
  EXPECT_FALSE(sees(staff("police"), photo)) << "not dispatched yet";
  dispatched(order);
  EXPECT_TRUE(sees(staff("police"), photo));
  EXPECT_FALSE(sees(staff("housing"), photo));
}

TEST_F(PhotoTest, WhatIsSentAfterwardsIsNoPartOfTheOrder) {
  const Ref message = sent();
  const Ref order = submitted(message);
  dispatched(order);
  replied(order);
  must(call_back(order, rules::Outcome::satisfied));
  must(act(deputy(), message, Action::relay, cases::Words{{"已修好。"}}));
  must(act(resident(), message, Action::ask_again, cases::Words{{"又坏了。"}}));
  const PhotoId photo = uploaded(resident());
  must(act(resident(), message, Action::supplement,
           cases::Supplement{{"见照片"}, std::vector<PhotoId>{photo}}));
  EXPECT_TRUE(sees(deputy(), photo));
  EXPECT_FALSE(sees(staff("police"), photo));
}

TEST_F(PhotoTest, UnusedForAWeekItIsSweptAwayAndTheUsedOneStays) {
  const PhotoId used = uploaded(resident(), 0xFF0000);
  sent_with(used);
  const PhotoId unused = uploaded(resident(), 0x00FF00);
  const PhotoId same_picture = uploaded(resident(), 0xFF0000);
  now += 24h * 7;
  sweep(desk());
  EXPECT_TRUE(sees(resident(), unused));
  now += 1ms;
  sweep(desk());
  EXPECT_FALSE(sees(resident(), unused));
  EXPECT_FALSE(sees(resident(), same_picture));
  EXPECT_TRUE(sees(resident(), used)) << "its bytes are still needed";
}

TEST_F(PhotoTest, TheSweepForgetsAnswersAfterAMonthAndNotBefore) {
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
