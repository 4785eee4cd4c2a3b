// What the commands print of the rules, as committed: a changed right shows as a changed sentence.
#include "commands/rules.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "base/json.h"
#include "rules/lifecycle.h"
#include "rules/rules_fixture.h"

namespace mashang::commands {
namespace {

using testing::HasSubstr;

const desk::City& city() {
  static const desk::City city = [] {
    auto read = desk::read_city(MASHANG_ROOT "/data", "hengyang", "hunan-hengyang-2022");
    EXPECT_TRUE(read) << read.error();
    return *std::move(read);
  }();
  return city;
}

TEST(Rules, GoldenRegulationInChinese) {
  rules::expect_golden("rules.zh.md", print_rules("zh", city()).value());
}
TEST(Rules, GoldenRegulationInEnglish) {
  rules::expect_golden("rules.en.md", print_rules("en", city()).value());
}
TEST(Rules, GoldenDiagrams) {
  rules::expect_golden("lifecycles.md", print_rules("mermaid", city()).value());
}

std::size_t rows_of_all_kinds() {
  std::size_t count = 0;
  for (const auto& kind : json::kEnumerators<rules::CaseKind>)
    count += rules::lifecycle_of(kind.value).size();
  return count;
}

TEST(Rules, JsonHasEveryRowOfTheTables) {
  const auto json = boost::json::parse(print_rules("json", city()).value());
  std::size_t rows = 0;
  for (const auto& lifecycle : json.at("lifecycles").as_array())
    rows += lifecycle.at("rows").as_array().size();
  EXPECT_EQ(rows, rows_of_all_kinds());
  EXPECT_EQ(json.at("limits").as_array().size(),
            city().regulation().rulebooks.all().front().limits.size());
}

TEST(Rules, EveryRowIsASentenceWithItsBasis) {
  for (const char* language : {"zh", "en"}) {
    const std::string text = print_rules(language, city()).value();
    const std::string mark = language == std::string("zh") ? "（依据：" : "(Basis: ";
    std::size_t found = 0;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
      ++found;
    EXPECT_EQ(found, rows_of_all_kinds());
  }
}

TEST(Rules, NoWordIsLeftInItsRawForm) {
  for (const auto& state : rules::all_of<rules::State>())
    if (state != rules::State::blank && rules::name_of(state).find('_') != std::string::npos) {
      EXPECT_THAT(print_rules("zh", city()).value(),
                  testing::Not(HasSubstr(rules::name_of(state))));
    }
}

TEST(Rules, AnUnknownFormatIsRefused) {
  EXPECT_EQ(print_rules("pdf", city()), std::nullopt);
  EXPECT_EQ(print_rules("", city()), std::nullopt);
}

}  // namespace
}  // namespace mashang::commands
