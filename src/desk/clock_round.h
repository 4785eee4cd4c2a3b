// The clock round: cases whose clock ran out take the steps they take by themselves (reminders, the
// station told, the rating window closed). It keeps no memory: what is due is asked of the store,
// so a restart loses nothing and a step taken is not taken twice.
#pragma once

#include "desk/desk.h"

namespace mashang::desk {

/// Takes what is due now; the number of cases that moved. Throws store::Fault.
int run_clock_round(Desk& desk);

}  // namespace mashang::desk
