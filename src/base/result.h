// Result: a value, or the reason why there is none. An expected failure is a value that the caller
// must look at; exceptions are for faults (disk, network) only.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace mashang {

/// Marks the failure side when a Result is built, so that value and error may even be one type.
template <typename E>
struct Failure {
  E error;
};

template <typename E>
Failure(E) -> Failure<E>;

/// Either a T or an E, never both and never neither. Reading the wrong side is a bug (asserted).
template <typename T, typename E>
class [[nodiscard]] Result {
 public:
  Result(T value) : side_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure<E> failure) : side_(std::in_place_index<1>, std::move(failure.error)) {}

  explicit operator bool() const { return side_.index() == 0; }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(value()); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const E& error() const {
    assert(side_.index() == 1);
    return std::get<1>(side_);
  }

 private:
  const T& value() const {
    assert(side_.index() == 0);
    return std::get<0>(side_);
  }
  T& value() {
    assert(side_.index() == 0);
    return std::get<0>(side_);
  }

  std::variant<T, E> side_;
};

}  // namespace mashang
