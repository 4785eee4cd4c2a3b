// The JSON body of a request as a described value, or the problem to answer with.
#pragma once

#include "base/json_reader.h"
#include "http/problem.h"
#include "http/request.h"

namespace mashang::http {

/// Whether the body claims to be JSON.
bool sends_json(const Request& request);

template <typename T>
Result<T, Response> read_body(const Request& request) {
  if (!sends_json(request)) return Failure{problem(415, "json_expected", request.language())};
  auto value = read_json<T>(request.body);
  if (!value) return Failure{problem(unreadable(value.error()), request.language())};
  return *std::move(value);
}

}  // namespace mashang::http
