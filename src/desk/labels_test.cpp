// The words shown to people come from two files, and nobody meets a hole in a sentence.
#include "desk/labels.h"

#include <gtest/gtest.h>

#include "rules/vocabulary.h"

namespace mashang::desk {
namespace {

TEST(Labels, TwoFilesBecomeOneTable) {
  const auto labels = Labels::read(R"({"state": {"answered": "已答复"}})",
                                   R"({"state": {"answered": "Answered"}})");
  ASSERT_TRUE(labels);
  EXPECT_EQ(labels->of("state", rules::State::answered).zh, "已答复");
  EXPECT_EQ(labels->of("state", "answered").en, "Answered");
  EXPECT_EQ(labels->group("state").size(), 1U);
}

TEST(Labels, AWordThatOneLanguageLacksIsAnErrorWithItsPlace) {
  const auto labels =
      Labels::read(R"({"state": {"answered": "已答复", "closed": "办结"}})",
                   R"({"state": {"answered": "Answered"}, "role": {"unit": "Unit"}})");
  ASSERT_FALSE(labels);
  ASSERT_EQ(labels.error().size(), 2U);
  EXPECT_EQ(labels.error()[0].path, "/state/closed");
  EXPECT_EQ(labels.error()[0].text.en, "This word is missing in en.json");
  EXPECT_EQ(labels.error()[1].path, "/role/unit");
  EXPECT_EQ(labels.error()[1].text.en, "This word is missing in zh.json");
}

TEST(Labels, AFileThatIsNoJsonIsAnErrorToo) {
  EXPECT_FALSE(Labels::read("", "{}"));
  EXPECT_FALSE(Labels::read("{}", R"({"state": ["answered"]})"));
}

TEST(Labels, AnUnknownNameStandsForItself) {
  const auto labels = Labels::read("{}", "{}");
  ASSERT_TRUE(labels);
  EXPECT_EQ(labels->of("state", "answered"), Text2s("answered", "answered"));
  EXPECT_TRUE(labels->group("state").empty());
}

TEST(Labels, ANameIsPutInWhereverItsSlotIs) {
  EXPECT_EQ(fill_in({"{name}与{name}", "{name} and {other}"}, "name", "王试一"),
            Text2s("王试一与王试一", "王试一 and {other}"));
  EXPECT_EQ(fill_in({"{name}", "{name}"}, "name", "{name}"), Text2s("{name}", "{name}"))
      << "what is put in is not looked at again";
}

}  // namespace
}  // namespace mashang::desk
