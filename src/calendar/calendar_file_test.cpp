// What a calendar file may hold, and how it is refused.
#include "calendar/calendar_file.h"

#include "calendar/calendar_fixture.h"

namespace mashang::calendar {
namespace {

std::string with_days(const std::string& off, const std::string& work) {
  return R"({"year":2026,"notices":[{"reference":"国办发明电〔2025〕7号","issued":"2025-11-04",)"
         R"("holidays":[{"name":{"zh":"国庆节","en":"National Day"},"off":[)" +
         off + R"(],"work":[)" + work + "]}]}]}";
}

std::string first_error_in(const std::string& text) {
  const auto notices = read_calendar_file(text);
  return notices ? "none" : notices.error().front().path + " " + notices.error().front().code;
}

TEST(CalendarFileTest, reads_every_year_that_is_shipped) {
  for (int year = 2019; year <= 2026; ++year)
    EXPECT_TRUE(read_calendar_file(text_of_year(year))) << year;
  const auto notices = read_calendar_file(text_of_year(2020));
  ASSERT_EQ(notices->size(), 2u);
  EXPECT_EQ((*notices)[1].reference, "国办发明电〔2020〕1号");
  EXPECT_EQ((*notices)[1].issued, day("2020-01-26"));
}

TEST(CalendarFileTest, reads_days_with_the_name_of_their_holiday) {
  const auto notices = read_calendar_file(with_days(R"("2026-10-01")", R"("2026-10-10")"));
  ASSERT_TRUE(notices);
  EXPECT_EQ(notices->front().holidays.front().day, day("2026-10-01"));
  EXPECT_EQ(notices->front().makeup_days.front().name.en, "National Day");
}

TEST(CalendarFileTest, refuses_a_day_of_another_year) {
  EXPECT_EQ(first_error_in(with_days(R"("2026-10-01","2027-10-02")", "")),
            "/notices/0/holidays/0/off/1 other_year");
  EXPECT_EQ(first_error_in(with_days(R"("2025-12-31")", "")), "none");
}

TEST(CalendarFileTest, refuses_a_day_named_twice) {
  EXPECT_EQ(first_error_in(with_days(R"("2026-10-10")", R"("2026-10-10")")),
            "/notices/0/holidays/0/work/0 twice");
}

TEST(CalendarFileTest, refuses_a_makeup_day_that_is_worked_anyway) {
  EXPECT_EQ(first_error_in(with_days("", R"("2026-10-09")")),
            "/notices/0/holidays/0/work/0 not_a_rest_day");
}

TEST(CalendarFileTest, refuses_what_is_not_such_a_file_and_says_where) {
  EXPECT_NE(first_error_in("not json"), "none");
  EXPECT_EQ(first_error_in(R"({"year":2026,"notices":[]})"), "/notices missing");
  EXPECT_TRUE(
      first_error_in(with_days(R"("2026-02-30")", "")).starts_with("/notices/0/holidays/0/off/0 "));
}

}  // namespace
}  // namespace mashang::calendar
