// W3C Trace Context: the thread that ties one person's click to every line written because of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mashang::http {

struct Trace {
  std::uint64_t id_high = 0;
  std::uint64_t id_low = 0;
  std::uint64_t span = 0;

  /// The 32 hexadecimal digits of the trace, which a person can read out on the telephone.
  std::string id() const;
  /// As a header for whoever is asked next.
  std::string header() const;
};

/// The caller's trace with a span of ours, or a new one when `traceparent` is absent or malformed.
Trace trace_of(std::string_view traceparent);

}  // namespace mashang::http
