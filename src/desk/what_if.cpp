// Each case is loaded once, because what a limit depends on stands in it.
#include "desk/what_if.h"

#include <algorithm>

#include "cases/decide.h"
#include "rules/clocks.h"
#include "store/case_store.h"
#include "store/clock_store.h"

namespace mashang::desk {
namespace {

using cases::ClockRun;
using store::Connection;

constexpr std::size_t kShownMax = 200;

/// Nothing found yet, over the calendar month before the one of this day.
WhatIf over_last_month(Day today) {
  const std::chrono::year_month_day date{today};
  const std::chrono::year_month month = date.year() / date.month() - std::chrono::months{1};
  return {.month_from = Day{month / 1}, .month_to = Day{month / std::chrono::last}};
}

FigureIf& figure_of(WhatIf& found, rules::Clock clock) {
  const auto row = std::ranges::find(found.figures, clock, &FigureIf::clock);
  if (row != found.figures.end()) return *row;
  return found.figures.emplace_back(FigureIf{.clock = clock});
}

struct Comparison {
  const Desk& desk;
  const rules::Rulebook& draft;
  Instant now;
  WhatIf& found;

  void look_at(const cases::Case& standing) const {
    for (const ClockRun& run : cases::head_of(standing).clocks) {
      if (rules::is_window(run.clock)) continue;
      const auto due = cases::due_under(standing, run, draft, desk.city.days());
      if (!due) continue;
      if (run.running()) compare_running(standing, run, due->at);
      const Day day = day_of(run.started_at);
      if (day >= found.month_from && day <= found.month_to) count(run, due->at);
    }
  }

  void compare_running(const cases::Case& standing, const ClockRun& run, Instant due) const {
    ++found.open_count;
    if (due == run.due_at) return;
    ++found.moved_count;
    const cases::CaseHead& head = cases::head_of(standing);
    if (found.moved.size() < kShownMax)
      found.moved.push_back({head.kind, head.id, head.number, run.clock, run.due_at, due});
  }

  void count(const ClockRun& run, Instant due) const {
    FigureIf& figure = figure_of(found, run.clock);
    ++figure.run_count;
    figure.late_count += run.late(now) ? 1 : 0;
    figure.would_be_late_count += run.stopped_at.value_or(now) > due ? 1 : 0;
  }
};

}  // namespace

WhatIf what_if(Desk& desk, const rules::Rulebook& draft) {
  const Instant now = desk.now();
  WhatIf found = over_last_month(day_of(now));
  const Comparison comparison{desk, draft, now, found};
  desk.database.read([&](Connection& connection) {
    for (const store::CaseRef& ref :
         store::cases_with_clocks(connection, start_of(found.month_from), end_of(found.month_to)))
      if (const auto standing = store::load_case(connection, ref.kind, ref.id))
        comparison.look_at(*standing);
    return true;
  });
  std::ranges::sort(found.figures, {}, &FigureIf::clock);
  return found;
}

}  // namespace mashang::desk
