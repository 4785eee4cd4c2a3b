// Demo: a city with sample people whose passwords everybody knows, a few weeks of history, and a
// clock that a visitor may move. Invariant: nothing here runs unless `mashang demo` was asked for.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>

#include "desk/desk.h"

namespace mashang::demo {

inline constexpr std::string_view kDemoPassword = "hengyang-demo";

/// The time of the demo: the machine's, moved forward by what visitors asked for. The offset is
/// kept in the store, so that a restart does not turn time back.
class DemoClock {
 public:
  explicit DemoClock(store::Database& database);

  Instant now() const;
  /// Moves by "1 hour", "1 day" or "1 working day"; nothing when it is none of these.
  std::optional<Instant> advance(std::string_view step, const calendar::WorkingDays& days);

 private:
  store::Database& database_;
  std::atomic<std::int64_t> offset_millis_{0};
};

/// Fills an empty store: the city, everybody's password, the stories of `stories` (none: only
/// people). False when the store was filled before.
bool fill(desk::Desk& desk, const std::optional<std::filesystem::path>& stories);

/// The same for a folder that nobody has open. Its hundreds of steps don't wait for the disk one by
/// one: a power cut in the midst of it leaves a demo that lacks its last stories.
void fill_folder(const std::filesystem::path& folder, const desk::City& city,
                 const std::optional<std::filesystem::path>& stories);

/// Who can be signed in as whom, those who have something to do first, and which codes to scan:
/// JSON of GET /api/v1/demo.
std::string guide_json(desk::Desk& desk);
/// The same for a terminal.
std::string guide_text(desk::Desk& desk, const std::string& url);

}  // namespace mashang::demo
