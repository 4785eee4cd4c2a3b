// Writing JSON straight into a string. Invariant: what is written is valid JSON as long as its
// texts are valid UTF-8, and an absent optional leaves no trace.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "base/json_shape.h"

namespace mashang {

template <class T>
void write_json(std::string& out, const T& value);

namespace json {

void write_text(std::string& out, std::string_view text);
void write_number(std::string& out, double number);
void write_instant(std::string& out, Instant instant);
void write_label(std::string& out, std::string_view zh, std::string_view en);

template <Integer T>
void write_integer(std::string& out, T number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

/// `,"name":` as it stands in the output, made at compile time.
template <typename Descriptor>
inline constexpr auto kKeyText = [] {
  constexpr std::string_view name = Descriptor::name;
  std::array<char, name.size() + 4> text{};
  text[0] = ',';
  text[1] = '"';
  for (std::size_t i = 0; i < name.size(); ++i) text[i + 2] = name[i];
  text[name.size() + 2] = '"';
  text[name.size() + 3] = ':';
  return text;
}();

/// Ends what started at `start`: each member wrote a comma before itself, and the first comma
/// becomes the opening bracket. That spares a "was there one before?" per member.
inline void close_bracket(std::string& out, std::size_t start, char open, char close) {
  if (out.size() == start)
    out += open;
  else
    out[start] = open;
  out += close;
}

template <DescribedStruct T>
void write_object(std::string& out, const T& value) {
  const std::size_t start = out.size();
  boost::mp11::mp_for_each<Members<T>>([&](auto d) {
    using D = decltype(d);
    const auto& member = value.*D::pointer;
    if constexpr (kIsOptional<MemberType<T, D>>) {
      if (!member) return;
    }
    out.append(kKeyText<D>.data(), kKeyText<D>.size());
    write_json(out, member);
  });
  close_bracket(out, start, '{', '}');
}

template <typename T>
void write_list(std::string& out, const std::vector<T>& list) {
  const std::size_t start = out.size();
  for (const T& item : list) {
    out += ',';
    write_json(out, item);
  }
  close_bracket(out, start, '[', ']');
}

template <typename T>
void write_map(std::string& out, const std::map<std::string, T>& map) {
  const std::size_t start = out.size();
  for (const auto& [name, item] : map) {
    out += ',';
    write_text(out, name);
    out += ':';
    write_json(out, item);
  }
  close_bracket(out, start, '{', '}');
}

/// The described name of an enumerator; "" for a number that names none.
template <DescribedEnum E>
constexpr std::string_view enum_name(E value) {
  const auto& rows = kEnumerators<E>;
  // Most enums count up from 0, so the value is its own place in the table.
  const auto place = static_cast<std::size_t>(value);
  if (place < rows.size() && rows[place].value == value) return rows[place].name;
  for (const auto& row : rows)
    if (row.value == value) return row.name;
  return {};
}

template <DescribedEnum E>
void write_choice(std::string& out, E value) {
  out += '"';
  out += enum_name(value);
  out += '"';
}

}  // namespace json

/// Appends `value` to `out`.
template <class T>
void write_json(std::string& out, const T& value) {
  if constexpr (std::same_as<T, bool>)
    out += value ? "true" : "false";
  else if constexpr (json::Integer<T>)
    json::write_integer(out, value);
  else if constexpr (json::kIsId<T>)
    json::write_integer(out, value.value);
  else if constexpr (std::same_as<T, double>)
    json::write_number(out, value);
  else if constexpr (json::PlainText<T>)
    json::write_text(out, value);
  else if constexpr (json::kIsBoundedText<T>)
    json::write_text(out, value.value);
  else if constexpr (std::same_as<T, Instant>)
    json::write_instant(out, value);
  else if constexpr (std::same_as<T, Day>)
    json::write_text(out, format_day(value));
  else if constexpr (json::Label<T>)
    json::write_label(out, value.zh, value.en);
  else if constexpr (std::same_as<T, RawJson>)
    out += value.text;
  else if constexpr (json::kIsVector<T>)
    json::write_list(out, value);
  else if constexpr (json::kIsMap<T>)
    json::write_map(out, value);
  else if constexpr (json::kIsOptional<T>)
    value ? write_json(out, *value) : void(out += "null");
  else if constexpr (json::DescribedEnum<T>)
    json::write_choice(out, value);
  else if constexpr (json::DescribedStruct<T>)
    json::write_object(out, value);
  else
    static_assert(!sizeof(T), "this type has no JSON: describe it with BOOST_DESCRIBE_STRUCT");
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  out.reserve(512);
  write_json(out, value);
  return out;
}

}  // namespace mashang
