// Taking the tree apart, one kind of value at a time. Each function either fills its target or
// says what is wrong; none stops at the first error.
#include "base/json_reader.h"

#include <array>
#include <cassert>
#include <cmath>

#include <boost/json.hpp>

#include "base/bounded_text.h"
#include "base/json_parser.h"
#include "base/utf8.h"

namespace mashang::json {
namespace {

std::string_view view(const boost::json::string& text) { return {text.data(), text.size()}; }
std::string_view view(boost::json::string_view text) { return {text.data(), text.size()}; }

void wrong_type(const Source& from, Text2 expected) {
  from.errors.add(
      from.path, "wrong_type",
      {"这里应当是" + std::string(expected.zh), "Expected " + std::string(expected.en)});
}

const boost::json::string* text_of(const Source& from) {
  if (const auto* text = from.value.if_string()) return text;
  wrong_type(from, {"文字", "text"});
  return nullptr;
}

Text2s sentence_of(TextFault fault, std::size_t least, std::size_t most, std::string_view typed) {
  const std::string n = std::to_string(count_characters(typed));
  switch (fault) {
    case TextFault::too_short: {
      if (typed.empty() || least == 1) return {"请填写这一项", "Please fill this in"};
      const std::string bound = std::to_string(least);
      return {"至少要" + bound + "个字", "At least " + bound + " characters are needed"};
    }
    case TextFault::too_long: {
      const std::string bound = std::to_string(most);
      return {"最多" + bound + "个字，现在有" + n + "个字",
              "At most " + bound + " characters; there are " + n};
    }
    case TextFault::control_character:
      return {"含有看不见的控制字符", "Contains invisible control characters"};
    case TextFault::invalid_utf8: break;
  }
  return {"文字编码不是UTF-8", "The text is not UTF-8"};
}

std::string_view code_of(TextFault fault) {
  constexpr std::array<std::string_view, 4> codes = {"too_short", "too_long", "control_character",
                                                     "invalid_utf8"};
  return codes[static_cast<std::size_t>(fault)];
}

/// Fields mostly come in the order they are described, so the search starts where the last ended.
std::size_t find_field(std::span<const FieldReader> fields, std::string_view name,
                       std::size_t hint) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t place = hint + i < fields.size() ? hint + i : hint + i - fields.size();
    if (fields[place].name == name) return place;
  }
  return fields.size();
}

}  // namespace

void read_object(const Source& from, std::span<const FieldReader> fields, void* target) {
  const auto* object = from.value.if_object();
  if (object == nullptr) return wrong_type(from, {"一组字段", "an object"});
  assert(fields.size() <= 64);
  std::uint64_t seen = 0;
  std::size_t hint = 0;
  for (const auto& member : *object) {
    const std::string_view name = view(member.key());
    const Path path{.up = &from.path, .name = name};
    const std::size_t place = find_field(fields, name, hint);
    if (place == fields.size()) {
      from.errors.add(path, "unknown_field", {"没有这一项", "There is no such field"});
      continue;
    }
    seen |= std::uint64_t{1} << place;
    hint = place + 1 < fields.size() ? place + 1 : 0;
    fields[place].read({member.value(), path, from.errors}, target);
  }
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].required && (seen >> i & 1) == 0)
      from.errors.add({.up = &from.path, .name = fields[i].name}, "missing",
                      {"缺少这一项", "This field is missing"});
}

void read_label(const Source& from, Text2s& target) {
  static constexpr auto fields = std::to_array<FieldReader>({
      {"zh", true, [](const Source& s, void* to) { read_text(s, static_cast<Text2s*>(to)->zh); }},
      {"en", true, [](const Source& s, void* to) { read_text(s, static_cast<Text2s*>(to)->en); }},
  });
  read_object(from, fields, &target);
}

void read_bool(const Source& from, bool& target) {
  if (const bool* truth = from.value.if_bool())
    target = *truth;
  else
    wrong_type(from, {"true或false", "true or false"});
}

