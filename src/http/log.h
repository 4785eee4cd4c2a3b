// The log: JSON, one line per event, to standard output. Invariant: no personal data. A request is
// told by its route's pattern, never by its address, query, body, cookie or client.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "http/trace.h"

namespace mashang::http {

enum class LogLevel { debug, info, warn, error, off };

/// Once, at start. Also the level from which requests are worth their line.
void set_log_level(LogLevel level);
bool logs(LogLevel level);

/// One event with an optional plain detail ("address already in use").
void log_event(LogLevel level, std::string_view event, std::string_view detail = {});

struct RequestRecord {
  std::string_view method;
  std::string_view route;  // the pattern, or "-" when there was none
  int status;
  std::chrono::microseconds took;
  std::size_t size;
  Trace trace;
};

/// Server errors are errors, what took over a second is a warning, the rest is information.
LogLevel level_of(const RequestRecord& record);
void log_request(const RequestRecord& record);

/// What a handler threw: with the trace, so that the person's report finds it.
void log_fault(std::string_view what, const Trace& trace);

}  // namespace mashang::http
