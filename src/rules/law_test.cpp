// The tables and the texts of law/ say the same: every citation has its heading with the same mark,
// every heading is cited or says that it is background, and no citation stands idle.
#include "rules/law.h"
#include "rules/disclosure.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "rules/judge.h"
#include "rules/lifecycle.h"
#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

/// What the line under a heading says: "签收 · interview · background".
struct Marks {
  std::string basis;
  bool background = false;
};

Marks marks_in(const std::string& line) {
  const std::string dot = " · ";
  const std::size_t first = line.find(dot);
  if (first == std::string::npos) return {};
  const std::string rest = line.substr(first + dot.size());
  const std::size_t second = rest.find(dot);
  return {rest.substr(0, second),
          second != std::string::npos && rest.substr(second + dot.size()) == "background"};
}

/// The headings of law/<instrument>.md with the marks under them.
std::map<std::string, Marks> headings_of(std::string_view instrument) {
  std::istringstream text(file_text("law/" + std::string(instrument) + ".md"));
  std::map<std::string, Marks> headings;
  for (std::string line, below; std::getline(text, line);)
    if (line.starts_with("## ") && std::getline(text, below)) {
      EXPECT_TRUE(headings.emplace(line.substr(3), marks_in(below)).second) << line << " twice";
    }
  return headings;
}

std::set<std::string_view> instruments() {
  std::set<std::string_view> names;
  for (const Citation* citation : law::kAll) names.insert(citation->instrument);
  return names;
}

std::string written(const Citation& citation) {
  return std::string(citation.instrument) + " " + std::string(citation.article);
}

/// Every article that a row, a guard or a limit stands on.
std::set<std::string> cited() {
  std::set<std::string> all;
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Transition& row : lifecycle_of(kind)) all.insert(written(row.basis));
  for (const GuardRule& rule : kGuards) all.insert(written(rule.basis));
  const std::string limits = file_text("data/limits/hunan-hengyang-2022.toml");
  for (const Citation* citation : law::kAll)
    if (limits.find("cites = \"" + written(*citation) + '"') != std::string::npos)
      all.insert(written(*citation));
  for (const Disclosure& row : kDisclosures) all.insert(written(row.basis));
  return all;
}

TEST(Law, EveryCitationHasItsHeadingWithTheSameMark) {
  for (const Citation* citation : law::kAll) {
    const auto headings = headings_of(citation->instrument);
    const auto found = headings.find(std::string(citation->article));
    ASSERT_NE(found, headings.end()) << written(*citation);
    EXPECT_EQ(found->second.basis, name_of(citation->basis)) << written(*citation);
    EXPECT_FALSE(found->second.background)
        << written(*citation) << " is cited, so it is no background";
  }
}

TEST(Law, EveryHeadingIsCitedOrSaysThatItIsBackground) {
  for (const std::string_view instrument : instruments())
    for (const auto& [article, marks] : headings_of(instrument)) {
      const bool is_cited = law::find(std::string(instrument) + " " + article) != nullptr;
      EXPECT_NE(is_cited, marks.background) << instrument << " " << article;
      EXPECT_FALSE(marks.basis.empty()) << instrument << " " << article;
    }
}

TEST(Law, NoCitationStandsIdle) {
  const std::set<std::string> used = cited();
  for (const Citation* citation : law::kAll)
    EXPECT_TRUE(used.contains(written(*citation))) << written(*citation);
}

TEST(Law, EveryTitleIsInBothLanguages) {
  for (const Citation* citation : law::kAll) {
    EXPECT_FALSE(citation->title.zh.empty()) << written(*citation);
    EXPECT_FALSE(citation->title.en.empty()) << written(*citation);
  }
}

TEST(Law, IsFoundAsItIsWritten) {
  EXPECT_EQ(law::find("hengyang-2022 sign-for"), &law::sign_for);
  EXPECT_EQ(law::find("hengyang-2022 no-such-article"), nullptr);
  EXPECT_EQ(law::find("sign-for"), nullptr);
}

}  // namespace
}  // namespace mashang::rules
