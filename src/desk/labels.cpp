// Two files of one language each become one table of both.
#include "desk/labels.h"

#include "base/json.h"

namespace mashang::desk {
namespace {

using OneLanguage = std::map<std::string, std::map<std::string, std::string>>;

void say_missing(std::vector<FieldError>& errors, const std::string& path, std::string_view file) {
  errors.push_back(
      {path,
       "missing",
       {std::string(file) + " 缺少这个词", "This word is missing in " + std::string(file)}});
}

/// Every word of `from` that `in` lacks.
void compare(std::vector<FieldError>& errors, const OneLanguage& from, const OneLanguage& in,
             std::string_view file) {
  for (const auto& [group, words] : from)
    for (const auto& [name, text] : words) {
      const auto other = in.find(group);
      if (other == in.end() || !other->second.contains(name))
        say_missing(errors, "/" + group + "/" + name, file);
    }
}

void replace_all(std::string& text, const std::string& what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

}  // namespace

Result<Labels, std::vector<FieldError>> Labels::read(std::string_view zh, std::string_view en) {
  const auto zh_words = read_json<OneLanguage>(zh);
  if (!zh_words) return Failure{zh_words.error()};
  const auto en_words = read_json<OneLanguage>(en);
  if (!en_words) return Failure{en_words.error()};
  std::vector<FieldError> errors;
  compare(errors, *zh_words, *en_words, "en.json");
  compare(errors, *en_words, *zh_words, "zh.json");
  if (!errors.empty()) return Failure{std::move(errors)};
  Labels labels;
  for (const auto& [group, words] : *zh_words)
    for (const auto& [name, text] : words)
      labels.groups_[group][name] = {text, en_words->at(group).at(name)};
  return labels;
}

const Labels::Group& Labels::group(const std::string& name) const {
  static const Group none;
  const auto found = groups_.find(name);
  return found == groups_.end() ? none : found->second;
}

Text2s Labels::of(const std::string& group_name, std::string_view name) const {
  const Group& words = group(group_name);
  const auto found = words.find(std::string(name));
  return found == words.end() ? Text2s(std::string(name), std::string(name)) : found->second;
}

Text2s fill_in(Text2s text, std::string_view name, std::string_view value) {
  const std::string slot = "{" + std::string(name) + "}";
  replace_all(text.zh, slot, value);
  replace_all(text.en, slot, value);
  return text;
}

}  // namespace mashang::desk
