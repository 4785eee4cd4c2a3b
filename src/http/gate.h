// The gate: what every request of a person goes through before a route sees it, and the words of
// what the API refuses by itself.
#pragma once

#include "http/app.h"

namespace mashang::http {

/// A refusal of the API, named by its code; the table is in gate.cpp.
Response refuse(const Request& request, std::string_view code);
/// 429 with Retry-After.
Response refuse_for(const Request& request, std::string_view code, std::chrono::seconds wait);

/// 503 when it was the store that failed; nothing for a bug.
std::optional<Response> answer_to_fault(const std::exception& fault, Language language);

}  // namespace mashang::http
