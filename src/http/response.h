// Response: what a handler answers. Length, date, connection and security headers are the engine's
// business, so a handler can't forget them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"

namespace mashang::http {

class LiveStream;

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kProblemJson = "application/problem+json";

struct Response {
  int status = 200;
  std::string_view type = {};  // must live as long as the program: a literal or a table's text
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  /// Bytes many answers share (a file of the pages); sent instead of `body` when set.
  std::shared_ptr<const std::string> shared_body = {};
  /// Set for Server-Sent Events: after the head, what the stream brings is sent until it ends.
  std::shared_ptr<LiveStream> stream = {};

  Response& with(std::string name, std::string value) & {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  Response&& with(std::string name, std::string value) && {
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
  }
};

/// A described value as JSON. Answers of the API are for the asker alone, so nobody keeps them.
template <typename T>
Response json(int status, const T& value) {
  Response response{.status = status, .type = kJson};
  response.body.reserve(512);
  write_json(response.body, value);
  return response;
}

/// JSON that is text already.
Response json_text(int status, std::string text);
Response no_content();
Response redirect(std::string location);
/// Bytes under a media type, such as an attachment or a QR code.
Response bytes(std::string_view type, std::string body);

/// `"7"`, as ETag and If-Match carry a version.
std::string version_tag(std::int64_t version);
/// `"7-1a2b..."`: one text of a case at that version. As If-Match it says the version.
std::string view_tag(std::int64_t version, std::string_view digest);

/// The reason phrase of a status.
std::string_view reason_of(int status);

}  // namespace mashang::http
