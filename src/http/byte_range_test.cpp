// Ranges: the forms that players send, and what is none.
#include "http/byte_range.h"

#include <gtest/gtest.h>

namespace mashang::http {
namespace {

std::string asked(std::string_view header) {
  const RangeAsked read = read_range(header, 1000);
  if (read.beyond) return "beyond";
  return read.range ? content_range(*read.range, 1000) : "all";
}

TEST(ByteRange, ReadsTheFormsThatPlayersSend) {
  EXPECT_EQ(asked("bytes=0-1"), "bytes 0-1/1000");
  EXPECT_EQ(asked("bytes=0-"), "bytes 0-999/1000");
  EXPECT_EQ(asked("bytes=990-2000"), "bytes 990-999/1000");
  EXPECT_EQ(asked("bytes=-100"), "bytes 900-999/1000");
  EXPECT_EQ(asked("bytes=-5000"), "bytes 0-999/1000");
}

TEST(ByteRange, BeyondTheEndThereIsNothing) {
  EXPECT_EQ(asked("bytes=1000-"), "beyond");
  EXPECT_EQ(asked("bytes=-0"), "beyond");
}

TEST(ByteRange, WhatIsNoSingleRangeMeansAll) {
  for (const char* header : {"", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes=0-1,5-6",
                             "lines=0-1", "bytes=1-x", "bytes=99999999999999999999-"})
    EXPECT_EQ(asked(header), "all") << header;
}

}  // namespace
}  // namespace mashang::http
