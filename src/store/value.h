// Value: what a placeholder can be bound to. Every type of ours that may stand in a row is turned
// into one of four here, and Row (connection.h) turns it back.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/id.h"
#include "base/json_writer.h"
#include "base/time.h"

namespace mashang::store {

/// The enumerator of that name, as rows and JSON spell it; nothing when there is none.
template <json::DescribedEnum E>
std::optional<E> named(std::string_view name) {
  for (const auto& row : json::kEnumerators<E>) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

/// Empty is SQL's null. The text is borrowed until the statement has run.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

template <typename T>
concept WholeNumber = std::integral<T>;  // bool as 0 and 1

template <typename T>
concept Named = json::DescribedEnum<T>;  // stored by its enumerator's name, as in JSON

template <WholeNumber T>
Value value_of(T number) {
  return static_cast<std::int64_t>(number);
}
inline Value value_of(std::string_view text) { return text; }
template <std::same_as<Value> V>
Value value_of(const V& value) {
  return value;
}
inline Value value_of(Instant instant) { return millis_of(instant); }

/// An id that is none yet is null, so that a reference to nothing is one in the schema too.
template <typename Tag>
Value value_of(Id<Tag> id) {
  return id ? Value(id.value) : Value{};
}

template <Named E>
Value value_of(E enumerator) {
  return json::enum_name(enumerator);
}

template <typename T>
Value value_of(const std::optional<T>& maybe) {
  return maybe ? value_of(*maybe) : Value{};
}

}  // namespace mashang::store
