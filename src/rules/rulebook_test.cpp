// The rulebook file: the one that is shipped is read and complete; a wrong one is refused with a
// sentence that says where and what.
#include "rules/rulebook.h"

#include "rules/law.h"
#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

const char* const kShipped = "data/limits/hunan-hengyang-2022.toml";

Instant at(std::string_view text) { return parse_instant(std::string(text) + "+08:00").value(); }

Rulebook shipped() {
  const auto book = read_rulebook(file_text(kShipped));
  EXPECT_TRUE(book) << book.error();
  return *book;
}

/// The shipped text with one passage replaced.
std::string changed(const std::string& from, const std::string& to) {
  std::string text = file_text(kShipped);
  const std::size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  return text.replace(place, from.size(), to);
}

std::string refusal_of(const std::string& text) {
  const auto book = read_rulebook(text);
  EXPECT_FALSE(book) << "was read";
  return book ? "" : book.error();
}

/// The text without the limits of a clock.
std::string without_clock(const std::string& clock) {
  std::string text = file_text(kShipped);
  for (std::size_t from; (from = text.find("clock = \"" + clock)) != std::string::npos;) {
    from = text.rfind("[[limit]]", from);
    text.erase(from, text.find("cites", from) - from);
    text.erase(from, text.find('\n', from) - from);
  }
  return text;
}

bool says(const std::string& sentence, const std::string& word) {
  return sentence.find(word) != std::string::npos;
}

std::string length_of(const LimitRow& row) {
  return std::string(calendar::words_of(row.length).en);
}

TEST(RulebookFile, TheShippedOneIsRead) {
  const Rulebook book = shipped();
  EXPECT_EQ(book.id, "hunan-hengyang-2022");
  EXPECT_EQ(book.callback_tries_count, 3);
  EXPECT_EQ(book.redo_count_max, 2);
}

// R18, R21: the numbers as the interview tells them.
TEST(RulebookFile, TheShippedOneHasTheNumbersOfTheRegulation) {
  const Rulebook book = shipped();
  const Instant day = at("2026-11-24T09:00");
  const auto work = [&](LimitClass of) {
    return length_of(book.limit(Clock::work_limit, of, day));
  };
  EXPECT_EQ(work(LimitClass::urgent), "1 working day");
  EXPECT_EQ(work(LimitClass::consultation), "3 working days");
  for (const LimitClass of : {LimitClass::help, LimitClass::idea, LimitClass::criticism,
                              LimitClass::complaint, LimitClass::wrongdoing})
    EXPECT_EQ(work(of), "5 working days") << name_of(of);
  EXPECT_EQ(length_of(book.limit(Clock::sign_limit, LimitClass::help, day)), "24 hours");
  EXPECT_EQ(book.limit(Clock::sign_limit, LimitClass::help, day).basis, &law::sign_for);
}

TEST(RulebookFile, EveryClockHasALimitForEveryClass) {
  const Rulebook book = shipped();
  for (const Clock clock : all_of<Clock>())
    for (const LimitClass of : all_of<LimitClass>()) {
      if (clock == Clock::work_limit && of == LimitClass::any) continue;
      EXPECT_GT(book.limit(clock, of, at("2026-11-24T09:00")).length.count, 0) << name_of(clock);
    }
}

TEST(RulebookFile, UrgentGoesBeforeTheCategory) {
  EXPECT_EQ(class_of(Category::help, true), LimitClass::urgent);
  EXPECT_EQ(class_of(Category::help, false), LimitClass::help);
}

// A number that changes: the limit in force when the clock starts, so nothing that runs is touched.
TEST(RulebookFile, ANewLimitHoldsFromItsDay) {
  const std::string newer =
      "[[limit]]\nclock = \"sign_limit\"\nclass = \"any\"\nlength = \"12 hours\"\nmode = \"A\"\n"
      "from = 2027-01-01\ncites = \"hengyang-2022 sign-for\"\n\n[counts]";
  const auto book = read_rulebook(changed("[counts]", newer));
  ASSERT_TRUE(book) << book.error();
  const auto sign = [&](const char* start) {
    return length_of(book->limit(Clock::sign_limit, LimitClass::any, at(start)));
  };
  EXPECT_EQ(sign("2026-12-31T23:59"), "24 hours");
  EXPECT_EQ(sign("2027-01-01T00:00"), "12 hours");
}

TEST(WrongRulebook, WithoutAClockNamesTheClock) {
  for (const Clock clock : all_of<Clock>()) {
    const std::string sentence = refusal_of(without_clock(name_of(clock)));
    EXPECT_TRUE(says(sentence, "no [[limit]] for clock " + name_of(clock))) << sentence;
  }
}

TEST(WrongRulebook, WithoutAClassNamesTheClass) {
  const std::string sentence = refusal_of(changed("class = \"wrongdoing\"", "class = \"help\""));
  EXPECT_EQ(sentence, "no [[limit]] for clock work_limit, class wrongdoing");
}

TEST(WrongRulebook, WithAnUnknownWordSaysLineAndWord) {
  EXPECT_EQ(refusal_of(changed("clock = \"review_limit\"", "clock = \"review_time\"")),
            "line 12: `review_time` is no clock");
  EXPECT_TRUE(
      says(refusal_of(changed("class = \"urgent\"", "class = \"hurry\"")), "`hurry` is no class"));
  EXPECT_TRUE(says(refusal_of(changed("mode = \"A\"", "mode = \"D\"")), "`D` is no mode"));
}

TEST(WrongRulebook, WithABadDateSaysWhatADateIs) {
  EXPECT_TRUE(says(refusal_of(changed("from = 2022-10-28", "from = \"2022-10-28\"")),
                   "`from` must be a date such as 2022-10-28"));
  EXPECT_TRUE(says(refusal_of(changed("from = 2022-10-28", "from = 2022-02-30")), "line 16"));
}

TEST(WrongRulebook, WithABadLengthSaysWhatALengthIs) {
  const std::string sentence = refusal_of(changed("length = \"24 hours\"", "length = \"a day\""));
  EXPECT_TRUE(says(sentence, "line ") && says(sentence, "working days")) << sentence;
}

TEST(WrongRulebook, WithoutACitationOrWithAnUnknownOneSaysSo) {
  EXPECT_TRUE(
      says(refusal_of(changed("cites = \"our-choices desk-pace\"\n", "")), "`cites` is missing"));
  EXPECT_TRUE(says(refusal_of(changed("our-choices desk-pace", "our-choices coffee")),
                   "`our-choices coffee` is no article of law/"));
}

TEST(WrongRulebook, WithoutACountOrWithAnAbsurdOneSaysSo) {
  EXPECT_EQ(refusal_of(changed("callback_tries =", "callback_trials =")),
            "[counts] must have `callback_tries`");
  EXPECT_TRUE(says(refusal_of(changed("value = 3", "value = 0")), "a number from 1 to 100"));
}

TEST(WrongRulebook, ThatIsNoTomlSaysTheLine) {
  EXPECT_TRUE(says(refusal_of("id = \"x\"\ntitle = {"), "line 2"));
  EXPECT_FALSE(refusal_of("").empty());
}

}  // namespace
}  // namespace mashang::rules
