// Reading JSON into described types. Invariant: a value is given out only when nothing at all was
// wrong with the document; otherwise every error is named at once, each with its path.
// The parser itself stays in json_reader.cpp, so that this header is cheap to include.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "base/json_error.h"
#include "base/json_shape.h"
#include "base/result.h"

namespace mashang {
namespace json {

using Value = boost::json::value;

/// Where a value is being read from: the value, its path, and where to say what is wrong with it.
struct Source {
  const Value& value;
  const Path& path;
  Errors& errors;
};

using ReadInto = void (*)(const Source& from, void* target);

struct FieldReader {
  std::string_view name;
  bool required;
  ReadInto read;
};

void read_object(const Source& from, std::span<const FieldReader> fields, void* target);
void read_label(const Source& from, Text2s& target);
void read_bool(const Source& from, bool& target);
void read_number(const Source& from, double& target);
void read_text(const Source& from, std::string& target);
void read_bounded(const Source& from, std::size_t least, std::size_t most, std::string& target);
void read_instant(const Source& from, Instant& target);
void read_day(const Source& from, Day& target);
std::optional<std::int64_t> read_integer(const Source& from, std::int64_t least, std::int64_t most);
/// The place of the text among `names`.
std::optional<std::size_t> read_choice(const Source& from, std::span<const std::string_view> names);
/// Calls `read` for each item, after `grow` has made room for it.
void read_list(const Source& from, void* list, void* (*grow)(void* list), ReadInto read);
void read_map(const Source& from, void* map, void* (*grow)(void* map, std::string_view name),
              ReadInto read);

/// Parses and reads a whole document; the errors, none when `target` is complete.
std::vector<FieldError> read_document(std::string_view text, const JsonLimits& limits,
                                      ReadInto read, void* target);

template <typename T>
void read_value(const Source& from, void* target);

template <typename T, typename Descriptor>
void read_member(const Source& from, void* target) {
  read_value<MemberType<T, Descriptor>>(from, &(static_cast<T*>(target)->*Descriptor::pointer));
}

template <DescribedStruct T>
inline constexpr auto kFieldReaders = [] {
  std::array<FieldReader, boost::mp11::mp_size<Members<T>>::value> fields{};
  std::size_t next = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto d) {
    using D = decltype(d);
    fields[next++] = {D::name, !kIsOptional<MemberType<T, D>>, &read_member<T, D>};
  });
  return fields;
}();

template <Integer T>
void read_integer_into(const Source& from, T& target) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  constexpr bool kWide = sizeof(T) == 8;
  constexpr auto least = std::is_signed_v<T> ? std::int64_t(std::numeric_limits<T>::min()) : 0;
  constexpr auto most = kWide ? kMost : std::int64_t(std::numeric_limits<T>::max());
  if (const auto number = read_integer(from, least, most)) target = static_cast<T>(*number);
}

template <typename T>
void read_list_of(const Source& from, std::vector<T>& list) {
  const auto grow = [](void* all) -> void* {
    return &static_cast<std::vector<T>*>(all)->emplace_back();
  };
  read_list(from, &list, grow, &read_value<T>);
}

template <typename T>
void read_map_of(const Source& from, std::map<std::string, T>& map) {
  const auto grow = [](void* all, std::string_view name) -> void* {
    return &(*static_cast<std::map<std::string, T>*>(all))[std::string(name)];
  };
  read_map(from, &map, grow, &read_value<T>);
}

template <typename T>
void read_value(const Source& from, void* target) {
  T& value = *static_cast<T*>(target);
  if constexpr (std::same_as<T, bool>)
    read_bool(from, value);
  else if constexpr (Integer<T>)
    read_integer_into(from, value);
  else if constexpr (kIsId<T>)
    read_integer_into(from, value.value);
  else if constexpr (std::same_as<T, double>)
    read_number(from, value);
  else if constexpr (std::same_as<T, std::string>)
    read_text(from, value);
  else if constexpr (kIsBoundedText<T>)
    read_bounded(from, T::kLeast, T::kMost, value.value);
  else if constexpr (std::same_as<T, Instant>)
    read_instant(from, value);
  else if constexpr (std::same_as<T, Day>)
    read_day(from, value);
  else if constexpr (std::same_as<T, Text2s>)
    read_label(from, value);
  else if constexpr (kIsVector<T>)
    read_list_of(from, value);
  else if constexpr (kIsMap<T>)
    read_map_of(from, value);
  else if constexpr (kIsOptional<T>)
    read_value<typename T::value_type>(from, &value.emplace());
  else if constexpr (DescribedEnum<T>) {
    if (const auto place = read_choice(from, kEnumNames<T>)) value = kEnumerators<T>[*place].value;
  } else if constexpr (DescribedStruct<T>)
    read_object(from, kFieldReaders<T>, &value);
  else
    static_assert(!sizeof(T), "this type can't be read: describe it, and own its texts");
}

}  // namespace json

/// Reads a whole document into a T, or says everything that is wrong with it.
template <class T>
Result<T, std::vector<FieldError>> read_json(std::string_view text, const JsonLimits& limits = {}) {
  T value{};
  auto errors = json::read_document(text, limits, &json::read_value<T>, &value);
  if (!errors.empty()) return Failure{std::move(errors)};
  return value;
}

}  // namespace mashang
