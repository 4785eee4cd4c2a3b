// Boost.JSON's own parser keeps the last of two equal names without a word, so its tree is built
// through a handler that also watches the names of each open object.
#include "base/json_parser.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include "base/utf8.h"

namespace mashang::json {
namespace {

using boost::json::error_code;
using boost::json::string_view;

std::string_view view(string_view text) { return {text.data(), text.size()}; }

/// Boost.JSON reads long numbers one step beside the nearest double, so that writing and reading
/// again would let them wander. What overflows stays infinite, and is refused where it is used.
double nearest(double number, std::string_view text) {
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// An object or array that is still open: where its names start, or how many items it has.
struct Frame {
  bool is_object;
  std::size_t first_name;
  std::size_t items = 0;
};

/// The names of all open objects in one buffer, so that watching them costs no allocation each.
class Names {
 public:
  void add_part(std::string_view part) { text_ += part; }
  void end_name() { ends_.push_back(text_.size()); }
  std::size_t size() const { return ends_.size(); }
  std::string_view at(std::size_t i) const {
    const std::size_t start = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(text_).substr(start, ends_[i] - start);
  }
  void shrink(std::size_t size) {
    ends_.resize(size);
    text_.resize(size == 0 ? 0 : ends_.back());
  }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};

class TreeBuilder {
 public:
  static constexpr std::size_t max_object_size = boost::json::object::max_size();
  static constexpr std::size_t max_array_size = boost::json::array::max_size();
  static constexpr std::size_t max_key_size = boost::json::string::max_size();
  static constexpr std::size_t max_string_size = boost::json::string::max_size();

  TreeBuilder(boost::json::storage_ptr memory, Errors& errors) : errors_(errors) {
    stack_.reset(std::move(memory));
  }

  boost::json::value release() { return stack_.release(); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return open(true); }
  bool on_array_begin(error_code&) { return open(false); }

  bool on_object_end(std::size_t size, error_code&) {
    refuse_doubles();
    stack_.push_object(size);
    return close();
  }
  bool on_array_end(std::size_t size, error_code&) {
    stack_.push_array(size);
    return close();
  }

  bool on_key_part(string_view part, std::size_t, error_code&) {
    names_.add_part(view(part));
    stack_.push_chars(part);
    return true;
  }
  bool on_key(string_view rest, std::size_t, error_code&) {
    names_.add_part(view(rest));
    names_.end_name();
    stack_.push_key(rest);
    return true;
  }

  bool on_string_part(string_view part, std::size_t, error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_string(string_view rest, std::size_t, error_code&) {
    stack_.push_string(rest);
    return count_item();
  }
  bool on_number_part(string_view, error_code&) { return true; }
  bool on_int64(std::int64_t number, string_view, error_code&) {
    stack_.push_int64(number);
    return count_item();
  }
  bool on_uint64(std::uint64_t number, string_view, error_code&) {
    stack_.push_uint64(number);
    return count_item();
  }
  bool on_double(double number, string_view text, error_code&) {
    stack_.push_double(nearest(number, view(text)));
    return count_item();
  }
  bool on_bool(bool truth, error_code&) {
    stack_.push_bool(truth);
    return count_item();
  }
  bool on_null(error_code&) {
    stack_.push_null();
    return count_item();
  }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

 private:
  bool open(bool is_object) {
    frames_.push_back({.is_object = is_object, .first_name = names_.size()});
    return true;
  }
  bool close() {
    names_.shrink(frames_.back().first_name);
    frames_.pop_back();
    return count_item();
  }
  bool count_item() {
    if (!frames_.empty()) ++frames_.back().items;
    return true;
  }

  bool has_doubles(std::size_t first) const {
    for (std::size_t i = first; i < names_.size(); ++i)
      for (std::size_t j = first; j < i; ++j)
        if (names_.at(i) == names_.at(j)) return true;
    return false;
  }

  /// Few names are compared each with each; many are sorted, which keeps a body of ten thousand
  /// names from costing a hundred million comparisons.
  void refuse_doubles() {
    constexpr std::size_t kFew = 16;
    const std::size_t first = frames_.back().first_name;
    if (names_.size() - first <= kFew && !has_doubles(first)) return;
    std::vector<std::string_view> names;
    for (std::size_t i = first; i < names_.size(); ++i) names.push_back(names_.at(i));
    std::sort(names.begin(), names.end());
    for (auto same = std::adjacent_find(names.begin(), names.end()); same != names.end();) {
      errors_.add(pointer_to(*same), "duplicate_field",
                  {"这一项出现了两次", "This field is given twice"});
      same = std::adjacent_find(std::upper_bound(same, names.end(), *same), names.end());
    }
  }

  /// The pointer of a name in the innermost open object, built from the root down.
  std::string pointer_to(std::string_view name) const {
    std::vector<Path> steps(frames_.size() + 1);
    for (std::size_t i = 0; i < frames_.size(); ++i) {
      steps[i + 1].up = &steps[i];
      if (i + 1 == frames_.size())
        steps[i + 1].name = name;
      else if (frames_[i].is_object)
        steps[i + 1].name = names_.at(frames_[i + 1].first_name - 1);
      else
        steps[i + 1].index = frames_[i].items;
    }
    return pointer_of(steps.back());
  }

  boost::json::value_stack stack_;
  std::vector<Frame> frames_;
  Names names_;
  Errors& errors_;
};

void add_syntax_error(Errors& errors, std::string_view text, const error_code& code,
                      std::size_t offset) {
  const std::string place = std::to_string(offset);
  const std::string_view before = text.substr(0, offset);
  const std::string line = std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
  if (code == boost::json::error::too_deep)
    return errors.add("", "too_deep", {"内容层级太深", "The document is nested too deeply"});
  // The parser checks UTF-8 as it goes but reports it like any other slip.
  if (!valid_utf8(text))
    return errors.add("", "invalid_utf8", {"文字编码不是UTF-8", "The text is not UTF-8"});
  errors.add("", "bad_json",
             {"不是有效的JSON(第" + line + "行，第" + place + "字节附近)",
              "Not valid JSON (near line " + line + ", byte " + place + ")"});
}

}  // namespace

std::optional<boost::json::value> parse_tree(std::string_view text, const JsonLimits& limits,
                                             boost::json::storage_ptr memory, Errors& errors) {
  if (text.size() > limits.bytes_max) {
    errors.add("", "too_large", {"内容太大", "The document is too large"});
    return std::nullopt;
  }
  boost::json::parse_options options;
  options.max_depth = limits.depth_max;
  boost::json::basic_parser<TreeBuilder> parser(options, std::move(memory), errors);
  error_code code;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), code);
  if (!code && used < text.size()) code = boost::json::error::extra_data;
  if (code) {
    add_syntax_error(errors, text, code, used);
    return std::nullopt;
  }
  return parser.handler().release();
}

}  // namespace mashang::json
