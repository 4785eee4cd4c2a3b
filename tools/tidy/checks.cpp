// The shorter checks, most of them a list of patterns that may not occur.
#include "tidy/checks.h"

#include <regex>

namespace tidy {
namespace {

constexpr std::size_t kWidthMax = 100;
constexpr std::size_t kTableWidthMax = 140;

/// Reports every line of the code that a pattern matches.
void forbid(const SourceFile& file, const std::regex& pattern, const std::string& what,
            Breaches& found) {
  for (std::size_t i = 0; i < file.code.size(); ++i)
    if (std::regex_search(file.code[i], pattern)) found.push_back({file.path, i + 1, what});
}

bool is_pure(const std::string& folder) {
  return folder == "calendar" || folder == "rules" || folder == "cases";
}

std::size_t first_code_line(const SourceFile& file) {
  std::size_t i = 0;
  while (i < file.code.size() && file.code[i].find_first_not_of(" \t") == std::string::npos) ++i;
  return i;
}

void check_header(const SourceFile& file, Breaches& found) {
  static const std::regex kUsingNamespace{R"(^\s*using\s+namespace\b)"};
  const std::size_t first = first_code_line(file);
  if (first == file.code.size() || file.code[first] != "#pragma once")
    found.push_back({file.path, first + 1, "a header begins with #pragma once"});
  forbid(file, kUsingNamespace, "no `using namespace` in a header", found);
}

/// Whether three bytes are a character of the common Chinese range (U+4000 to U+9FFF).
bool is_chinese(std::string_view three) {
  const auto lead = three.size() == 3 ? static_cast<unsigned char>(three[0]) : 0;
  return lead >= 0xE4 && lead <= 0xE9;
}

}  // namespace

void check_clocks(const SourceFile& file, Breaches& found) {
  static const std::regex kClock{
      R"(\b(system|steady|high_resolution)_clock\b|\bclock_gettime\b|\bgettimeofday\b)"
      R"(|\b(localtime|gmtime)(_r)?\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|::now\s*\()"};
  if (is_pure(file.folder()) && !file.is_test())
    forbid(file, kClock, "no clock is read in " + file.folder() + ": time is an argument", found);
}

void check_branches_on_rules(const SourceFile& file, Breaches& found) {
  static const std::regex kBranch{
      R"([=!]=\s*(\w+::)*(State|Role)::|\b(State|Role)::\w+\s*[=!]=)"
      R"(|\bcase\s+(\w+::)*(State|Role)::)"};
  const std::string folder = file.folder();
  if (folder.empty() || file.is_test() || folder == "rules" || folder == "cases") return;
  forbid(file, kBranch, "a branch on a state or role: that is a row in rules/, or a question to it",
         found);
}

void check_widths(const SourceFile& file, Breaches& found) {
  if (!file.is_cpp()) return;
  std::size_t most = kWidthMax;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    if (file.lines[i].find("// clang-format off") != std::string::npos) most = kTableWidthMax;
    if (file.lines[i].find("// clang-format on") != std::string::npos) most = kWidthMax;
    const std::size_t width = width_of(file.lines[i]);
    if (width > most)
      found.push_back({file.path, i + 1,
                       "a line of " + std::to_string(width) + " characters; " +
                           std::to_string(most) + " are the most"});
  }
}

void check_file_form(const SourceFile& file, Breaches& found) {
  static const std::regex kMacro{R"(^\s*#\s*define\b)"};
  static const std::regex kNew{R"((^|[^\w#])new\s+[\w:(])"};
  if (!file.is_cpp()) return;
  if (file.lines.empty() || !file.lines.front().starts_with("//"))
    found.push_back({file.path, 1, "a file begins with a comment: what it is for"});
  if (file.is_header()) check_header(file, found);
  forbid(file, kMacro, "no macro", found);
  forbid(file, kNew, "no raw new", found);
}

void check_home_paths(const SourceFile& file, Breaches& found) {
  // Spelt in two parts, so that this file does not find itself.
  static const std::regex kHome{std::string{R"((^|[^\w./])/(home|Users|root|work))"} + R"(/\w)"};
  for (std::size_t i = 0; i < file.lines.size(); ++i)
    if (std::regex_search(file.lines[i], kHome))
      found.push_back({file.path, i + 1, "a path into somebody's home"});
}

void check_punctuation(const SourceFile& file, Breaches& found) {
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string_view line = file.lines[i];
    for (std::size_t at = line.find_first_of(",;:?!()"); at != std::string_view::npos;
         at = line.find_first_of(",;:?!()", at + 1)) {
      if (at < 3 || !is_chinese(line.substr(at - 3, 3)) || !is_chinese(line.substr(at + 1, 3)))
        continue;
      found.push_back({file.path, i + 1, "half-width punctuation between Chinese characters"});
      break;
    }
  }
}

void check(const SourceFile& file, const std::vector<std::string>& never, Breaches& found) {
  check_includes(file, found);
  check_clocks(file, found);
  check_branches_on_rules(file, found);
  check_lengths(file, found);
  check_widths(file, found);
  check_file_form(file, found);
  check_home_paths(file, found);
  check_punctuation(file, found);
  check_names(file, never, found);
}

}  // namespace tidy
