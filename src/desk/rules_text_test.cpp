// The rules as data say what the regulation prints, kind by kind, and leave no word raw.
#include "desk/rules_text.h"

#include <gmock/gmock.h>

#include "base/json.h"
#include "desk/desk_fixture.h"
#include "desk/regulation.h"

namespace mashang::desk {
namespace {

using testing::HasSubstr;

const rules::Rulebook& sample_book() { return sample_city().regulation().rulebooks.all().front(); }

const RulebookText& book() {
  static const RulebookText text = rulebook_text(sample_city(), sample_book());
  return text;
}

const RowText& row(rules::CaseKind kind, rules::State from, rules::Action action) {
  for (const RowText& row : book().lifecycles.at(std::size_t(kind)).rows)
    if (row.from == from && row.action == action) return row;
  throw std::out_of_range("no such row");
}

TEST(RulesText, EveryKindHasItsTableAndItsWord) {
  ASSERT_EQ(book().lifecycles.size(), json::kEnumerators<rules::CaseKind>.size());
  for (const LifecycleText& lifecycle : book().lifecycles) {
    EXPECT_EQ(lifecycle.rows.size(), rules::lifecycle_of(lifecycle.kind).size());
    EXPECT_NE(lifecycle.label.zh, lifecycle.label.en);
  }
}

TEST(RulesText, ARowIsASentenceAndItsParts) {
  const RowText& accept =
      row(rules::CaseKind::order, rules::State::submitted, rules::Action::accept);
  EXPECT_EQ(accept.clause.zh, "12345热线审核员可以“受理”，工单转为“已受理，待派单”");
  EXPECT_TRUE(accept.sentence.en.starts_with(accept.clause.en));
  EXPECT_THAT(accept.sentence.zh, HasSubstr("（依据：受理范围）"));
  EXPECT_EQ(accept.who.at(0).label.en, "12345 hotline reviewer");
  EXPECT_EQ(accept.stops.at(0).label.zh, "审核时限");
  EXPECT_EQ(accept.starts.at(0).clock, rules::Clock::dispatch_limit);
}

TEST(RulesText, TheRegulationPrintsTheSameSentences) {
  const std::string zh = regulation_text(sample_city(), sample_book(), &Text2s::zh);
  const std::string en = regulation_text(sample_city(), sample_book(), &Text2s::en);
  for (const LifecycleText& lifecycle : book().lifecycles)
    for (const RowText& row : lifecycle.rows) {
      EXPECT_THAT(zh, HasSubstr("- " + row.sentence.zh + "\n"));
      EXPECT_THAT(en, HasSubstr("- " + row.sentence.en + "\n"));
    }
}

TEST(RulesText, AChoiceOfOursIsMarked) {
  const RowText& rate = row(rules::CaseKind::message, rules::State::answered, rules::Action::rate);
  EXPECT_EQ(rate.basis.kind, rules::Basis::ours);
  EXPECT_THAT(rate.sentence.zh, HasSubstr("本系统自定"));
}

TEST(RulesText, AStateAtRestHasNoHolder) {
  for (const LifecycleText& lifecycle : book().lifecycles)
    for (const StateText& state : lifecycle.states)
      EXPECT_EQ(state.holder.has_value(), rules::is_open(state.code)) << state.label.en;
}

TEST(RulesText, LimitsAndCountsSayHowLongAndHowOften) {
  EXPECT_EQ(book().limits.size(), sample_book().limits.size());
  for (const LimitText& limit : book().limits)
    EXPECT_EQ(limit.counting.has_value(), limit.length.zh.ends_with("小时")) << limit.label.zh;
  ASSERT_FALSE(book().counts.empty());
  for (const CountText& count : book().counts) EXPECT_GT(count.count, 0) << count.code;
}

}  // namespace
}  // namespace mashang::desk
