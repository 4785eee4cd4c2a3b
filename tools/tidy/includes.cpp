// The dependency rule, as two tables: of our own folders, and of what comes from outside.
#include <algorithm>
#include <array>
#include <string_view>

#include "tidy/checks.h"

namespace tidy {
namespace {

struct FolderRule {
  std::string_view folder;
  std::string_view may_include;  // folders, with spaces around each
};

constexpr std::array kFolderRules = {
    FolderRule{"base", " base "},
    FolderRule{"calendar", " base calendar "},
    FolderRule{"rules", " base calendar rules "},
    FolderRule{"cases", " base calendar rules cases "},
    FolderRule{"store", " base calendar rules cases store "},
    FolderRule{"desk", " base calendar rules cases store desk "},
    FolderRule{"demo", " base calendar rules cases store desk demo "},
    FolderRule{"channels", " base calendar rules cases desk channels "},
    FolderRule{"http", " base calendar rules cases desk http "},
    FolderRule{"commands", " base calendar rules cases store desk demo channels http commands "},
    FolderRule{"main", " base calendar rules cases store desk demo channels http commands "},
};

struct OutsideRule {
  std::string_view header;  // begins so
  std::string_view folders;
};

constexpr std::array kOutsideRules = {
    OutsideRule{"sqlite3.h", " store "},
    OutsideRule{"boost/asio", " http "},
    OutsideRule{"boost/beast", " http "},
    OutsideRule{"boost/json", " base channels http "},
    OutsideRule{"openssl/", " base channels "},
    OutsideRule{"argon2.h", " desk "},
    OutsideRule{"gd.h", " desk "},
    OutsideRule{"qrencode.h", " desk "},
    OutsideRule{"curl/", " channels "},
    OutsideRule{"toml++/", " rules channels "},
    OutsideRule{"spdlog/", " http commands main "},
    OutsideRule{"CLI/", " commands main "},
    OutsideRule{"gtest/", " "},
    OutsideRule{"gmock/", " "},
    // Pure folders do no I/O and start no threads.
    OutsideRule{"iostream", " base store desk demo channels http commands main "},
    OutsideRule{"fstream", " base store desk demo channels http commands main "},
    OutsideRule{"filesystem", " base store desk demo channels http commands main "},
    OutsideRule{"thread", " base store desk demo channels http commands main "},
    OutsideRule{"mutex", " base store desk demo channels http commands main "},
    OutsideRule{"future", " base store desk demo channels http commands main "},
};

bool lists(std::string_view folders, std::string_view folder) {
  return folders.find(" " + std::string{folder} + " ") != std::string_view::npos;
}

/// What stands between the marks of an include, and whether they are quotes.
struct Include {
  std::string header;
  bool ours;
};

bool read_include(std::string_view line, Include& include) {
  constexpr std::string_view kWord = "#include ";
  if (!line.starts_with(kWord) || line.size() < kWord.size() + 3) return false;
  const char open = line[kWord.size()];
  const std::size_t end = line.find(open == '<' ? '>' : '"', kWord.size() + 1);
  if (end == std::string_view::npos) return false;
  include = {std::string{line.substr(kWord.size() + 1, end - kWord.size() - 1)}, open == '"'};
  return true;
}

std::string without_outer_spaces(std::string_view text) {
  return std::string{text.substr(1, text.size() - 2)};
}

/// A test may reach all that its library links to, not only what the library's own code may name.
bool may_include(const SourceFile& file, const FolderRule& rule, std::string_view target) {
  if (lists(rule.may_include, target)) return true;
  const bool reaches_store = rule.folder == "http" || rule.folder == "channels";
  return file.is_test() && reaches_store && (target == "store" || target == "calendar");
}

void check_ours(const SourceFile& file, std::size_t line, const std::string& header,
                Breaches& found) {
  const std::string folder = file.folder();
  const auto rule = std::ranges::find(kFolderRules, folder, &FolderRule::folder);
  if (rule == kFolderRules.end()) {
    found.push_back({file.path, line,
                     "the folder " + folder +
                         " has no row in the table of "
                         "tools/tidy/includes.cpp and ARCHITECTURE.md"});
    return;
  }
  const std::string target = header.substr(0, header.find('/'));
  if (may_include(file, *rule, target)) return;
  found.push_back({file.path, line,
                   folder + " may not include \"" + header + "\"; it may include " +
                       without_outer_spaces(rule->may_include)});
}

void check_outside(const SourceFile& file, std::size_t line, const std::string& header,
                   Breaches& found) {
  if (file.is_test()) return;
  for (const OutsideRule& rule : kOutsideRules) {
    const bool whole_name = header == rule.header || rule.header.find('/') != rule.header.npos;
    if (!header.starts_with(rule.header) || !whole_name || lists(rule.folders, file.folder()))
      continue;
    found.push_back({file.path, line, file.folder() + " may not include <" + header + ">"});
  }
}

}  // namespace

void check_includes(const SourceFile& file, Breaches& found) {
  if (file.folder().empty() || !file.is_cpp()) return;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    Include include;
    if (!read_include(file.lines[i], include)) continue;
    if (include.ours)
      check_ours(file, i + 1, include.header, found);
    else
      check_outside(file, i + 1, include.header, found);
  }
}

}  // namespace tidy
