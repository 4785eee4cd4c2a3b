// The words of limits, both ways.
#include "calendar/limit.h"

#include <gtest/gtest.h>

#include <string>

namespace mashang::calendar {
namespace {

TEST(LimitTest, reads_what_it_writes) {
  for (const char* text : {"3 working days", "1 working day", "24 hours", "7 days", "3 months"}) {
    const auto limit = parse_limit(text);
    ASSERT_TRUE(limit) << text;
    EXPECT_EQ(words_of(*limit).en, text);
  }
  EXPECT_EQ(words_of(Limit{3, Unit::working_days}).zh, "3个工作日");
  EXPECT_EQ(words_of(Limit{24, Unit::hours}).zh, "24小时");
}

TEST(LimitTest, refuses_what_is_no_limit) {
  for (const char* text : {"", "3", "working days", "3 weeks", "-1 days", "3  days", " 3 days",
                           "3 days ", "3.5 hours", "3 Working Days", "3\tdays"})
    EXPECT_FALSE(parse_limit(text)) << text;
}

TEST(LimitTest, refuses_a_count_out_of_bounds_in_plain_words) {
  for (const char* text :
       {"0 days", "3661 days", "100000 working days", "99999999999999999999 hours"})
    EXPECT_EQ(parse_limit(text).error().en, "a limit must be between 1 and 3660") << text;
}

TEST(LimitTest, a_mode_is_a_single_letter) {
  EXPECT_EQ(parse_mode("B"), Mode::B);
  for (const char* text : {"", "a", "D", "AB"}) EXPECT_FALSE(parse_mode(text)) << text;
}

}  // namespace
}  // namespace mashang::calendar
