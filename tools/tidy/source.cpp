// Blanking comments and literals: a small scanner that knows as much C++ as that takes.
#include "tidy/source.h"

#include <algorithm>

namespace tidy {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Walks over a text and blanks what is no code. `blank` keeps line ends.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), out_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  void step() {
    if (sees("//")) return blank(std::min(text_.find('\n', at_), text_.size()));
    if (sees("/*")) return blank(end_after("*/", at_ + 2));
    if (sees("R\"") && !after_word()) return skip_raw_string();
    if (text_[at_] == '"') return skip_quoted('"');
    // In 1'000 the mark is no quote.
    if (text_[at_] == '\'' && !after_word()) return skip_quoted('\'');
    ++at_;
  }

  bool after_word() const { return at_ > 0 && is_word_letter(text_[at_ - 1]); }

  std::size_t end_after(std::string_view mark, std::size_t from) const {
    const std::size_t found = text_.find(mark, from);
    return found == std::string_view::npos ? text_.size() : found + mark.size();
  }

  void blank(std::size_t end) {
    for (; at_ < end; ++at_)
      if (text_[at_] != '\n') out_[at_] = ' ';
  }

  void skip_raw_string() {
    const std::size_t open = std::min(text_.find('(', at_), text_.size() - 1);
    const std::string close = ")" + std::string{text_.substr(at_ + 2, open - at_ - 2)} + "\"";
    const std::size_t end = end_after(close, open);
    at_ = open + 1;
    blank(end - std::min(end, close.size()));
    at_ = end;
  }

  void skip_quoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n')
      end += text_[end] == '\\' ? 2 : 1;
    ++at_;
    blank(std::min(end, text_.size()));
    if (at_ < text_.size()) ++at_;
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_whole_word(std::string_view line, std::size_t at, std::size_t size) {
  const bool left = at == 0 || !is_word_letter(line[at - 1]);
  const bool right = at + size >= line.size() || !is_word_letter(line[at + size]);
  return left && right;
}

std::size_t width_of(std::string_view line) {
  return std::size_t(std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool SourceFile::is_test() const {
  if (!path.starts_with("src/")) return path.starts_with("tests/") || path.starts_with("bench/");
  const std::string name = path.substr(path.rfind('/') + 1);
  return name.ends_with("_test.cpp") || name.ends_with("_fixture.h") || name.starts_with("testing");
}

std::string SourceFile::folder() const {
  if (!path.starts_with("src/")) return "";
  const std::string inside = path.substr(4);
  const std::size_t slash = inside.find('/');
  return slash == std::string::npos ? "main" : inside.substr(0, slash);
}

SourceFile make_source(std::string path, std::string_view text) {
  SourceFile source{std::move(path), lines_of(text), {}};
  source.code = lines_of(source.is_cpp() ? Blanker{text}.run() : std::string{text});
  return source;
}

}  // namespace tidy
