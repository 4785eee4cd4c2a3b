// The machine's clock, read in one way: in whole seconds, as JSON carries time, so that what is
// stored and what is shown are the same instant. Only the programs' outermost parts may ask it.
#pragma once

#include "base/time.h"

namespace mashang {

inline Instant machine_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace mashang
