// What a due time costs: five working days over the longest holiday of 2026, each unit and mode,
// and a batch of lines. The figure to hold is 1 µs for a due time.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

#include "calendar/calendar_file.h"
#include "calendar/due.h"
#include "calendar/due_batch.h"

namespace {

using namespace mashang;
using namespace mashang::calendar;

WorkingDays shipped() {
  std::vector<Notice> all;
  for (int year = 2019; year <= 2026; ++year) {
    std::ifstream file{MASHANG_ROOT "/data/calendar/" + std::to_string(year) + ".json"};
    const auto notices = read_calendar_file(std::string{std::istreambuf_iterator<char>{file}, {}});
    all.insert(all.end(), notices->begin(), notices->end());
  }
  return WorkingDays{std::move(all)};
}

const Instant kBeforeSpringFestival = *parse_instant("2026-02-13T16:00+08:00");

void due(benchmark::State& state, Limit limit, Mode mode) {
  const WorkingDays calendar = shipped();
  for (auto _ : state) {
    Instant start = kBeforeSpringFestival;
    benchmark::DoNotOptimize(start);
    benchmark::DoNotOptimize(due_of(start, limit, mode, calendar));
  }
}
BENCHMARK_CAPTURE(due, five_working_days, Limit{5, Unit::working_days}, Mode::A);
BENCHMARK_CAPTURE(due, hours_on_working_days, Limit{24, Unit::hours}, Mode::A);
BENCHMARK_CAPTURE(due, three_months, Limit{3, Unit::months}, Mode::A);

void explained(benchmark::State& state) {
  const WorkingDays calendar = shipped();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        explain(kBeforeSpringFestival, Limit{5, Unit::working_days}, Mode::A, calendar));
}
BENCHMARK(explained);

void thousand_lines(benchmark::State& state) {
  const WorkingDays calendar = shipped();
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += "2026-02-13T16:00:00+08:00\t5 working days\tA\n";
  for (auto _ : state) benchmark::DoNotOptimize(due_batch(lines, calendar));
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(thousand_lines);

}  // namespace

BENCHMARK_MAIN();
