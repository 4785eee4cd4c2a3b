// Distances: known ones within half a per cent.
#include "base/earth.h"

#include <gtest/gtest.h>

namespace mashang {
namespace {

TEST(Earth, HengyangToChangshaAsTheCrowFlies) {
  EXPECT_NEAR(metres_between({26.893, 112.572}, {28.228, 112.939}), 152'800, 800);
}

TEST(Earth, AHundredthOfADegreeNorthIsElevenHundredMetres) {
  EXPECT_NEAR(metres_between({26.9, 112.6}, {26.91, 112.6}), 1112, 1);
}

TEST(Earth, NoWayIsNoDistance) {
  EXPECT_DOUBLE_EQ(metres_between({26.9, 112.6}, {26.9, 112.6}), 0);
}

TEST(Earth, BeyondThePolesIsNoPlace) {
  EXPECT_TRUE(is_on_earth({-90, 180}));
  EXPECT_FALSE(is_on_earth({91, 0}));
  EXPECT_FALSE(is_on_earth({0, -181}));
}

}  // namespace
}  // namespace mashang
