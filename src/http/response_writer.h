// The head of an answer, as bytes. Here, and nowhere else, stand the headers that protect people's
// browsers, so no answer leaves without them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/response.h"

namespace mashang::http {

/// The fixed headers of every answer. Strict-Transport-Security only when the public address is
/// https: on a plain-http demo it would lock people out.
std::string security_headers(bool https);

/// "Date: Tue, 24 Nov 2026 05:05:00 GMT\r\n".
std::string date_header(std::int64_t unix_seconds);

struct HeadContext {
  std::string_view date;
  std::string_view security;
  bool keep_alive;
};

/// The bytes a body has, or would have for HEAD.
std::size_t size_of_body(const Response& response);

void write_head(std::string& out, const Response& response, const HeadContext& context);

}  // namespace mashang::http