void read_number(const Source& from, double& target) {
  if (!from.value.is_number()) return wrong_type(from, {"数字", "a number"});
  const double number = from.value.to_number<double>();
  if (!std::isfinite(number))
    return from.errors.add(from.path, "out_of_range", {"数字太大", "The number is too large"});
  // -0.0 would be spelt "-0", which comes back as the whole number 0.
  target = number + 0.0;
}

std::optional<std::int64_t> read_integer(const Source& from, std::int64_t least,
                                         std::int64_t most) {
  const std::int64_t* number = from.value.if_int64();
  if (number != nullptr && *number >= least && *number <= most) return *number;
  if (number == nullptr && !from.value.is_uint64()) {
    wrong_type(from, {"整数", "a whole number"});
    return std::nullopt;
  }
  from.errors.add(from.path, "out_of_range", {"数字超出范围", "The number is out of range"});
  return std::nullopt;
}

void read_text(const Source& from, std::string& target) {
  if (const auto* text = text_of(from)) target.assign(text->data(), text->size());
}

void read_bounded(const Source& from, std::size_t least, std::size_t most, std::string& target) {
  const auto* text = text_of(from);
  if (text == nullptr) return;
  auto tidied = tidy_text(view(*text), least, most);
  if (tidied)
    target = *std::move(tidied);
  else
    from.errors.add(from.path, code_of(tidied.error()),
                    sentence_of(tidied.error(), least, most, view(*text)));
}

void read_instant(const Source& from, Instant& target) {
  const auto* text = text_of(from);
  if (text == nullptr) return;
  if (const auto instant = parse_instant(view(*text)))
    target = *instant;
  else
    from.errors.add(
        from.path, "bad_time",
        {"时间应写成2026-11-24T13:05:00+08:00这样", "Write a time like 2026-11-24T13:05:00+08:00"});
}

void read_day(const Source& from, Day& target) {
  const auto* text = text_of(from);
  if (text == nullptr) return;
  if (const auto day = parse_day(view(*text)))
    target = *day;
  else
    from.errors.add(from.path, "bad_day",
                    {"日期应写成2026-11-24这样", "Write a day like 2026-11-24"});
}

std::optional<std::size_t> read_choice(const Source& from,
                                       std::span<const std::string_view> names) {
  const auto* text = text_of(from);
  if (text == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == view(*text)) return i;
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  from.errors.add(from.path, "unknown_value", {"只能是:" + all, "Must be one of: " + all});
  return std::nullopt;
}

void read_list(const Source& from, void* list, void* (*grow)(void* list), ReadInto read) {
  const auto* array = from.value.if_array();
  if (array == nullptr) return wrong_type(from, {"列表", "a list"});
  std::size_t index = 0;
  for (const auto& item : *array) {
    const Path path{.up = &from.path, .index = index++};
    read({item, path, from.errors}, grow(list));
  }
}

void read_map(const Source& from, void* map, void* (*grow)(void* map, std::string_view name),
              ReadInto read) {
  const auto* object = from.value.if_object();
  if (object == nullptr) return wrong_type(from, {"一组字段", "an object"});
  for (const auto& member : *object) {
    const Path path{.up = &from.path, .name = view(member.key())};
    read({member.value(), path, from.errors}, grow(map, path.name));
  }
}

std::vector<FieldError> read_document(std::string_view text, const JsonLimits& limits,
                                      ReadInto read, void* target) {
  Errors errors(limits.errors_max);
  // Most documents fit on the stack; a larger one goes on in the heap by itself.
  std::array<unsigned char, 4096> room;
  boost::json::monotonic_resource memory(room.data(), room.size());
  if (const auto tree = parse_tree(text, limits, &memory, errors)) {
    const Path root;
    read({*tree, root, errors}, target);
  }
  return errors.take();
}

}  // namespace mashang::json
