// One range is read; a list of them is a way to make a server work that no player needs.
#include "http/byte_range.h"

#include <algorithm>
#include <charconv>

namespace mashang::http {
namespace {

constexpr std::string_view kUnit = "bytes=";

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 0)
    return std::nullopt;
  return number;
}

RangeAsked last_bytes(std::int64_t count, std::int64_t total) {
  if (count == 0) return {.range = {}, .beyond = true};
  const std::int64_t size = std::min(count, total);
  return {.range = ByteRange{total - size, size}};
}

}  // namespace

RangeAsked read_range(std::string_view header, std::int64_t total) {
  if (!header.starts_with(kUnit) || header.find(',') != std::string_view::npos) return {};
  const std::string_view range = header.substr(kUnit.size());
  const std::size_t stroke = range.find('-');
  if (stroke == std::string_view::npos) return {};
  const auto first = number_of(range.substr(0, stroke));
  const auto last = number_of(range.substr(stroke + 1));
  if (stroke == 0) return last ? last_bytes(*last, total) : RangeAsked{};
  if (!first || (!last && stroke + 1 < range.size()) || (last && *last < *first)) return {};
  if (*first >= total) return {.range = {}, .beyond = true};
  const std::int64_t end = std::min(last.value_or(total - 1), total - 1);
  return {.range = ByteRange{*first, end - *first + 1}};
}

std::string content_range(const ByteRange& range, std::int64_t total) {
  return "bytes " + std::to_string(range.from) + "-" + std::to_string(range.from + range.size - 1) +
         "/" + std::to_string(total);
}

}  // namespace mashang::http
