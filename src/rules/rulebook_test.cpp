// The rulebook file: the one that is shipped is read and complete; a wrong one is refused with a
// sentence that says where and what.
#include "rules/rulebook.h"

#include <algorithm>

#include "rules/clocks.h"
#include "rules/law.h"
#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

const char* const kShipped = "data/limits/hunan-hengyang-2022.toml";

Instant at(std::string_view text) { return parse_instant(std::string(text) + "+08:00").value(); }

Rulebook shipped() {
  const auto book = read_rulebook(file_text(kShipped));
  EXPECT_TRUE(book) << book.error().en;
  return *book;
}

/// The shipped text with one passage replaced.
std::string changed(const std::string& from, const std::string& to) {
  std::string text = file_text(kShipped);
  const std::size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  return text.replace(place, from.size(), to);
}

Text2s refusals_of(const std::string& text) {
  const auto book = read_rulebook(text);
  EXPECT_FALSE(book) << "was read";
  return book ? Text2s{} : book.error();
}

/// In English; that there is a Chinese sentence with the same line is checked on the way.
std::string refusal_of(const std::string& text) {
  const Text2s both = refusals_of(text);
  const std::string line = both.en.substr(0, both.en.find(':'));
  EXPECT_TRUE(line.starts_with("line ")) << both.en;
  EXPECT_TRUE(both.zh.starts_with("第" + line.substr(line.find(' ') + 1) + "行：")) << both.zh;
  return both.en;
}

/// "line 12: ", where the passage first stands in the text.
std::string line_of(const std::string& text, const std::string& passage) {
  const std::size_t place = text.find(passage);
  EXPECT_NE(place, std::string::npos) << passage;
  const auto breaks = std::count(text.begin(), text.begin() + std::ptrdiff_t(place), '\n');
  return "line " + std::to_string(breaks + 1) + ": ";
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
  EXPECT_EQ(book.version, 1);
  EXPECT_EQ(format_day(book.from), "2022-10-28");
  EXPECT_FALSE(book.title.zh.empty() || book.title.en.empty());
  EXPECT_EQ(book.callback_tries_count, 3);
  EXPECT_EQ(book.redo_count_max, 2);
  EXPECT_EQ(book.extension_count_max, 1);
  EXPECT_EQ(book.supervision_level_max, 3);
  EXPECT_EQ(book.same_matter_orders_count, 5);
}

