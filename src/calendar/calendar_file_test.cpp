// What a calendar file may hold, and how it is refused.
#include "calendar/calendar_file.h"

#include "calendar/calendar_fixture.h"

namespace mashang::calendar {
namespace {

/// A file of 2026 with one notice and one holiday; each test spoils one part of it.
struct Parts {
  std::string year = "2026";
  std::string reference = R"("国办发明电〔2025〕7号")";
  std::string issued = R"("2025-11-04")";
  std::string name = R"({"zh":"国庆节","en":"National Day"})";
  std::string off = R"("2026-10-01","2026-10-02")";
  std::string work = R"("2026-10-10")";
};

std::string notice_text(const Parts& parts) {
  return R"({"reference":)" + parts.reference + R"(,"issued":)" + parts.issued +
         R"(,"holidays":[{"name":)" + parts.name + R"(,"off":[)" + parts.off + R"(],"work":[)" +
         parts.work + "]}]}";
}

std::string file_text(const std::string& year, const std::string& notices) {
  return R"({"year":)" + year + R"(,"notices":[)" + notices + "]}";
}

std::string file_text(const Parts& parts) { return file_text(parts.year, notice_text(parts)); }

std::vector<FieldError> errors_in(const std::string& text, std::optional<int> year = {}) {
  const auto notices = read_calendar_file(text, year);
  return notices ? std::vector<FieldError>{} : notices.error();
}

/// "none", or each error's path and code, with commas between.
std::string wrong(const std::string& text, std::optional<int> year = {}) {
  std::string all;
  for (const FieldError& error : errors_in(text, year))
    all += (all.empty() ? "" : ", ") + error.path + " " + error.code;
  return all.empty() ? "none" : all;
}

TEST(CalendarFileTest, reads_every_year_that_is_shipped) {
  for (int year = 2019; year <= 2026; ++year) EXPECT_EQ(wrong(text_of_year(year), year), "none");
  const auto notices = read_calendar_file(text_of_year(2020));
  ASSERT_EQ(notices->size(), 2u);
  EXPECT_EQ((*notices)[1].reference, "国办发明电〔2020〕1号");
  EXPECT_EQ((*notices)[1].issued, day("2020-01-26"));
}

TEST(CalendarFileTest, reads_days_with_the_name_of_their_holiday) {
  const auto notices = read_calendar_file(file_text(Parts{}));
  ASSERT_TRUE(notices);
  EXPECT_EQ(notices->front().holidays.front().day, day("2026-10-01"));
  EXPECT_EQ(notices->front().makeup_days.front().day, day("2026-10-10"));
  EXPECT_EQ(notices->front().makeup_days.front().name.en, "National Day");
}

TEST(CalendarFileTest, refuses_a_year_that_is_not_the_one_expected) {
  EXPECT_EQ(wrong(file_text(Parts{}), 2026), "none");
  EXPECT_EQ(wrong(file_text(Parts{}), 2027), "/year other_year");
  EXPECT_EQ(errors_in(file_text(Parts{}), 2027).front().text,
            Text2s("这里应是2027年的通知；请写2027，或改交该年的文件",
                   "This should be the notice for 2027; write 2027, or hand in the file of that "
                   "year"));
}

TEST(CalendarFileTest, refuses_a_year_that_has_no_notices) {
  EXPECT_TRUE(wrong(file_text({.year = "20226"})).starts_with("/year out_of_range"));
  EXPECT_TRUE(wrong(file_text({.year = "-1"})).starts_with("/year out_of_range"));
  EXPECT_EQ(wrong(file_text({.year = "99999999999"})), "/year out_of_range");
  EXPECT_EQ(wrong(file_text({.year = R"("2026")"})), "/year wrong_type");
}

TEST(CalendarFileTest, refuses_a_day_out_of_reach_of_the_year) {
  EXPECT_EQ(wrong(file_text({.off = R"("2027-10-01")", .work = ""})),
            "/notices/0/holidays/0/off/0 other_year");
  EXPECT_EQ(wrong(file_text({.off = R"("2025-11-30")", .work = ""})),
            "/notices/0/holidays/0/off/0 other_year");
  EXPECT_EQ(wrong(file_text({.off = R"("2025-12-31","2026-01-01")", .work = R"("2025-12-28")"})),
            "none");
}

TEST(CalendarFileTest, refuses_a_day_named_twice) {
  EXPECT_EQ(wrong(file_text({.off = R"("2026-10-01","2026-10-01")"})),
            "/notices/0/holidays/0/off/1 twice");
  EXPECT_EQ(wrong(file_text({.work = R"("2026-10-10","2026-10-10")"})),
            "/notices/0/holidays/0/work/1 twice");
}

TEST(CalendarFileTest, refuses_a_day_that_is_both_off_and_worked) {
  const auto errors = errors_in(file_text({.off = R"("2026-10-10")"}));
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].path + " " + errors[0].code, "/notices/0/holidays/0/work/0 both_ways");
  EXPECT_EQ(errors[0].text,
            Text2s("这天在通知中既放假又上班；请核对后只留一处",
                   "The notice has this day both off and worked; look it up and leave one out"));
}

TEST(CalendarFileTest, refuses_a_makeup_day_that_is_worked_anyway_or_far_off) {
  EXPECT_EQ(wrong(file_text({.work = R"("2026-10-09")"})),
            "/notices/0/holidays/0/work/0 not_a_rest_day");
  EXPECT_EQ(wrong(file_text({.work = R"("2026-01-10")"})), "/notices/0/holidays/0/work/0 too_far");
}

