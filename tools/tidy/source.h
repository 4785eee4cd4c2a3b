// A source file as tidy sees it: its lines as written, and the same lines with comments and the
// insides of literals blanked out. Invariant: both have the same number of lines, so a place found
// in the code is a place in the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct SourceFile {
  std::string path;  // from the root of the project, with "/"
  std::vector<std::string> lines;
  std::vector<std::string> code;

  bool is_header() const { return path.ends_with(".h"); }
  bool is_cpp() const { return is_header() || path.ends_with(".cpp"); }
  /// Tests and what only tests include.
  bool is_test() const;
  /// "rules" for src/rules/guards.h, "main" for src/main.cpp, "" outside src.
  std::string folder() const;
};

SourceFile make_source(std::string path, std::string_view text);

/// How many characters a reader sees, not how many bytes they take.
std::size_t width_of(std::string_view line);

bool is_word_letter(char c);

/// Whether `word` stands in `line` at `at` with no letter or digit on either side.
bool is_whole_word(std::string_view line, std::size_t at, std::size_t size);

}  // namespace tidy
