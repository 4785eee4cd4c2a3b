// Clocks stop before others start, as in the table's column.
#include "cases/case_head.h"

#include <algorithm>

namespace mashang::cases {

const ClockRun* CaseHead::running(rules::Clock clock) const {
  for (const ClockRun& run : clocks)
    if (run.clock == clock && run.running()) return &run;
  return nullptr;
}

const ClockRun* CaseHead::next_due() const {
  const ClockRun* next = nullptr;
  for (const ClockRun& run : clocks)
    if (run.running() && (next == nullptr || run.due_at < next->due_at)) next = &run;
  return next;
}

void apply(CaseHead& head, const Event& event) {
  if (event.version == 1) head.created_at = event.at;
  head.kind = event.kind;
  head.id = event.case_id;
  head.version = event.version;
  head.state = event.to;
  head.updated_at = event.at;
  for (ClockRun& run : head.clocks)
    if (run.running() && std::ranges::find(event.stopped, run.clock) != event.stopped.end())
      run.stopped_at = event.at;
  head.clocks.insert(head.clocks.end(), event.started.begin(), event.started.end());
}

}  // namespace mashang::cases