TEST(CalendarFileTest, refuses_a_holiday_without_days_and_days_that_stand_apart) {
  EXPECT_EQ(wrong(file_text({.off = ""})), "/notices/0/holidays/0/off missing");
  const auto errors = errors_in(file_text({.off = R"("2026-10-01","2026-10-03")"}));
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].path + " " + errors[0].code, "/notices/0/holidays/0/off/1 not_in_a_row");
  EXPECT_EQ(errors[0].text.en,
            "A holiday's days follow on each other, and here comes 2026-10-02; write days that "
            "stand apart as a holiday of their own");
}

TEST(CalendarFileTest, refuses_a_holiday_without_a_name) {
  EXPECT_EQ(wrong(file_text({.name = R"({"zh":"","en":"National Day"})"})),
            "/notices/0/holidays/0/name/zh too_short");
  EXPECT_EQ(wrong(file_text({.name = R"({"zh":"国庆节"})"})),
            "/notices/0/holidays/0/name/en missing");
  EXPECT_EQ(wrong(file_text({.name = R"({"zh":"国庆节","en":")" + std::string(41, 'x') + "\"}"})),
            "/notices/0/holidays/0/name/en too_long");
}

TEST(CalendarFileTest, refuses_a_number_that_is_none_or_of_another_year) {
  for (const char* reference :
       {R"("7号")", R"("国办发明电[2025]7号")", R"("国办发明电〔25〕7号")",
        R"("国办发明电〔2025〕号")", R"("国办发明电〔2025〕7")", R"("〔2025〕7号")"})
    EXPECT_EQ(wrong(file_text({.reference = reference})), "/notices/0/reference not_a_reference")
        << reference;
  EXPECT_EQ(wrong(file_text({.reference = R"("国办发明电〔2024〕12号")"})),
            "/notices/0/reference other_year");
  EXPECT_EQ(wrong(file_text({.reference = R"("  ")"})), "/notices/0/reference too_short");
}

TEST(CalendarFileTest, refuses_a_day_of_issue_that_is_not_of_the_year_or_the_one_before) {
  EXPECT_EQ(
      wrong(file_text({.reference = R"("国办发明电〔2024〕7号")", .issued = R"("2024-11-04")"})),
      "/notices/0/issued other_year");
  EXPECT_EQ(wrong(file_text({.issued = R"("2025-02-30")"})), "/notices/0/issued bad_day");
}

TEST(CalendarFileTest, refuses_notices_of_which_none_can_be_told_to_be_the_last) {
  const Parts first;
  EXPECT_EQ(wrong(file_text("2026", notice_text(first) + "," + notice_text(first))),
            "/notices/1/reference twice");
  const Parts second{.reference = R"("国办发明电〔2025〕8号")"};
  EXPECT_EQ(wrong(file_text("2026", notice_text(first) + "," + notice_text(second))),
            "/notices/1/issued twice");
  const Parts later{.reference = R"("国办发明电〔2026〕1号")", .issued = R"("2026-01-26")"};
  EXPECT_EQ(wrong(file_text("2026", notice_text(first) + "," + notice_text(later))), "none");
}

TEST(CalendarFileTest, refuses_what_is_empty) {
  EXPECT_EQ(wrong(""), " bad_json");
  EXPECT_EQ(wrong("{}"), "/year missing, /notices missing");
  EXPECT_EQ(wrong(file_text("2026", "")), "/notices missing");
  EXPECT_EQ(wrong(file_text("2026", R"({"reference":"国办发明电〔2025〕7号","issued":"2025-11-04",)"
                                    R"("holidays":[]})")),
            "/notices/0/holidays missing");
}

TEST(CalendarFileTest, refuses_what_is_not_such_a_file) {
  EXPECT_EQ(wrong("not json"), " bad_json");
  EXPECT_EQ(wrong("[]"), " wrong_type");
  EXPECT_EQ(wrong(R"({"year":2026,"year":2027,"notices":[]})").substr(0, 21),
            "/year duplicate_field");
  EXPECT_EQ(wrong(std::string(1 << 17, ' ')), " too_large");
  EXPECT_EQ(wrong(file_text({.off = "1"})), "/notices/0/holidays/0/off/0 wrong_type");
}

TEST(CalendarFileTest, an_error_of_shape_says_what_to_write_there) {
  const auto errors = errors_in(R"({"year":2026,"notices":[{"issued":"4 May","holidays":1}]})");
  ASSERT_EQ(errors.size(), 3u);
  EXPECT_EQ(errors[0].path, "/notices/0/issued");
  EXPECT_EQ(errors[0].text.zh, "日期应写成2026-11-24这样；请写成文日期，如“2025-11-04”");
  EXPECT_EQ(errors[1].text.en, "Expected a list; list the holidays, each with name, off and work");
  EXPECT_EQ(errors[2].text.en,
            "This field is missing; write the notice's number, such as \"国办发明电〔2025〕7号\"");
  EXPECT_EQ(errors_in(R"({"year":2026,"notices":[{"days":[]}]})").front().text.zh,
            "没有这一项；请列出各份通知，每份写reference、issued、holidays三项");
}

TEST(CalendarFileTest, a_slip_in_the_json_is_found_by_its_line) {
  const auto errors = errors_in("{\n  \"year\": 2026,\n  \"notices\": oops\n}\n");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_TRUE(errors[0].text.en.starts_with("Not valid JSON (near line 3, byte 31)"))
      << errors[0].text.en;
  EXPECT_TRUE(errors[0].text.zh.starts_with("不是有效的JSON(第3行，")) << errors[0].text.zh;
}

TEST(CalendarFileTest, a_hostile_file_gets_a_bounded_answer) {
  std::string off;
  for (int i = 0; i < 4000; ++i) off += std::string{i == 0 ? "" : ","} + R"("2031-01-01")";
  EXPECT_EQ(errors_in(file_text({.off = off})).size(), 50u);
}

}  // namespace
}  // namespace mashang::calendar
