// Clocks stop before others move and start, as in the table's column.
#include "cases/case_head.h"

#include "rules/clocks.h"

namespace mashang::cases {

const ClockRun* CaseHead::running(rules::Clock clock) const {
  for (const ClockRun& run : clocks)
    if (run.clock == clock && run.running()) return &run;
  return nullptr;
}

const ClockRun* CaseHead::running(rules::Clock clock, UnitId unit) const {
  for (const ClockRun& run : clocks)
    if (run.clock == clock && run.unit == unit && run.running()) return &run;
  return nullptr;
}

const ClockRun* CaseHead::next_due() const {
  const ClockRun* limit = nullptr;
  const ClockRun* window = nullptr;
  for (const ClockRun& run : clocks) {
    const ClockRun*& next = rules::is_window(run.clock) ? window : limit;
    if (run.running() && (next == nullptr || run.due_at < next->due_at)) next = &run;
  }
  return limit != nullptr ? limit : window;
}

namespace {

ClockRun* find_run(std::vector<ClockRun>& runs, rules::Clock clock, int nth) {
  for (ClockRun& run : runs)
    if (run.clock == clock && run.nth == nth) return &run;
  return nullptr;
}

void run_clocks(std::vector<ClockRun>& runs, const Event& event) {
  for (const RunKey& key : event.stopped)
    if (ClockRun* run = find_run(runs, key.clock, key.nth)) run->stopped_at = event.at;
  for (const ClockMove& move : event.moved)
    if (ClockRun* run = find_run(runs, move.clock, move.nth)) {
      run->due_at = move.to;
      run->half_at = move.half_at;
      run->four_fifths_at = move.four_fifths_at;
      run->provisional = move.provisional;
      run->length = move.length;
      run->moves.push_back(move);
    }
  runs.insert(runs.end(), event.started.begin(), event.started.end());
}

}  // namespace

void apply(CaseHead& head, const Event& event) {
  if (event.version == 1) {
    head.created_at = event.at;
    head.rulebook = event.rulebook;
  }
  head.kind = event.kind;
  head.id = event.case_id;
  head.version = event.version;
  head.state = event.to;
  head.updated_at = event.at;
  run_clocks(head.clocks, event);
}

}  // namespace mashang::cases
