// Helpers without any SQL.
#include "store/case_document.h"

#include "store/queue_store.h"

namespace mashang::store {

std::string name_of(rules::CaseKind kind, std::int64_t id) {
  return std::string(json::enum_name(kind)) + " " + std::to_string(id);
}

void refuse_case(rules::CaseKind kind, std::int64_t id, std::string_view why) {
  throw Fault(FaultKind::broken_row,
              "The stored " + name_of(kind, id) + " is broken: " + std::string(why) + ".");
}

void refine_times(cases::CaseHead& head, Instant created_at, Instant updated_at) {
  using std::chrono::floor;
  using std::chrono::seconds;
  if (floor<seconds>(created_at) == floor<seconds>(head.created_at)) head.created_at = created_at;
  if (floor<seconds>(updated_at) == floor<seconds>(head.updated_at)) head.updated_at = updated_at;
}

Instant due_column(const cases::CaseHead& head) {
  const cases::ClockRun* next = head.next_due();
  return next != nullptr ? next->due_at : kNever;
}

bool request_waits(const cases::CaseHead& head) {
  return head.running(rules::Clock::return_decision) != nullptr ||
         head.running(rules::Clock::extension_decision) != nullptr;
}

}  // namespace mashang::store
