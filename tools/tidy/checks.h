// The text rules of STYLE.md, one function each. Invariant: a check looks at text only and says
// what it found; it never changes a file and keeps no list of forgiven breaches.
#pragma once

#include <string>
#include <vector>

#include "tidy/source.h"

namespace tidy {

struct Breach {
  std::string path;
  std::size_t line = 0;  // from 1
  std::string what;

  bool operator==(const Breach&) const = default;
};

using Breaches = std::vector<Breach>;

/// Who may include whom: the table of ARCHITECTURE.md.
void check_includes(const SourceFile& file, Breaches& found);
/// No clock is read in rules, calendar and cases (STYLE 5).
void check_clocks(const SourceFile& file, Breaches& found);
/// No comparison with a state or a role outside rules and cases (STYLE 2).
void check_branches_on_rules(const SourceFile& file, Breaches& found);
/// Functions of 70 lines at most, files of 600 (STYLE 8).
void check_lengths(const SourceFile& file, Breaches& found);
/// Lines of 100 characters, 140 in tables, which stand between clang-format off and on (STYLE 8).
void check_widths(const SourceFile& file, Breaches& found);
/// A head comment, #pragma once, no `using namespace` in a header, no macro, no new (STYLE 10 to
/// 13).
void check_file_form(const SourceFile& file, Breaches& found);
/// No path into somebody's home.
void check_home_paths(const SourceFile& file, Breaches& found);

/// The words of the never-columns of GLOSSARY.md.
std::vector<std::string> never_words_in(std::string_view glossary);
/// None of them in a name in rules and cases.
void check_names(const SourceFile& file, const std::vector<std::string>& never, Breaches& found);

/// Between two Chinese characters stands a Chinese comma, not a half-width one.
void check_punctuation(const SourceFile& file, Breaches& found);

/// All of the above.
void check(const SourceFile& file, const std::vector<std::string>& never, Breaches& found);

}  // namespace tidy
