// Every rule of the rulebook with the rows that carry it, the stories that tell it and the tests
// that name it, printed as tests/golden/rules-proof.md. A rule that lacks one of them fails here.
#include "cases/rules_proof.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "cases/cases_fixture.h"
#include "cases/story_words.h"

namespace mashang::cases {
namespace {

namespace files = std::filesystem;
using rules::CaseKind;
using rules::Clock;
using rules::Guard;

/// The rules that a text names: "R19, R20", or "R11 to R16" and all between.
std::set<int> rules_in(const std::string& text) {
  std::set<int> found;
  int last = 0;
  bool range = false;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::size_t at = word.find_first_not_of("(\"[`");
    const bool names = at != std::string::npos && word[at] == 'R' && at + 1 < word.size() &&
                       std::isdigit(static_cast<unsigned char>(word[at + 1]));
    if (names) {
      const int number = std::stoi(word.substr(at + 1));
      for (int i = range ? last : number; i <= number; ++i) found.insert(i);
      last = number;
    }
    range = word == "to" && last != 0;
    if (!names && word != "to") last = 0;
  }
  return found;
}

struct Told {
  std::string file, title;
  int ok_count = 0, no_count = 0;
};

std::vector<files::path> files_under(const std::string& folder, const std::string& ending) {
  std::vector<files::path> found;
  files::recursive_directory_iterator all(files::path(MASHANG_ROOT) / folder);
  for (auto entry = begin(all); entry != end(all); ++entry) {
    const std::string name = entry->path().filename().string();
    if (name == "node_modules" || name == "dist") entry.disable_recursion_pending();
    if (name.ends_with(ending)) found.push_back(entry->path());
  }
  std::ranges::sort(found);
  return found;
}

std::string text_of_file(const files::path& path) {
  return rules::file_text(files::relative(path, MASHANG_ROOT).generic_string());
}

/// The stories of each rule, by the marks on their first lines.
std::map<int, std::vector<Told>> stories_by_rule() {
  std::map<int, std::vector<Told>> all;
  for (const files::path& path : files_under("tests/stories", ".story")) {
    std::vector<std::pair<Told, std::set<int>>> told;
    std::istringstream text(text_of_file(path));
    for (std::string line; std::getline(text, line);) {
      const std::vector<std::string> fields = fields_of(line);
      if (fields.empty() || fields[0] == "given") continue;
      if (fields[0] == "story") {
        const std::size_t mark = line.find('#');
        told.push_back({{path.stem().string(), fields.at(1)},
                        rules_in(mark == std::string::npos ? "" : line.substr(mark + 1))});
        EXPECT_FALSE(told.back().second.empty()) << path << ": " << line << " names no rule";
      } else if (!told.empty() && fields.size() > 3) {
        ++(fields[3] == "no" ? told.back().first.no_count : told.back().first.ok_count);
      }
    }
    for (const auto& [one, numbers] : told)
      for (const int number : numbers) all[number].push_back(one);
  }
  return all;
}

/// The files of tests that name each rule. This one and the stories' are not meant.
std::map<int, std::set<std::string>> tests_by_rule() {
  std::map<int, std::set<std::string>> all;
  std::vector<files::path> paths = files_under("src", "_test.cpp");
  for (const auto& [folder, ending] :
       {std::pair{"tests/api", ".mjs"}, {"web/e2e", ".mjs"}, {"web", ".test.ts"}})
    for (files::path& path : files_under(folder, ending)) paths.push_back(std::move(path));
  for (const files::path& path : paths) {
    if (path.filename() == "rules_proof_test.cpp") continue;
    for (const int number : rules_in(text_of_file(path)))
      all[number].insert(files::relative(path, MASHANG_ROOT).generic_string());
  }
  return all;
}

bool carries(const RuleProof& rule, CaseKind kind, const rules::Transition& row) {
  return std::ranges::any_of(rule.rows, [&](const RowsOf& of) {
    return of.kind == kind && (of.who.bits & row.who.bits) != 0 &&
           std::ranges::find(of.actions, row.action) != of.actions.end();
  });
}

std::string joined(const std::vector<std::string>& parts, const std::string& between = ", ") {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::vector<std::string> names_of(rules::Roles roles) {
  std::vector<std::string> names;
  for (const rules::Role role : rules::all_of<rules::Role>())
    if (roles.has(role)) names.push_back(rules::name_of(role));
  return names;
}

/// "order: dispatched, handling → request_return (unit)": the rows of one action side by side.
std::vector<std::string> rows_of(const RuleProof& rule) {
  std::vector<std::string> lines;
  for (const CaseKind kind : rules::all_of<CaseKind>())
    for (const rules::Action action : rules::all_of<rules::Action>()) {
      std::vector<std::string> from;
      rules::Roles who = rules::Role::system;
      who.bits = 0;
      for (const rules::Transition& row : rules::lifecycle_of(kind))
        if (row.action == action && carries(rule, kind, row)) {
          from.push_back(rules::name_of(row.from));
          who = who | row.who;
        }
      if (!from.empty())
        lines.push_back(rules::name_of(kind) + ": `" + rules::name_of(action) + "` of " +
                        joined(names_of(who), " or ") + ", from " + joined(from));
    }
  return lines;
}

std::size_t count_rows(const RuleProof& rule) {
  std::size_t count = 0;
  for (const CaseKind kind : rules::all_of<CaseKind>())
    for (const rules::Transition& row : rules::lifecycle_of(kind))
      count += std::size_t(carries(rule, kind, row));
  return count;
}

/// "work_limit (urgent 1 working day, ...)", as in the rulebook that is shipped.
std::string clock_with_lengths(Clock clock) {
  std::vector<std::string> lengths;
  for (const rules::LimitRow& limit : shipped_rulebooks().all().front().limits)
    if (limit.clock == clock)
      lengths.push_back((limit.of == rules::LimitClass::any ? "" : rules::name_of(limit.of) + " ") +
                        calendar::words_of(limit.length).en);
  return "`" + rules::name_of(clock) + "` (" +
         (lengths.empty() ? "to the day promised" : joined(lengths)) + ")";
}

template <typename E>
std::vector<std::string> quoted(const std::vector<E>& values) {
  std::vector<std::string> names;
  for (const E value : values) names.push_back("`" + rules::name_of(value) + "`");
  return names;
}

std::string list(const std::string& title, const std::vector<std::string>& entries) {
  return entries.empty() ? "" : "- " + title + ": " + joined(entries) + "\n";
}

/// One rule with all there is to it.
std::string section(const RuleProof& rule, const std::vector<Told>& stories,
                    const std::set<std::string>& tests) {
  std::vector<std::string> clocks;
  for (const Clock clock : rule.clocks) clocks.push_back(clock_with_lengths(clock));
  std::string text =
      "\n## R" + std::to_string(rule.number) + "\n\n" + std::string(rule.says) + "\n\n";
  for (const std::string& row : rows_of(rule)) text += "- " + row + "\n";
  text += list("Guards", quoted(rule.guards)) + list("Clocks", clocks);
  text += list("Numbers", {rule.counts.begin(), rule.counts.end()});
  text += list("Also in", {rule.places.begin(), rule.places.end()});
  for (const Told& told : stories)
    text += "- Story in " + told.file + ": " + told.title + " (" + std::to_string(told.ok_count) +
            " ok, " + std::to_string(told.no_count) + " no)\n";
  return text + list("Tests", {tests.begin(), tests.end()});
}

std::string page() {
  auto stories = stories_by_rule();
  auto tests = tests_by_rule();
  std::string table, sections;
  for (const RuleProof& rule : kRulesProof) {
    const std::vector<Told>& told = stories[rule.number];
    const auto refusing =
        std::ranges::count_if(told, [](const Told& one) { return one.no_count > 0; });
    table += "| R" + std::to_string(rule.number) + " | " + std::to_string(count_rows(rule)) +
             " | " + std::to_string(rule.guards.size()) + " | " +
             std::to_string(rule.clocks.size()) + " | " + std::to_string(told.size()) + " | " +
             std::to_string(refusing) + " | " + std::to_string(tests[rule.number].size()) + " | " +
             std::string(rule.says) + " |\n";
    sections += section(rule, told, tests[rule.number]);
  }
  return "# What proves each rule\n\n"
         "Every rule about the life of a message, an order or a suggestion, with the rows of the "
         "tables that carry it, the stories that\ntell it and the tests that name it. Made from "
         "the sources; `./dev bless` renews it.\n\n"
         "R28 to R39 and R46 to R49 do not exist; R60 and up, but for R71, are not about one case, "
         "nor is the screen that opens\nwhen a deputy calls (R10).\n\n"
         "| rule | rows | guards | clocks | stories | with a refusal | test files | says |\n"
         "|---|---|---|---|---|---|---|---|\n" +
         table + sections;
}

TEST(RulesProof, GoldenPage) { rules::expect_golden("rules-proof.md", page()); }

TEST(RulesProof, NoRuleIsWithoutRowsStoriesOrTests) {
  auto stories = stories_by_rule();
  auto tests = tests_by_rule();
  for (const RuleProof& rule : kRulesProof) {
    SCOPED_TRACE("R" + std::to_string(rule.number));
    const std::vector<Told>& told = stories[rule.number];
    EXPECT_TRUE(count_rows(rule) > 0 || !rule.places.empty()) << "nothing carries it";
    EXPECT_FALSE(tests[rule.number].empty()) << "no test names it";
    const auto passes = [](const Told& one) { return one.ok_count > 0; };
    const auto refuses = [](const Told& one) { return one.no_count > 0; };
    EXPECT_TRUE(std::ranges::any_of(told, passes)) << "no story succeeds";
    EXPECT_TRUE(rule.nothing_is_refused || std::ranges::any_of(told, refuses))
        << "no story is refused";
  }
}

TEST(RulesProof, StoriesNameNoRuleThatIsNotThere) {
  std::set<int> there;
  for (const RuleProof& rule : kRulesProof) there.insert(rule.number);
  for (const auto& [number, told] : stories_by_rule())
    EXPECT_TRUE(there.contains(number)) << "R" << number << " in " << told.front().title;
}

TEST(RulesProof, EveryRowGuardClockAndCountBelongsToARule) {
  const auto any = [](auto holds) { return std::ranges::any_of(kRulesProof, holds); };
  for (const CaseKind kind : rules::all_of<CaseKind>())
    for (const rules::Transition& row : rules::lifecycle_of(kind))
      EXPECT_TRUE(any([&](const RuleProof& rule) { return carries(rule, kind, row); }))
          << rules::name_of(kind) << " " << rules::name_of(row.action);
  for (const Guard guard : rules::all_of<Guard>())
    EXPECT_TRUE(any([&](const RuleProof& rule) {
      return std::ranges::find(rule.guards, guard) != rule.guards.end();
    })) << rules::name_of(guard);
  for (const Clock clock : rules::all_of<Clock>())
    EXPECT_TRUE(any([&](const RuleProof& rule) {
      return std::ranges::find(rule.clocks, clock) != rule.clocks.end();
    })) << rules::name_of(clock);
  for (const rules::Count& count : rules::kCounts)
    EXPECT_TRUE(any([&](const RuleProof& rule) {
      return std::ranges::find(rule.counts, count.name) != rule.counts.end();
    })) << count.name;
}

/// What the sources say themselves: a place names its rule, and a comment on a clock names its
/// rules.
TEST(RulesProof, TheSourcesSayTheSame) {
  std::istringstream vocabulary(rules::file_text("src/rules/vocabulary.h"));
  std::map<std::string, std::set<int>> said;
  for (std::string line; std::getline(vocabulary, line);)
    if (const std::size_t comma = line.find(','); comma != std::string::npos && comma > 2)
      for (const int number : rules_in(line.substr(comma + 1)))
        said[line.substr(2, comma - 2)].insert(number);
  for (const RuleProof& rule : kRulesProof) {
    for (const std::string_view place : rule.places)
      EXPECT_TRUE(rules_in(rules::file_text(std::string(place))).contains(rule.number))
          << place << " does not name R" << rule.number;
    for (const Clock clock : rules::all_of<Clock>())
      if (said[rules::name_of(clock)].contains(rule.number)) {
        EXPECT_TRUE(std::ranges::find(rule.clocks, clock) != rule.clocks.end())
            << "R" << rule.number << " and " << rules::name_of(clock);
      }
  }
}

/// The comments between the rows name the rules of the rows below them.
TEST(RulesProof, TheTablesSayTheSame) {
  for (const CaseKind kind : rules::all_of<CaseKind>()) {
    std::istringstream text(rules::file_text("src/rules/" + rules::name_of(kind) + "_lifecycle.h"));
    for (std::string line; std::getline(text, line);) {
      if (!line.starts_with("  // ")) continue;
      for (const int number : rules_in(line)) {
        const auto rule = std::ranges::find(kRulesProof, number, &RuleProof::number);
        ASSERT_NE(rule, kRulesProof.end()) << line;
        EXPECT_TRUE(std::ranges::any_of(rule->rows, [&](const RowsOf& of) {
          return of.kind == kind;
        })) << line;
      }
    }
  }
}

}  // namespace
}  // namespace mashang::cases
