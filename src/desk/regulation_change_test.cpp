// R50, R52: a year's notice and a new version of the rulebook come in while cases are under way.
#include "desk/regulation_change.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"
#include "desk/what_if.h"
#include "store/event_store.h"

namespace mashang::desk {
namespace {

using cases::at;
using rules::Action;
using rules::Clock;

/// A notice of 2027 as it might come, with New Year's Day only.
constexpr const char* kNotice2027 = R"({
  "year": 2027,
  "notices": [{
    "reference": "国办发明电〔2026〕9号",
    "issued": "2026-11-25",
    "holidays": [{"name": {"zh": "元旦", "en": "New Year's Day"},
                  "off": ["2027-01-01", "2027-01-02", "2027-01-03"], "work": []}]
  }]
})";

class RegulationChangeTest : public DeskTest {
 protected:
  static cases::ClockRun look_limit(const cases::Message& message) {
    return *message.head.running(Clock::look_limit);
  }
  /// The next version, in which a deputy looks within 1 working day instead of 3.
  std::string next_version(const std::string& from = "2026-11-24") {
    std::string toml = rules::file_text("data/limits/hunan-hengyang-2022.toml");
    replace(toml, "version = 1", "version = 2");
    replace(toml, "from = 2022-10-28\ntitle", "from = " + from + "\ntitle");
    const std::size_t row = toml.find("clock = \"look_limit\"");
    toml.replace(toml.find("3 working days", row), 14, "1 working day");
    return toml;
  }
  static void replace(std::string& text, const std::string& what, const std::string& with) {
    ASSERT_NE(text.find(what), std::string::npos) << what;
    text.replace(text.find(what), what.size(), with);
  }
};

TEST_F(RegulationChangeTest, ANoticeMovesProvisionalDueTimesAndNoOthers) {
  const Ref settled = sent();
  now = at("2026-12-30 09:00");
  const Ref open = sent();
  const Instant due = look_limit(message(open)).due_at;
  ASSERT_TRUE(look_limit(message(open)).provisional);
  const std::int64_t before = version(settled);
  const auto imported = import_notice(desk(), staff("administrator"), kNotice2027);
  ASSERT_TRUE(imported);
  EXPECT_EQ(imported->year, 2027);
  EXPECT_EQ(imported->moved_count, 1);
  const cases::ClockRun moved = look_limit(message(open));
  EXPECT_FALSE(moved.provisional);
  EXPECT_NE(moved.due_at, due);
  ASSERT_EQ(moved.moves.size(), 1U);
  EXPECT_EQ(moved.moves[0].from, due) << "both values are kept";
  EXPECT_EQ(told.back().action, Action::recount) << "it stands on the timeline";
  EXPECT_EQ(version(settled), before);
}

TEST_F(RegulationChangeTest, ANoticeIsThereAfterARestartAndMovesNothingTwice) {
  now = at("2026-12-30 09:00");
  const Ref open = sent();
  ASSERT_TRUE(import_notice(desk(), staff("administrator"), kNotice2027));
  const std::int64_t moved = version(open);
  reopen();
  load_regulation(desk());
  EXPECT_EQ(version(open), moved);
  EXPECT_THAT(regulation_texts(desk()).years, testing::Contains(2027));
}

TEST_F(RegulationChangeTest, AWrongNoticeIsToldByItsPlaceAndChangesNothing) {
  const auto imported = import_notice(desk(), staff("administrator"), R"({"year": 2027})");
  ASSERT_FALSE(imported);
  EXPECT_FALSE(imported.error().empty());
  EXPECT_THAT(regulation_texts(desk()).years, testing::Not(testing::Contains(2027)));
}

TEST_F(RegulationChangeTest, RunningCasesKeepTheVersionTheyBeganUnder) {
  const Ref old = sent();
  const auto adopted =
      adopt_rulebook(desk(), staff("administrator"), next_version(), "提醒要更早。");
  ASSERT_TRUE(adopted) << adopted.error().en;
  EXPECT_EQ(adopted->version, 2);
  const Ref fresh = sent();
  EXPECT_EQ(message(old).head.rulebook, 1);
  EXPECT_EQ(look_limit(message(old)).length, "3 working days");
  EXPECT_EQ(message(fresh).head.rulebook, 2);
  EXPECT_EQ(look_limit(message(fresh)).length, "1 working day");
  must(act(deputy(), old, Action::ask_for_more, cases::Words{{"哪一盏？"}}));
  must(act(resident(), old, Action::supplement, cases::Supplement{{"东边的。"}, {}}));
  EXPECT_EQ(look_limit(message(old)).length, "3 working days")
      << "also for clocks that start later";
  reopen();
  load_regulation(desk());
  EXPECT_EQ(desk().city.regulation().rulebooks.in_force(now).version, 2);
}

TEST_F(RegulationChangeTest, AnUnusableDraftLeavesTheOldOneInForce) {
  const Person admin = staff("administrator");
  EXPECT_FALSE(adopt_rulebook(desk(), admin, next_version("2026-11-23"), "从昨天起"));
  std::string same = next_version();
  replace(same, "version = 2", "version = 1");
  EXPECT_FALSE(adopt_rulebook(desk(), admin, same, "同一版"));
  const auto broken = adopt_rulebook(desk(), admin, "id = ", "写坏了");
  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().en, testing::HasSubstr("line 1"));
  EXPECT_EQ(desk().city.regulation().rulebooks.all().size(), 1U);
}

TEST_F(RegulationChangeTest, WhatIfTellsWhichCasesWouldMoveAndHowLastMonthWouldRead) {
  now = at("2026-10-12 09:00");
  const Ref earlier = sent();
  now = at("2026-10-14 09:00");
  must(act(deputy(), earlier, Action::look));
  now = at("2026-11-24 09:00");
  const Ref open = sent();
  const auto draft = rules::read_rulebook(next_version());
  ASSERT_TRUE(draft);
  const WhatIf found = what_if(desk(), *draft);
  ASSERT_EQ(found.moved_count, 1);
  EXPECT_EQ(found.moved[0].id, open.id);
  EXPECT_EQ(found.moved[0].would_be_due_at, at("2026-11-25 24:00"));
  EXPECT_EQ(format_day(found.month_from), "2026-10-01");
  const auto look = std::ranges::find(found.figures, Clock::look_limit, &FigureIf::clock);
  ASSERT_NE(look, found.figures.end());
  EXPECT_EQ(look->run_count, 1);
  EXPECT_EQ(look->late_count, 0);
  EXPECT_EQ(look->would_be_late_count, 1);
  EXPECT_EQ(look_limit(message(open)).due_at, at("2026-11-27 24:00")) << "asking changes nothing";
}

}  // namespace
}  // namespace mashang::desk
