// People: who of the town does what next, allowed or not. Nothing here changes the town.
#pragma once

#include <optional>

#include "simulate/inputs.h"

namespace mashang::simulate {

/// Something that one person is about to do to a case; `id` is 0 when it begins one.
struct Attempt {
  std::int64_t id = 0;
  rules::CaseKind kind{};
  cases::Command command;
  bool must_be_refused = false;
};

/// A resident writes to a deputy, or a deputy drafts a suggestion.
Attempt begin_something(const Town& town, Chance& chance);
/// Somebody does something that he may do; nothing when nobody may do anything to that case.
std::optional<Attempt> do_what_is_due(const Town& town, std::int64_t id, Instant now,
                                      Chance& chance);
/// The same, but only what brings the case nearer to its end.
std::optional<Attempt> bring_to_its_end(const Town& town, std::int64_t id, Instant now,
                                        Chance& chance);
/// Somebody does what he must not: in a wrong role, from a wrong state, with a paper missing, after
/// the window has closed.
std::optional<Attempt> misbehave(const Town& town, Instant now, Chance& chance);

/// Whether doing it a second time, with nothing between, must be refused.
bool is_done_once(rules::Action action);

}  // namespace mashang::simulate
