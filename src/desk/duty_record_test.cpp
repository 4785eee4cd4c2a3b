// R62: what a deputy did, with the cases behind each figure; seen by him, his station and the
// offices above it; and no number where there is nothing to divide by.
#include "desk/duty_record.h"

#include "desk/desk_fixture.h"

namespace mashang::desk {
namespace {

using rules::Action;

class DutyRecordTest : public DeskTest {
 protected:
  std::optional<DutyRecord> record(const Person& person, const std::string& code = "",
                                   const std::string& from = "2026-11-01",
                                   const std::string& to = "2026-11-30") {
    return read_duty_record(desk(), person, {code, *parse_day(from), *parse_day(to)});
  }
  static DutyFigure figure(const std::optional<DutyRecord>& record, const std::string& code) {
    for (const DutyFigure& one : record->figures)
      if (one.code == code) return one;
    ADD_FAILURE() << "no figure " << code;
    return {};
  }
  void pass_hours(int hours) { now += std::chrono::hours{hours}; }
  void answer(Ref message) { must(act(deputy(), message, Action::answer, cases::Words{{"答复"}})); }
};

TEST_F(DutyRecordTest, EachFigureHasItsCases) {
  const Ref first = sent();
  const Ref second = sent();
  must(act(deputy(), second, Action::pass_on_station, cases::Note{}));
  must(act(deputy(), first, Action::note_call, cases::CallNoted{{"已致电"}, {}, "", {}}));
  answer(first);
  must(act(resident(), first, Action::rate, cases::Rate{rules::Score::mostly, {}}));
  const auto mine = record(deputy());
  EXPECT_EQ(figure(mine, "received").count, 2);
  EXPECT_EQ(figure(mine, "answered").count, 1);
  EXPECT_EQ(figure(mine, "passed_to_station").count, 1);
  EXPECT_EQ(figure(mine, "passed_to_hotline").count, 0);
  EXPECT_EQ(figure(mine, "calls_noted").count, 1);
  EXPECT_EQ(figure(mine, "rated_mostly").count, 1);
  EXPECT_EQ(figure(mine, "rated_satisfied").count, 0);
  EXPECT_EQ(figure(mine, "passed_to_station").cases,
            (std::vector<DutyCase>{{second.kind, second.id, "LY20261124-000002"}}));
  EXPECT_EQ(figure(mine, "received").cases.size(), 2U);
}

TEST_F(DutyRecordTest, WaitingIsMeasuredToTheFirstActAndToTheFirstAnswer) {
  const Ref first = sent();
  const Ref second = sent();
  const Ref third = sent();
  must(act(deputy(), first, Action::look));
  pass_hours(2);
  must(act(deputy(), first, Action::comment, cases::Words{{"看到了"}}));
  pass_hours(2);
  answer(first);
  pass_hours(6);
  answer(second);
  pass_hours(5);
  answer(third);
  const DutyFigure act = figure(record(deputy()), "first_act");
  EXPECT_EQ(act.average_hours, 9.0) << "2, 10 and 15 hours";
  EXPECT_EQ(act.median_hours, 10.0);
  const DutyFigure answered = figure(record(deputy()), "first_answer");
  EXPECT_EQ(answered.average_hours, 9.7) << "4, 10 and 15 hours";
  EXPECT_EQ(answered.value.en, "mean 9.7 hours, median 10.0 hours");
  EXPECT_EQ(answered.cases.size(), 3U);
}

TEST_F(DutyRecordTest, WithNothingToDivideByThereIsNoNumber) {
  sent();
  const DutyFigure act = figure(record(deputy()), "first_act");
  EXPECT_FALSE(act.average_hours);
  EXPECT_FALSE(act.median_hours);
  EXPECT_FALSE(act.count);
  EXPECT_EQ(act.value.en, "n/a");
  EXPECT_EQ(figure(record(deputy()), "answered").count, 0) << "a count of none is a number";
}

TEST_F(DutyRecordTest, OnlyTheDaysAskedForCount) {
  now = cases::at("2026-11-30 23:59");
  const Ref message = sent();
  now = cases::at("2026-12-01 00:00");
  answer(message);
  EXPECT_EQ(figure(record(deputy()), "received").count, 1);
  EXPECT_EQ(figure(record(deputy()), "answered").count, 0);
  const auto december = record(deputy(), "", "2026-12-01", "2026-12-31");
  EXPECT_EQ(figure(december, "received").count, 0);
  EXPECT_EQ(figure(december, "answered").count, 1);
  EXPECT_EQ(figure(record(deputy()), "first_answer").cases.size(), 1U)
      << "how long a message of November waited, whenever it was answered";
}

TEST_F(DutyRecordTest, OthersActsOnHisMessagesAreNotHis) {
  const Ref message = sent();
  must(act(deputy(), message, Action::pass_on_station, cases::Note{}));
  must(act(staff("station"), message, Action::pass_on_hotline, cases::PassOnHotline{}));
  EXPECT_EQ(figure(record(deputy()), "passed_to_hotline").count, 0);
  EXPECT_EQ(figure(record(deputy()), "passed_to_station").count, 1);
}

TEST_F(DutyRecordTest, IsSeenByHimHisStationAndTheOfficesAboveIt) {
  sent();
  EXPECT_EQ(figure(record(staff("station"), "D1"), "received").count, 1);
  EXPECT_TRUE(record(staff("county-office"), "D1"));
  EXPECT_TRUE(record(staff("city-office"), "D1"));
  EXPECT_TRUE(record(deputy(), "D1"));
  EXPECT_FALSE(record(deputy("D3"), "D1"));
  EXPECT_FALSE(record(staff("other-station"), "D1"));
  EXPECT_FALSE(record(staff("other-office"), "D1"));
  EXPECT_FALSE(record(staff("supervisor"), "D1"));
  EXPECT_FALSE(record(resident(), "D1"));
  EXPECT_FALSE(record(staff("station"))) << "whose?";
  EXPECT_FALSE(record(staff("station"), "D9"));
}

}  // namespace
}  // namespace mashang::desk
