// spdlog writes; the fields are put together here so that every line is valid JSON.
#include "http/log.h"

#include <memory>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/json_writer.h"

namespace mashang::http {
namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
  switch (level) {
    case LogLevel::debug: return spdlog::level::debug;
    case LogLevel::info: return spdlog::level::info;
    case LogLevel::warn: return spdlog::level::warn;
    case LogLevel::error: return spdlog::level::err;
    case LogLevel::off: break;
  }
  return spdlog::level::off;
}

spdlog::logger& logger() {
  static const auto instance = [] {
    auto made = std::make_shared<spdlog::logger>("mashang",
                                                 std::make_shared<spdlog::sinks::stdout_sink_mt>());
    made->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})");
    made->flush_on(spdlog::level::warn);
    return made;
  }();
  return *instance;
}

void write(LogLevel level, const std::string& fields) {
  // As an argument, not as the format: a brace in a detail means nothing.
  logger().log(spdlog_level(level), "{}", fields);
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (!out.empty()) out += ',';
  json::write_text(out, name);
  out += ':';
  json::write_text(out, value);
}

void append_field(std::string& out, std::string_view name, std::int64_t value) {
  out += ',';
  json::write_text(out, name);
  out += ':';
  out += std::to_string(value);
}

}  // namespace

void set_log_level(LogLevel level) { logger().set_level(spdlog_level(level)); }

bool logs(LogLevel level) { return logger().should_log(spdlog_level(level)); }

void log_event(LogLevel level, std::string_view event, std::string_view detail) {
  if (!logs(level)) return;
  std::string fields;
  append_field(fields, "event", event);
  if (!detail.empty()) append_field(fields, "detail", detail);
  write(level, fields);
}

LogLevel level_of(const RequestRecord& record) {
  if (record.status >= 500) return LogLevel::error;
  return record.took > std::chrono::seconds(1) ? LogLevel::warn : LogLevel::info;
}

void log_request(const RequestRecord& record) {
  std::string fields;
  append_field(fields, "event", "request");
  append_field(fields, "method", record.method);
  append_field(fields, "route", record.route);
  append_field(fields, "status", std::int64_t{record.status});
  append_field(fields, "us", std::int64_t{record.took.count()});
  append_field(fields, "bytes", static_cast<std::int64_t>(record.size));
  append_field(fields, "trace", record.trace.id());
  write(level_of(record), fields);
}

void log_fault(std::string_view what, const Trace& trace) {
  std::string fields;
  append_field(fields, "event", "fault");
  append_field(fields, "detail", what);
  append_field(fields, "trace", trace.id());
  write(LogLevel::error, fields);
}

}  // namespace mashang::http
