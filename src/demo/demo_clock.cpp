// A working day is moved by the calendar: a Friday afternoon becomes the Monday's.
#include "base/machine_time.h"
#include "calendar/due.h"
#include "demo/demo.h"
#include "store/setting_store.h"

namespace mashang::demo {
namespace {

constexpr std::string_view kOffset = "demo_clock_offset_millis";

std::optional<Instant> moved(Instant now, std::string_view step,
                             const calendar::WorkingDays& days) {
  if (step == "1 hour") return now + std::chrono::hours(1);
  if (step == "1 day") return now + std::chrono::days(1);
  if (step != "1 working day") return std::nullopt;
  return calendar::due_of(now, {24, calendar::Unit::hours}, calendar::Mode::A, days).at;
}

}  // namespace

DemoClock::DemoClock(store::Database& database) : database_(database) {
  const auto kept = database.read(
      [](store::Connection& connection) { return store::find_setting(connection, kOffset); });
  if (kept) offset_millis_ = std::stoll(*kept);
}

Instant DemoClock::now() const {
  return machine_now() + std::chrono::milliseconds(offset_millis_.load());
}

std::optional<Instant> DemoClock::advance(std::string_view step,
                                          const calendar::WorkingDays& days) {
  const auto to = moved(now(), step, days);
  if (!to) return std::nullopt;
  const std::int64_t offset = (*to - machine_now()).count();
  desk::written(database_.write([offset](store::Connection& connection) {
    store::put_setting(connection, kOffset, std::to_string(offset));
    return true;
  }));
  offset_millis_ = offset;
  return now();
}

}  // namespace mashang::demo
