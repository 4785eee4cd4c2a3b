// The stored document of a case, and the faults of rows that contradict it. Shared by the stores of
// all kinds of case.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "cases/case_head.h"
#include "store/fault.h"

namespace mashang::store {

/// "message 12", as faults and findings name a case.
std::string name_of(rules::CaseKind kind, std::int64_t id);

/// Throws the Fault that says the stored case is broken, and how.
[[noreturn]] void refuse_case(rules::CaseKind kind, std::int64_t id, std::string_view why);

/// The case in a document. A stored one may be larger than what a request may hand in.
template <typename C>
C read_document(std::string_view text, rules::CaseKind kind, std::int64_t id) {
  auto document = read_json<C>(text, JsonLimits{.bytes_max = 64 << 20});
  if (!document) refuse_case(kind, id, "its document can't be read");
  return *std::move(document);
}

/// Instants in a document are whole seconds; the columns have them to the millisecond. Puts the
/// finer ones in, where they are the same second.
void refine_times(cases::CaseHead& head, Instant created_at, Instant updated_at);

/// When the case's next clock runs out, as its queues are sorted; kNever when none runs.
Instant due_column(const cases::CaseHead& head);

/// Whether a return or an extension waits to be decided on.
bool request_waits(const cases::CaseHead& head);

}  // namespace mashang::store
