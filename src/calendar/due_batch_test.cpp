// The batch of `mashang due`: one line out for every line in.
#include "calendar/due_batch.h"

#include "calendar/calendar_fixture.h"

namespace mashang::calendar {
namespace {

TEST(DueBatchTest, answers_each_line_in_order) {
  EXPECT_EQ(due_batch("2022-10-28T16:00:00+08:00\t3 working days\tA\n"
                      "2022-10-28T16:00:00+08:00\t24 hours\tA\n"
                      "2026-12-30T09:00:00+08:00\t1 working day\tC\n"
                      "2022-10-28T08:00:05Z\t24 hours\tB\n",
                      shipped()),
            "2022-11-02T24:00+08:00\n"
            "2022-10-31T16:00+08:00\n"
            "2026-12-31T24:00+08:00\tprovisional\n"
            "2022-10-29T16:00:05+08:00\n");
}

TEST(DueBatchTest, a_bad_line_gets_an_error_line_and_the_rest_goes_on) {
  EXPECT_EQ(due_batch("\n"
                      "2022-10-28T16:00+08:00\t3 working days\n"
                      "yesterday\t3 working days\tA\n"
                      "2022-10-28T16:00+08:00\t3 weeks\tA\n"
                      "2022-10-28T16:00+08:00\t3 days\tZ\n"
                      "9999-10-28T16:00+08:00\t3 days\tA\n"
                      "2022-10-28T16:00+08:00\t100000 days\tA\r\n"
                      "2022-10-28T16:00+08:00\t3 days\tA\r\n",
                      shipped()),
            "error: the line is empty\n"
            "error: a line has three fields with tabs between: start, limit, mode\n"
            "error: the start \"yesterday\" is not a time like 2022-10-28T16:00:00+08:00\n"
            "error: the limit \"3 weeks\" is not of the form \"3 working days\", \"24 hours\", "
            "\"7 days\" or \"3 months\"\n"
            "error: the mode \"Z\" is not A, B or C\n"
            "error: a start must be between 1992 and 2199\n"
            "error: a limit must be between 1 and 3660\n"
            "2022-10-31T24:00+08:00\n");
}

TEST(DueBatchTest, an_error_stays_on_one_short_line_whatever_was_typed) {
  const std::string answer = due_line(std::string(5000, 'x') + "\r\x01\t3 days\tA", shipped());
  EXPECT_LT(answer.size(), 250u);
  EXPECT_EQ(answer.find_first_of("\r\n\x01"), std::string::npos);
}

TEST(DueBatchTest, takes_a_last_line_without_its_end_and_gives_nothing_for_nothing) {
  EXPECT_EQ(due_batch("2022-10-28T16:00+08:00\t3 days\tA", shipped()), "2022-10-31T24:00+08:00\n");
  EXPECT_EQ(due_batch("", shipped()), "");
}

TEST(DueBatchTest, explains_one_line_in_words) {
  EXPECT_EQ(due_explained("2026-09-18T10:00+08:00\t2 working days\tA", shipped()),
            "2026-09-21T24:00+08:00\n"
            "2个工作日，起算当日（2026年9月18日）不计入，其中1天不计，含1个调休上班日，"
            "至2026年9月21日 24:00止。\n"
            "2 working days; the day of the event, 18 September 2026, does not count; 1 day is "
            "skipped; 1 make-up working day counts; due 24:00 on 21 September 2026.\n"
            "  - 2026-09-19  周末 / weekend\n"
            "  + 2026-09-20  国庆节调休上班（国办发明电〔2025〕7号） / make-up working day for "
            "National Day (国办发明电〔2025〕7号)\n");
  EXPECT_EQ(due_explained("", shipped()), "error: the line is empty\n");
}

}  // namespace
}  // namespace mashang::calendar
