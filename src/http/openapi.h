// OpenAPI 3.1 from the route table: one source for what is served and what is described.
#pragma once

#include <string>
#include <string_view>

#include "http/route.h"

namespace mashang::http {

/// The whole description as JSON text; made once at start. Throws std::logic_error when two
/// different types would stand under one name.
std::string openapi_text(const RouteTable& table, std::string_view version);

}  // namespace mashang::http
