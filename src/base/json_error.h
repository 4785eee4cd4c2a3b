// What is wrong with a JSON document, said once per place: where, a code for programs, and a
// sentence in both languages for people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/text2.h"

namespace mashang {

/// `path` is a JSON pointer such as "/content/what" or "/attachments/2"; "" is the document itself.
struct FieldError {
  std::string path;
  std::string code;
  Text2s text;

  bool operator==(const FieldError&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldError, (), (path, code, text))

/// What a reader puts up with before it looks any closer.
struct JsonLimits {
  std::size_t bytes_max = 1 << 20;
  std::size_t depth_max = 16;
  std::size_t errors_max = 50;
};

namespace json {

/// One step of the way from the document down to a value; lives on the stack of the reader.
struct Path {
  const Path* up = nullptr;
  std::string_view name = {};
  std::size_t index = 0;
};

/// The JSON pointer of a path ("~" and "/" in names are escaped).
std::string pointer_of(const Path& path);

/// Collects errors up to a bound, so that a hostile document can't make a huge answer.
class Errors {
 public:
  explicit Errors(std::size_t errors_max) : errors_max_(errors_max) {}

  void add(const Path& path, std::string_view code, Text2s text);
  void add(std::string pointer, std::string_view code, Text2s text);
  bool empty() const { return list_.empty(); }
  std::vector<FieldError> take() { return std::move(list_); }

 private:
  std::size_t errors_max_;
  std::vector<FieldError> list_;
};

}  // namespace json
}  // namespace mashang
