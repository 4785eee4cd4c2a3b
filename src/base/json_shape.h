// The shape of a type, worked out once from its Boost.Describe members: what the reader, the writer
// and the schema agree on. Invariant: a type that has no shape here can be neither read nor
// written.
#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "base/bounded_text.h"
#include "base/id.h"
#include "base/text2.h"
#include "base/time.h"

namespace mashang {

/// JSON that is text already, such as a document that was stored; it is written as it stands.
struct RawJson {
  std::string text;
};

}  // namespace mashang

namespace mashang::json {

template <typename T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <typename T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <typename T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && (sizeof(T) >= 4);
template <typename T>
concept Label = std::same_as<T, Text2> || std::same_as<T, Text2s>;
template <typename T>
concept PlainText = std::same_as<T, std::string> || std::same_as<T, std::string_view>;

template <typename T>
inline constexpr bool kIsId = false;
template <typename Tag>
inline constexpr bool kIsId<Id<Tag>> = true;
template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool kIsVector = false;
template <typename T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <typename T>
inline constexpr bool kIsMap = false;
template <typename T>
inline constexpr bool kIsMap<std::map<std::string, T>> = true;
template <typename T>
inline constexpr bool kIsBoundedText = false;
template <std::size_t Least, std::size_t Most>
inline constexpr bool kIsBoundedText<BoundedText<Least, Most>> = true;

template <typename T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                         boost::describe::mod_inherited>;

template <typename T, typename Descriptor>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*Descriptor::pointer)>;

/// The full name of a type as the compiler spells it ("mashang::Page<mashang::desk::Card>").
template <typename T>
constexpr std::string_view type_name() {
  const std::string_view text = __PRETTY_FUNCTION__;
  const std::size_t start = text.find("T = ") + 4;
  const std::size_t end = text.find(';', start);
  return text.substr(start, (end == std::string_view::npos ? text.size() - 1 : end) - start);
}

/// The names of a described enum, in the order they were described.
template <DescribedEnum E>
inline constexpr auto kEnumerators = [] {
  using List = boost::describe::describe_enumerators<E>;
  struct Row {
    E value;
    std::string_view name;
  };
  std::array<Row, boost::mp11::mp_size<List>::value> rows{};
  std::size_t next = 0;
  boost::mp11::mp_for_each<List>([&](auto d) { rows[next++] = {d.value, d.name}; });
  return rows;
}();

template <DescribedEnum E>
inline constexpr auto kEnumNames = [] {
  std::array<std::string_view, kEnumerators<E>.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kEnumerators<E>[i].name;
  return names;
}();

enum class Kind {
  object,
  list,
  map,
  text,
  integer,
  number,
  boolean,
  instant,
  day,
  choice,
  label,
  any
};

struct Shape;

struct FieldShape {
  std::string_view name;
  bool required;
  const Shape& (*shape)();
};

/// Everything a schema needs to know of a type. Only what the kind asks for is filled in.
struct Shape {
  Kind kind;
  std::string_view type = {};
  std::span<const FieldShape> fields = {};
  std::span<const std::string_view> names = {};
  const Shape& (*item)() = nullptr;
  std::size_t least = 0;
  std::size_t most = std::numeric_limits<std::size_t>::max();
};

template <typename T>
const Shape& shape_of();

template <DescribedStruct T>
inline constexpr auto kFieldShapes = [] {
  std::array<FieldShape, boost::mp11::mp_size<Members<T>>::value> fields{};
  std::size_t next = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto d) {
    using M = MemberType<T, decltype(d)>;
    fields[next++] = {d.name, !kIsOptional<M>, &shape_of<M>};
  });
  return fields;
}();

template <typename T>
constexpr Shape make_shape() {
  if constexpr (std::same_as<T, bool>)
    return {.kind = Kind::boolean};
  else if constexpr (Integer<T> || kIsId<T>)
    return {.kind = Kind::integer};
  else if constexpr (std::same_as<T, double>)
    return {.kind = Kind::number};
  else if constexpr (PlainText<T>)
    return {.kind = Kind::text};
  else if constexpr (std::same_as<T, Instant>)
    return {.kind = Kind::instant};
  else if constexpr (std::same_as<T, Day>)
    return {.kind = Kind::day};
  else if constexpr (Label<T>)
    return {.kind = Kind::label};
  else if constexpr (std::same_as<T, RawJson>)
    return {.kind = Kind::any};
  else if constexpr (kIsBoundedText<T>)
    return {.kind = Kind::text, .least = T::kLeast, .most = T::kMost};
  else if constexpr (kIsVector<T>)
    return {.kind = Kind::list, .item = &shape_of<typename T::value_type>};
  else if constexpr (kIsMap<T>)
    return {.kind = Kind::map, .item = &shape_of<typename T::mapped_type>};
  else if constexpr (DescribedEnum<T>)
    return {.kind = Kind::choice, .type = type_name<T>(), .names = kEnumNames<T>};
  else if constexpr (DescribedStruct<T>)
    return {.kind = Kind::object, .type = type_name<T>(), .fields = kFieldShapes<T>};
  else
    static_assert(!sizeof(T), "this type has no JSON: describe it with BOOST_DESCRIBE_STRUCT");
}

/// The shape of T; an optional has the shape of what it may hold.
template <typename T>
const Shape& shape_of() {
  if constexpr (kIsOptional<T>) {
    return shape_of<typename T::value_type>();
  } else {
    static constexpr Shape shape = make_shape<T>();
    return shape;
  }
}

}  // namespace mashang::json
