// The never-columns of the glossary: one thing has one name, so its other names are not used.
#include <algorithm>
#include <cctype>

#include "tidy/checks.h"

namespace tidy {
namespace {

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::string trimmed(std::string text) {
  const auto first = text.find_first_not_of(" `");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" `") - first + 1);
}

/// "report (means statistics), ticket" without what stands in brackets.
std::string without_brackets(const std::string& text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    depth += c == '(';
    if (depth == 0) out += c;
    depth -= c == ')';
  }
  return out;
}

/// "PassOn" and "pass_on" are the same words.
std::string lower_words(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool capital = std::isupper(static_cast<unsigned char>(name[i])) != 0;
    const bool after_small = i > 0 && std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
    if (capital && after_small) out += '_';
    out += char(std::tolower(static_cast<unsigned char>(name[i])));
  }
  return out;
}

bool has_word(const std::string& name, const std::string& word) {
  const std::string framed = "_" + name + "_";
  return framed.find("_" + word + "_") != std::string::npos;
}

/// A name of the standard library is not ours to choose, and a member is judged where it is
/// declared.
bool is_chosen_elsewhere(std::string_view code, std::size_t at) {
  const std::string_view before = code.substr(0, at);
  return before.ends_with("std::") || before.ends_with(".") || before.ends_with("->");
}

}  // namespace

std::vector<std::string> never_words_in(std::string_view glossary) {
  std::vector<std::string> words;
  std::size_t column = 0;
  for (const std::string& line : split(glossary, '\n')) {
    const auto cells = split(line, '|');
    if (cells.size() < 3) column = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (trimmed(cells[i]) == "never") column = i;
    if (column == 0 || column >= cells.size()) continue;
    for (const std::string& part : split(without_brackets(cells[column]), ',')) {
      std::string word = trimmed(part);
      std::ranges::replace(word, ' ', '_');
      std::ranges::replace(word, '-', '_');
      const bool is_word = std::ranges::all_of(word, is_word_letter) &&
                           word.find_first_not_of('_') != std::string::npos;
      if (is_word && word != "never") words.push_back(lower_words(word));
    }
  }
  return words;
}

void check_names(const SourceFile& file, const std::vector<std::string>& never, Breaches& found) {
  if (file.folder() != "rules" && file.folder() != "cases") return;
  for (std::size_t i = 0; i < file.code.size(); ++i) {
    const std::string& code = file.code[i];
    if (code.starts_with("#include")) continue;
    for (std::size_t at = 0; at < code.size();) {
      std::size_t end = at;
      while (end < code.size() && is_word_letter(code[end])) ++end;
      const std::string name = lower_words(code.substr(at, end - at));
      for (const std::string& word : never)
        if (end > at && has_word(name, word) && !is_chosen_elsewhere(code, at))
          found.push_back({file.path, i + 1,
                           "the name " + code.substr(at, end - at) + " uses \"" + word +
                               "\", which GLOSSARY.md rules out"});
      at = end + 1;
    }
  }
}

}  // namespace tidy
