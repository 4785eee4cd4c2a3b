// Case store: a case saved with everything that must stand or fall with it. Invariant: the row, its
// clocks and its events are written together, or not at all.
#pragma once

#include <span>

#include "cases/case.h"
#include "store/connection.h"

namespace mashang::store {

/// The number for a new case of this kind: 1, 2, 3 ... A refused case leaves a hole, which is
/// harmless.
std::int64_t new_case_id(Connection& connection, rules::CaseKind kind);

std::optional<cases::Case> load_case(Connection& connection, rules::CaseKind kind, std::int64_t id);

/// Saves the case as it stands after `events`; there is at least one. The number of the first in
/// the chain; the others follow without a gap. Nothing, and nothing written, when the stored case
/// is no longer the one that the events were decided on.
[[nodiscard]] std::optional<std::int64_t> save_case(Connection& connection,
                                                    const cases::Case& after,
                                                    std::span<const cases::Event> events);

}  // namespace mashang::store
