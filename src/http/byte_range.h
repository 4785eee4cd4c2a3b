// Ranges of bytes, as players ask for a film piece by piece (RFC 9110, 14.2). Invariant: a range
// that is given lies within what there is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mashang::http {

struct ByteRange {
  std::int64_t from = 0;
  std::int64_t size = 0;
};

/// What of `total` bytes the header asks for. Nothing when it asks for several or says nothing we
/// know, and then all is sent; `beyond` is 416.
struct RangeAsked {
  std::optional<ByteRange> range;
  bool beyond = false;
};
RangeAsked read_range(std::string_view header, std::int64_t total);

/// "bytes 0-99/1234"
std::string content_range(const ByteRange& range, std::int64_t total);

}  // namespace mashang::http
