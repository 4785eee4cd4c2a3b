// Boost.JSON's own parser keeps the last of two equal names without a word, so its tree is built
// through a handler that also watches the names of each open object.
#include "base/json_parser.h"

#include <algorithm>
#include <cmath>
#include <span>
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

/// An object or array that is still open: its names so far, or how many items it has.
struct Frame {
  bool is_object;
  std::vector<std::string> names = {};
  std::size_t items = 0;
};

std::string pointer_of(std::span<const Frame> frames, std::string_view last) {
  std::string name(last);
  Path leaf{.name = name};
  // Built from the root down, so each step points at one that already stands.
  std::vector<Path> steps(frames.size() + 1);
  for (std::size_t i = 0; i + 1 < frames.size(); ++i) {
    steps[i + 1].up = &steps[i];
    if (frames[i].is_object) steps[i + 1].name = frames[i].names.back();
    else steps[i + 1].index = frames[i].items;
  }
  leaf.up = &steps[frames.empty() ? 0 : frames.size() - 1];
  return pointer_of(leaf);
}

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
    name_ += view(part);
    stack_.push_chars(part);
    return true;
  }
  bool on_key(string_view rest, std::size_t, error_code&) {
    name_ += view(rest);
    frames_.back().names.push_back(std::move(name_));
    name_.clear();
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
  bool on_double(double number, string_view, error_code&) {
    stack_.push_double(number);
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
    frames_.push_back({.is_object = is_object});
    return true;
  }
  bool close() {
    frames_.pop_back();
    return count_item();
  }
  bool count_item() {
    if (!frames_.empty()) ++frames_.back().items;
    return true;
  }

  /// Sorting keeps a body of ten thousand names from costing a hundred million comparisons.
  void refuse_doubles() {
    std::vector<std::string_view> names(frames_.back().names.begin(), frames_.back().names.end());
    std::sort(names.begin(), names.end());
    for (auto same = std::adjacent_find(names.begin(), names.end()); same != names.end();) {
      errors_.add(pointer_of(frames_, *same), "duplicate_field",
                  {"这一项出现了两次", "This field is given twice"});
      same = std::adjacent_find(std::upper_bound(same, names.end(), *same), names.end());
    }
  }

  boost::json::value_stack stack_;
  std::vector<Frame> frames_;
  std::string name_;
  Errors& errors_;
};

void add_syntax_error(Errors& errors, const error_code& code, std::size_t offset) {
  const std::string place = std::to_string(offset);
  if (code == boost::json::error::too_deep)
    return errors.add("", "too_deep", {"内容层级太深", "The document is nested too deeply"});
  errors.add("", "bad_json",
             {"不是有效的JSON(第" + place + "字节附近)", "Not valid JSON (near byte " + place + ")"});
}

}  // namespace

std::optional<boost::json::value> parse_tree(std::string_view text, const JsonLimits& limits,
                                             boost::json::storage_ptr memory, Errors& errors) {
  if (text.size() > limits.bytes_max) {
    errors.add("", "too_large", {"内容太大", "The document is too large"});
    return std::nullopt;
  }
  if (!valid_utf8(text)) {
    errors.add("", "invalid_utf8", {"文字编码不是UTF-8", "The text is not UTF-8"});
    return std::nullopt;
  }
  boost::json::parse_options options;
  options.max_depth = limits.depth_max;
  boost::json::basic_parser<TreeBuilder> parser(options, std::move(memory), errors);
  error_code code;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), code);
  if (!code && used < text.size()) code = boost::json::error::extra_data;
  if (code) {
    add_syntax_error(errors, code, used);
    return std::nullopt;
  }
  return parser.handler().release();
}

}  // namespace mashang::json
