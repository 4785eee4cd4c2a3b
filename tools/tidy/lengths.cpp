// How long functions and files are. A function is found by its shape: in the scope of a namespace
// or a class, a brace that follows a parameter list. What is inside it belongs to it.
#include <algorithm>
#include <regex>

#include "tidy/checks.h"

namespace tidy {
namespace {

constexpr std::size_t kFunctionLinesMax = 70;
constexpr std::size_t kFileLinesMax = 600;

/// What opened a brace.
enum class Scope { outer, function, other };

/// Whether the text before a brace declares a namespace, a class or the like.
bool opens_outer_scope(const std::string& head) {
  static const std::regex kOuter{
      R"(^(inline )?namespace\b|\b(class|struct|union)\b[^()=]*$|^extern)"};
  return std::regex_search(head, kOuter);
}

/// Whether the text before a brace ends a parameter list: `int f(int a) const`, `X() : y_(1)`. A
/// table such as `constexpr auto kRows = [] {` is none, and may be as long as its law.
bool opens_function(std::string head) {
  static const std::regex kOperator{R"(operator\s*[^\s\w(]+)"};
  static const std::regex kArguments{R"(\([^()]*\))"};
  static const std::regex kTemplate{R"(template\s*<[^{;]*?>\s)"};
  head = std::regex_replace(head, kOperator, "op");
  head = std::regex_replace(head, kTemplate, "");
  for (std::string inner; inner != head;) {
    inner = head;
    head = std::regex_replace(inner, kArguments, "@");
  }
  return head.find('@') != std::string::npos && head.find('=') == std::string::npos;
}

class FunctionFinder {
 public:
  FunctionFinder(const SourceFile& file, Breaches& found) : file_(file), found_(found) {}

  void run() {
    for (line_ = 0; line_ < file_.code.size(); ++line_) {
      const std::string& code = file_.code[line_];
      if (code.starts_with("#")) continue;
      for (const char c : code) take(c);
      take(' ');
    }
  }

 private:
  void take(char c) {
    // Braces between parentheses are a default argument or a lambda: they open no scope of ours.
    if (c == '{' && parens_ == 0) return open();
    if (c == '}' && parens_ == 0) return close();
    if (c == ';' && parens_ == 0) return reset();
    if (c == '(') ++parens_;
    if (c == ')') --parens_;
    if (head_.empty() && (c == ' ' || c == '\t')) return;
    if (head_.empty()) head_line_ = line_;
    head_ += c;
  }

  void open() {
    Scope scope = Scope::other;
    const bool outside = std::ranges::all_of(open_, [](Scope s) { return s == Scope::outer; });
    if (outside && opens_outer_scope(head_))
      scope = Scope::outer;
    else if (outside && opens_function(head_))
      scope = Scope::function;
    if (scope == Scope::function) function_line_ = head_line_;
    open_.push_back(scope);
    reset();
  }

  void close() {
    if (!open_.empty()) {
      if (open_.back() == Scope::function) measure();
      open_.pop_back();
    }
    reset();
  }

  void measure() {
    const std::size_t lines = line_ - function_line_ + 1;
    if (lines > kFunctionLinesMax)
      found_.push_back({file_.path, function_line_ + 1,
                        "a function of " + std::to_string(lines) + " lines; " +
                            std::to_string(kFunctionLinesMax) + " are the most"});
  }

  void reset() {
    head_.clear();
    parens_ = 0;
  }

  const SourceFile& file_;
  Breaches& found_;
  std::vector<Scope> open_;
  std::string head_;
  std::size_t head_line_ = 0;
  std::size_t function_line_ = 0;
  std::size_t line_ = 0;
  int parens_ = 0;
};

}  // namespace

void check_lengths(const SourceFile& file, Breaches& found) {
  if (!file.is_cpp()) return;
  if (file.lines.size() > kFileLinesMax)
    found.push_back({file.path, file.lines.size(),
                     "a file of " + std::to_string(file.lines.size()) + " lines; " +
                         std::to_string(kFileLinesMax) + " are the most"});
  FunctionFinder{file, found}.run();
}

}  // namespace tidy