// R43, R45: A solved, B being solved, C planned, D explained; B and C promise.
TEST(RulebookFile, TheShippedOneHasTheCodesOfAReply) {
  const Rulebook book = shipped();
  std::string codes, promises;
  for (const ReplyCode& row : book.reply_codes) {
    codes += row.code;
    if (row.promises) promises += row.code;
    EXPECT_FALSE(row.text.zh.empty() || row.text.en.empty()) << row.code;
    EXPECT_EQ(book.reply_code(row.code), &row);
  }
  EXPECT_EQ(codes, "ABCD");
  EXPECT_EQ(promises, "BC");
  EXPECT_EQ(book.reply_code("E"), nullptr);
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

// R43, R44: months and working days of the suggestion.
TEST(RulebookFile, TheShippedOneHasTheNumbersOfASuggestion) {
  const Rulebook book = shipped();
  const Instant day = at("2026-11-24T09:00");
  const auto length = [&](Clock clock, LimitClass of) {
    return length_of(book.limit(clock, of, day));
  };
  EXPECT_EQ(length(Clock::reply_limit, LimitClass::ordinary), "3 months");
  EXPECT_EQ(length(Clock::reply_limit, LimitClass::wide), "6 months");
  EXPECT_EQ(length(Clock::redo_reply_limit, LimitClass::any), "1 month");
  EXPECT_EQ(length(Clock::evaluation_window, LimitClass::any), "20 working days");
  EXPECT_EQ(length(Clock::return_window, LimitClass::wide), "10 working days");
  EXPECT_EQ(length(Clock::return_window, LimitClass::help), "1 working day");
  EXPECT_EQ(length(Clock::assist_limit, LimitClass::wide), "2 months");
  EXPECT_EQ(length(Clock::assist_limit, LimitClass::urgent), "1 working day");
}

/// The classes that a clock may be started with.
std::vector<LimitClass> classes_of(Clock clock) {
  std::vector<LimitClass> classes;
  for (const LimitClass of : all_of<LimitClass>()) {
    const bool difficulty = of == LimitClass::ordinary || of == LimitClass::wide;
    const bool category = !difficulty && of != LimitClass::any;
    if ((difficulty && depends_on_difficulty(clock)) || (category && depends_on_category(clock)))
      classes.push_back(of);
  }
  return classes.empty() ? std::vector{LimitClass::any} : classes;
}

TEST(RulebookFile, EveryClockHasALimitForEveryClassButThePromisedOne) {
  const Rulebook book = shipped();
  for (const Clock clock : all_of<Clock>()) {
    if (is_promised(clock)) continue;
    for (const LimitClass of : classes_of(clock))
      EXPECT_GT(book.limit(clock, of, at("2026-11-24T09:00")).length.count, 0) << name_of(clock);
  }
}

TEST(RulebookFile, ADifficultSuggestionIsOfItsOwnClass) {
  EXPECT_EQ(class_of(Difficulty::wide), LimitClass::wide);
  EXPECT_EQ(class_of(Difficulty::ordinary), LimitClass::ordinary);
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
  ASSERT_TRUE(book) << book.error().en;
  const auto sign = [&](const char* start) {
    return length_of(book->limit(Clock::sign_limit, LimitClass::any, at(start)));
  };
  EXPECT_EQ(sign("2026-12-31T23:59"), "24 hours");
  EXPECT_EQ(sign("2027-01-01T00:00"), "12 hours");
}

// A case keeps the version under which it began, whatever comes later.
TEST(Rulebooks, GiveTheVersionInForceAndKeepTheEarlierOnes) {
  Rulebooks books(shipped());
  const auto second =
      read_rulebook(changed("version = 1\nfrom = 2022-10-28", "version = 2\nfrom = 2027-03-01"));
  ASSERT_TRUE(second) << second.error().en;
  books.add(*second);
  EXPECT_EQ(books.in_force(at("2027-02-28T23:59")).version, 1);
  EXPECT_EQ(books.in_force(at("2027-03-01T00:00")).version, 2);
  EXPECT_EQ(books.in_force(at("2020-01-01T00:00")).version, 1);
  EXPECT_EQ(books.version(2).version, 2);
  EXPECT_EQ(books.version(7).version, 1);
  EXPECT_EQ(books.all().size(), 2);
}

TEST(WrongRulebook, WithoutALimitNamesTheClockTheClassAndTheDay) {
  for (const Clock clock : all_of<Clock>()) {
    if (is_promised(clock)) continue;
    const std::string sentence = refusal_of(without_clock(name_of(clock)));
    EXPECT_TRUE(says(sentence, "no [[limit]] for " + name_of(clock) + ", ")) << sentence;
  }
  EXPECT_EQ(refusal_of(changed("class = \"wrongdoing\"", "class = \"wide\"")),
            "line 1: no [[limit]] for work_limit, wrongdoing from 2022-10-28 on");
  EXPECT_EQ(refusals_of(without_clock("sign_limit")).zh,
            "第1行：缺少时限：sign_limit, any，须从 2022-10-28 起就有。");
}

// A limit that begins after the rulebook does leaves the first days without one.
TEST(WrongRulebook, WithALimitThatBeginsTooLateSaysSo) {
  const std::string late =
      changed("version = 1\nfrom = 2022-10-28", "version = 1\nfrom = 2022-10-01");
  EXPECT_TRUE(says(refusal_of(late), "from 2022-10-01 on")) << refusal_of(late);
}

TEST(WrongRulebook, WithTheSameLimitFromTheSameDaySaysItsLine) {
  const std::string twice = changed("class = \"wrongdoing\"", "class = \"help\"");
  const std::size_t second = twice.find("class = \"help\"", twice.find("class = \"criticism\""));
  const std::size_t table = twice.rfind("[[limit]]", second);
  const auto breaks = std::count(twice.begin(), twice.begin() + std::ptrdiff_t(table), '\n');
  EXPECT_EQ(refusal_of(twice),
            "line " + std::to_string(breaks + 1) +
                ": this says again what one above says: the same thing, from the same day on");
}

TEST(WrongRulebook, WithAnUnknownWordSaysLineAndWord) {
  const std::string clock = changed("clock = \"review_limit\"", "clock = \"review_time\"");
  EXPECT_EQ(refusal_of(clock), line_of(clock, "review_time") + "`review_time` is no clock");
  const std::string of = changed("class = \"urgent\"", "class = \"hurry\"");
  EXPECT_EQ(refusal_of(of), line_of(of, "hurry") + "`hurry` is no class");
  const std::string mode = changed("mode = \"A\"", "mode = \"D\"");
  EXPECT_EQ(refusal_of(mode), line_of(mode, "mode = \"D\"") + "`D` is no mode");
}

TEST(WrongRulebook, WithAWrongTypeSaysWhatItMustBe) {
  const std::string number = changed("class = \"urgent\"", "class = 7");
  EXPECT_EQ(refusal_of(number), line_of(number, "class = 7") + "`class` must be a text");
  const std::string title = changed("title = {", "title = \"Hengyang\" # {");
  EXPECT_TRUE(says(refusal_of(title), "`title` must be { zh = \"...\", en = \"...\" }"));
  const std::string version = changed("version = 1", "version = \"1\"");
  EXPECT_TRUE(says(refusal_of(version), "`version` must be a number from 1 to 9999"));
}

TEST(WrongRulebook, WithABadDateSaysWhatADateIs) {
  EXPECT_TRUE(says(refusal_of(changed("from = 2022-10-28", "from = \"2022-10-28\"")),
                   "`from` must be a date such as 2022-10-28"));
  const std::string no_day = changed("from = 2022-10-28", "from = 2022-02-30");
  EXPECT_TRUE(says(refusal_of(no_day), line_of(no_day, "2022-02-30"))) << refusal_of(no_day);
}

TEST(WrongRulebook, WithABadLengthSaysWhatALengthIs) {
  const std::string text = changed("length = \"24 hours\"", "length = \"a day\"");
  const std::string sentence = refusal_of(text);
  EXPECT_TRUE(says(sentence, line_of(text, "a day")) && says(sentence, "working days")) << sentence;
}

// R24, R45: the promised day is the due time, so no length may stand beside it.
TEST(WrongRulebook, WithALimitOnThePromisedClockSaysSo) {
  const std::string text = changed("clock = \"review_limit\"", "clock = \"follow_up\"");
  EXPECT_TRUE(says(refusal_of(text), "due on the day promised and has no limit"));
}

TEST(WrongRulebook, WithoutACitationOrWithAnUnknownOneSaysSo) {
  const std::string without = changed("cites = \"our-choices desk-pace\"\n", "");
  EXPECT_EQ(refusal_of(without), line_of(without, "[[limit]]") + "`cites` is missing");
  const std::string coffee = changed("our-choices desk-pace", "our-choices coffee");
  EXPECT_EQ(refusal_of(coffee),
            line_of(coffee, "coffee") + "`our-choices coffee` is no article of law/");
}

TEST(WrongRulebook, WithoutACountOrWithAnAbsurdOneSaysSo) {
  for (const Count& count : kCounts) {
    const std::string name(count.name);
    const std::string text = changed(name + " =", name + "_old =");
    EXPECT_EQ(refusal_of(text), line_of(text, "[counts]") + "[counts] must have `" + name + "`");
  }
  const std::string none = changed("value = 3", "value = 0");
  EXPECT_EQ(refusal_of(none),
            line_of(none, "value = 0") + "`value` must be a number from 1 to 100");
  EXPECT_TRUE(says(
      refusal_of(changed("supervision_levels = { value = 3", "supervision_levels = { value = 10")),
      "a number from 1 to 9"));
}

TEST(WrongRulebook, WithAWrongReplyCodeSaysWhichLine) {
  const std::string promise = changed("promises = true", "promises = \"yes\"");
  EXPECT_TRUE(says(refusal_of(promise), "`promises` must be true or false"));
  const std::string twice = changed("code = \"B\"", "code = \"A\"");
  EXPECT_TRUE(says(refusal_of(twice), "this says again what one above says"));
  const std::string nameless = changed("code = \"C\"\n", "");
  EXPECT_TRUE(says(refusal_of(nameless), "`code` is missing"));
}

TEST(WrongRulebook, ThatIsNoTomlSaysTheLine) {
  EXPECT_TRUE(says(refusal_of("id = \"x\"\ntitle = {"), "line 2"));
  EXPECT_EQ(refusal_of(""), "line 1: `id` is missing");
}

}  // namespace
}  // namespace mashang::rules
