// What a story's step hands in, as the desk wants it.
#pragma once

#include "cases/inputs.h"
#include "demo/stories.h"

namespace mashang::demo {

/// `unit` is the id of the unit that the step names; `at` the time it is taken.
cases::Input input_of(const Step& step, const Story& story, UnitId unit, Instant at);

}  // namespace mashang::demo
