// Erasure (R72): a person asks that his name and number be taken away. Invariant: while a case of
// his is open they are locked and not erased, and the clock round erases them when the last one
// closes; what the law keeps, the content of cases, never held them.
#pragma once

#include "desk/desk.h"

namespace mashang::desk {

enum class ErasureState { erased, locked };
BOOST_DESCRIBE_ENUM(ErasureState, erased, locked)

/// Nothing for deputies and staff, whose names and numbers their office keeps. Asked again while
/// locked, it says so again.
std::optional<ErasureState> ask_for_erasure(Desk& desk, const Person& person);

/// Erases whoever waits for it and has no open case any more; how many that were.
int carry_out_erasures(Desk& desk);

}  // namespace mashang::desk
