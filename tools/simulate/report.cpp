// Plain lines, so that a breach can be copied into a letter.
#include "simulate/report.h"

#include <sys/resource.h>

#include <iomanip>
#include <ostream>

#include "base/json.h"
#include "rules/clocks.h"
#include "rules/lifecycle.h"

namespace mashang::simulate {
namespace {

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

std::int64_t rate(std::int64_t count, double seconds) {
  return seconds > 0 ? std::int64_t(double(count) / seconds) : 0;
}

void print_missing(std::ostream& out, rules::CaseKind kind, const Told& told) {
  for (const rules::Transition& row : rules::lifecycle_of(kind))
    if (!told.rows.contains(&row))
      out << "  not taken: " << json::enum_name(kind) << " " << json::enum_name(row.from) << " "
          << json::enum_name(row.action) << "\n";
}

}  // namespace

void print_invariants(std::ostream& out, const Inspector& inspector) {
  std::int64_t sum = 0;
  for (const Counted& one : inspector.counts()) {
    if (one.checks_count == 0) continue;
    out << std::setw(12) << one.checks_count << "  " << one.name << "\n";
    sum += one.checks_count;
  }
  out << "simulate: " << inspector.counts().size() << " invariants, checked " << sum
      << " times, none broken\n";
}

void print_reach(std::ostream& out, const Told& told) {
  std::size_t rows = 0;
  for (const auto& kind : json::kEnumerators<rules::CaseKind>) {
    rows += rules::lifecycle_of(kind.value).size();
    print_missing(out, kind.value, told);
  }
  out << "simulate: " << told.rows.size() << " of " << rows << " rows of the tables taken, "
      << told.codes.size() << " kinds of refusal met\n";
}

void print_breach(std::ostream& out, std::uint64_t seed, int weeks, const Life& life,
                  const std::string& invariant, std::int64_t case_id, const std::string& what) {
  out << "BROKEN: " << invariant << "\n  " << what << "\n  seed " << seed << ", step "
      << life.told().steps_count << ", " << format_instant(life.now()) << ", case " << case_id
      << "\n"
      << life.history().timeline(case_id) << "To live it again: simulate --seed " << seed
      << " --weeks " << weeks << "\n";
}

void print_year(std::ostream& out, const YearPlan& plan, const YearTold& told, double seconds) {
  out << "On time, by clock:\n";
  for (const auto& clock : json::kEnumerators<rules::Clock>) {
    const OnTime& on_time = told.on_time[std::size_t(clock.value)];
    if (rules::is_window(clock.value) || on_time.runs_count == 0) continue;
    out << std::setw(12) << on_time.runs_count << "  " << clock.name << ": " << std::fixed
        << std::setprecision(1)
        << 100.0 * double(on_time.in_time_count) / double(on_time.runs_count) << " %\n";
  }
  out << "How the cases ended:\n";
  for (const auto& state : json::kEnumerators<rules::State>)
    if (const auto count = told.ends[std::size_t(state.value)])
      out << std::setw(12) << count << "  " << state.name << "\n";
  out << "simulate: the year " << plan.year << ": " << told.orders_count << " orders, "
      << told.cases_count << " cases, " << told.events_count << " events, " << told.decisions_count
      << " decisions (" << told.refused_count << " refused), " << told.due_times_count
      << " due times, " << told.left_open_count << " cases still open, " << told.open_most
      << " open at most\n"
      << "simulate: " << std::setprecision(2) << seconds << " s of one core, "
      << rate(told.orders_count, seconds) << " orders/s, " << rate(told.events_count, seconds)
      << " events/s, " << rate(told.decisions_count, seconds) << " decisions/s, "
      << std::int64_t(peak_megabytes()) << " MB at most\n";
}

}  // namespace mashang::simulate
