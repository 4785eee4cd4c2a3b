// The cache never gives out what was read before a change, in whatever order readers and changes
// come. Time is not waited for: that a text lasts a second at most is plain to see in the code.
#include "http/view_cache.h"

#include <gtest/gtest.h>

namespace mashang::http {
namespace {

constexpr CaseKey kMessage{rules::CaseKind::message, 7};
constexpr CaseKey kOrder{rules::CaseKind::order, 7};

class ViewCacheTest : public testing::Test {
 protected:
  ViewCache cache;

  static ViewCache::Text text(const std::string& body) {
    ViewCache::Text text;
    text.body = std::make_shared<const std::string>(body);
    return text;
  }
  std::string found(const CaseKey& key, const std::string& viewer) {
    const auto kept = cache.find(key, viewer);
    return kept ? *kept->body : "nothing";
  }
};

TEST_F(ViewCacheTest, ATextIsKeptForItsViewerAndItsCase) {
  cache.keep(kMessage, "5", cache.ticket(kMessage), text("seen by 5"));
  EXPECT_EQ(found(kMessage, "5"), "seen by 5");
  EXPECT_EQ(found(kMessage, "6"), "nothing");
  EXPECT_EQ(found(kOrder, "5"), "nothing") << "an order of the same number is another case";
}

TEST_F(ViewCacheTest, AChangeVoidsWhatWasKept) {
  cache.keep(kMessage, "5", cache.ticket(kMessage), text("old"));
  cache.keep(kOrder, "5", cache.ticket(kOrder), text("of another case"));
  cache.changed(kMessage);
  EXPECT_EQ(found(kMessage, "5"), "nothing");
  EXPECT_EQ(found(kOrder, "5"), "of another case");
}

TEST_F(ViewCacheTest, ATextReadBeforeAChangeIsNotKeptAfterIt) {
  const auto ticket = cache.ticket(kMessage);
  cache.changed(kMessage);
  cache.keep(kMessage, "5", ticket, text("old"));
  EXPECT_EQ(found(kMessage, "5"), "nothing");
  cache.keep(kMessage, "5", cache.ticket(kMessage), text("new"));
  EXPECT_EQ(found(kMessage, "5"), "new");
}

TEST_F(ViewCacheTest, TheSameHoldsForACaseThatSomebodyElseHasRead) {
  cache.keep(kMessage, "6", cache.ticket(kMessage), text("first"));
  const auto ticket = cache.ticket(kMessage);
  cache.changed(kMessage);
  cache.keep(kMessage, "6", cache.ticket(kMessage), text("new"));
  cache.keep(kMessage, "5", ticket, text("old"));
  EXPECT_EQ(found(kMessage, "5"), "nothing");
  EXPECT_EQ(found(kMessage, "6"), "new");
}

TEST_F(ViewCacheTest, AJumpOfTimeVoidsEverythingAndWhatWasBeingRead) {
  cache.keep(kOrder, "5", cache.ticket(kOrder), text("kept"));
  const auto ticket = cache.ticket(kMessage);
  cache.clear();
  cache.keep(kMessage, "5", ticket, text("read before the jump"));
  EXPECT_EQ(found(kOrder, "5"), "nothing");
  EXPECT_EQ(found(kMessage, "5"), "nothing");
}

TEST_F(ViewCacheTest, WhenItIsFullItStartsAnewAndStillKeepsNoOldText) {
  const auto ticket = cache.ticket(kMessage);
  cache.changed(kMessage);
  for (std::int64_t id = 100; id < 10'200; ++id)
    cache.keep({rules::CaseKind::order, id}, "5", cache.ticket({rules::CaseKind::order, id}),
               text("x"));
  cache.keep(kMessage, "5", ticket, text("old"));
  EXPECT_EQ(found(kMessage, "5"), "nothing");
  EXPECT_EQ(found({rules::CaseKind::order, 10'199}, "5"), "x");
}

}  // namespace
}  // namespace mashang::http
