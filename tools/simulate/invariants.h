// The invariants: what holds of every case at every moment, of every step, and of the town as a
// whole. Each is one row with its name and the function that says what is wrong, or nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "simulate/town.h"

namespace mashang::simulate {

/// What is wrong; nothing when the invariant holds.
using Fault = std::optional<std::string>;

/// Of a case as it stands at this time, by the rulebook it began under.
struct CaseInvariant {
  std::string_view name;
  Fault (*fault)(const cases::Case& standing, const rules::Rulebook& book);
};
/// Of one event: the case before it, the event, the case after it.
struct StepInvariant {
  std::string_view name;
  Fault (*fault)(const cases::Case& before, const cases::Event& event, const cases::Case& after);
};
/// Of a case among the others.
struct TownInvariant {
  std::string_view name;
  Fault (*fault)(const Town& town, const cases::Case& standing, Instant now);
};

std::span<const CaseInvariant> case_invariants();
std::span<const StepInvariant> step_invariants();
std::span<const TownInvariant> town_invariants();

}  // namespace mashang::simulate
