// A cursor is "<due in ms>.<id>"; whoever makes one up gets another page of what he may see anyway.
#include "http/paging.h"

namespace mashang::http {
namespace {

constexpr int kLimitUsual = 20;
constexpr int kLimitMost = 100;

std::optional<desk::QueuePlace> place_of(std::string_view cursor) {
  const std::size_t dot = cursor.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto due = positive_number(cursor.substr(0, dot));
  const auto id = positive_number(cursor.substr(dot + 1));
  if (!due || !id) return std::nullopt;
  return desk::QueuePlace{instant_from_millis(*due), *id};
}

}  // namespace

Result<int, std::string_view> limit_asked(const Request& request) {
  const auto limit = request.query("limit");
  if (!limit) return kLimitUsual;
  const auto number = positive_number(*limit);
  if (!number || *number > kLimitMost) return Failure{std::string_view("bad_limit")};
  return int(*number);
}

Result<PageAsked, std::string_view> page_asked(const Request& request) {
  const auto limit = limit_asked(request);
  if (!limit) return Failure{limit.error()};
  PageAsked asked{.after = {}, .limit = *limit};
  if (const auto cursor = request.query("cursor")) {
    asked.after = place_of(*cursor);
    if (!asked.after) return Failure{std::string_view("bad_cursor")};
  }
  return asked;
}

std::string cursor_of(const desk::QueuePlace& place) {
  return std::to_string(millis_of(place.next_due)) + "." + std::to_string(place.id);
}

}  // namespace mashang::http
