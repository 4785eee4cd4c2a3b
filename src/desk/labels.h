// Labels: the words shown to people, from data/labels/, by the names of the vocabulary. Changing a
// word is changing a file.
#pragma once

#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/json_error.h"
#include "base/result.h"
#include "base/text2.h"

namespace mashang::desk {

/// group ("state") -> name ("with_deputy") -> words in both languages.
class Labels {
 public:
  using Group = std::map<std::string, Text2s>;

  /// Reads both files' texts; a word that one language lacks is an error with its path.
  static Result<Labels, std::vector<FieldError>> read(std::string_view zh, std::string_view en);

  const Group& group(const std::string& name) const;
  /// The words for a name; the name itself when there are none, so that a page never has a hole.
  Text2s of(const std::string& group, std::string_view name) const;

  template <typename E>
  requires std::is_enum_v<E> Text2s of(const std::string& group, E value)
  const { return of(group, std::string_view(boost::describe::enum_to_string(value, ""))); }

 private:
  std::map<std::string, Group> groups_;
};

/// Puts a value in for "{name}" in both languages.
Text2s fill_in(Text2s text, std::string_view name, std::string_view value);

}  // namespace mashang::desk
