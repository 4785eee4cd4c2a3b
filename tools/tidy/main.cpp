// tidy ROOT: checks every source and text file of the project; ends with 1 when one breaks a rule.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "tidy/checks.h"

namespace {

namespace fs = std::filesystem;

const std::set<std::string> kSkippedFolders = {".git", ".tools",       "build",
                                               "dist", "node_modules", "demo-data"};
const std::set<std::string> kCheckedEndings = {".h",    ".cpp",  ".md",    ".txt", ".cmake",
                                               ".json", ".toml", ".ts",    ".vue", ".mjs",
                                               ".css",  ".html", ".story", ""};

std::string text_of(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<fs::path> files_under(const fs::path& root) {
  std::vector<fs::path> files;
  auto walk = fs::recursive_directory_iterator{root};
  for (auto place = begin(walk); place != end(walk); ++place) {
    const fs::path& path = place->path();
    if (place->is_directory() && kSkippedFolders.contains(path.filename().string()))
      place.disable_recursion_pending();
    else if (place->is_regular_file() && kCheckedEndings.contains(path.extension().string()))
      files.push_back(path);
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

int main(int count, char** words) {
  const fs::path root = count > 1 ? words[1] : ".";
  const auto never = tidy::never_words_in(text_of(root / "GLOSSARY.md"));
  tidy::Breaches found;
  const auto files = files_under(root);
  for (const fs::path& path : files)
    tidy::check(tidy::make_source(fs::relative(path, root).generic_string(), text_of(path)), never,
                found);
  for (const tidy::Breach& breach : found)
    std::cout << breach.path << ":" << breach.line << ": " << breach.what << "\n";
  std::cout << files.size() << " files, " << never.size() << " words never used, " << found.size()
            << " breaches\n";
  return found.empty() && !never.empty() ? 0 : 1;
}
