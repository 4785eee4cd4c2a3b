// Likeness: what is shared counts, whatever stands around it.
#include "base/likeness.h"

#include <gtest/gtest.h>

namespace mashang {
namespace {

TEST(Likeness, TheSameTextIsWhollyAlike) {
  EXPECT_DOUBLE_EQ(likeness("老街路灯不亮", "老街路灯不亮"), 1);
}

TEST(Likeness, NothingSharedIsNotAlike) {
  EXPECT_DOUBLE_EQ(likeness("河边垃圾没人清运", "老街路灯不亮"), 0);
}

TEST(Likeness, CountsWhatOfTheTitleIsFound) {
  // 老街 街路 路灯 灯不 不亮: of five pairs two are there.
  EXPECT_DOUBLE_EQ(likeness("巷口的路灯整晚不亮", "老街路灯不亮"), 0.4);
}

TEST(Likeness, ALongerTextIsNoLessAlike) {
  EXPECT_DOUBLE_EQ(likeness("从上周起老街路灯不亮，晚上走路很不方便，请修一下。", "老街路灯不亮"),
                   1);
}

TEST(Likeness, PunctuationPartsAndBlanksDoNotCount) {
  EXPECT_DOUBLE_EQ(likeness("路，灯", "路灯"), 0);
  EXPECT_DOUBLE_EQ(likeness("路灯", "。、！"), 0);
  EXPECT_DOUBLE_EQ(likeness("", ""), 0);
}

TEST(Likeness, LatinLettersCountInEitherCase) { EXPECT_DOUBLE_EQ(likeness("WIFI坏了", "wifi"), 1); }

TEST(Likeness, BrokenBytesHarmNothing) {
  EXPECT_GE(likeness("\xE8\xB7", "路灯\xF0"), 0);
  EXPECT_LE(likeness("\xFF\xFE路灯", "路灯"), 1);
}

}  // namespace
}  // namespace mashang
