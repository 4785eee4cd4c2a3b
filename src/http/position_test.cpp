// Places in an address, and what is none.
#include "http/position.h"

#include <gtest/gtest.h>

namespace mashang::http {
namespace {

TEST(Position, IsLatitudeThenLongitude) {
  const auto at = read_position("26.9,-112.6");
  ASSERT_TRUE(at);
  EXPECT_DOUBLE_EQ(at->lat, 26.9);
  EXPECT_DOUBLE_EQ(at->lng, -112.6);
}

TEST(Position, WhatIsNoneIsToldApart) {
  for (const char* text : {"", "26.9", "26.9,", ",112", "26.9,112.6,3", "nan,1", "inf,1", "91,0",
                           "0,181", "26.9 ,112", "1e999,0"})
    EXPECT_FALSE(read_position(text)) << text;
}

}  // namespace
}  // namespace mashang::http
