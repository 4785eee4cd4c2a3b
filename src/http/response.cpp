// Answers of the usual kinds.
#include "http/response.h"

#include <array>

namespace mashang::http {
namespace {

struct Reason {
  int status;
  std::string_view text;
};

constexpr auto kReasons = std::to_array<Reason>({
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
});

}  // namespace

Response json_text(int status, std::string text) {
  return {.status = status, .type = kJson, .body = std::move(text)};
}

Response no_content() { return {.status = 204}; }

Response redirect(std::string location) {
  Response response{.status = 302};
  response.with("Location", std::move(location));
  return response;
}

Response bytes(std::string_view type, std::string body) {
  return {.type = type, .body = std::move(body)};
}

std::string version_tag(std::int64_t version) { return '"' + std::to_string(version) + '"'; }

std::string view_tag(std::int64_t version, std::string_view digest) {
  return '"' + std::to_string(version) + '-' + std::string(digest.substr(0, 16)) + '"';
}

std::string_view reason_of(int status) {
  for (const Reason& reason : kReasons)
    if (reason.status == status) return reason.text;
  return "Status";
}

}  // namespace mashang::http
