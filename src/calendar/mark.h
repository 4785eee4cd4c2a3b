// Marks on the way to a due time: the moments when a running clock has used up half, and four
// fifths, of its time, so that people are warned before it is late (R54). Invariant: a mark lies
// strictly between start and due, in whole seconds, and a greater share is never marked earlier.
//
//   working days, hours in mode A and C   the time on working days counts: 24 hours each
//   hours in mode B, days, months         all time counts
//
// The due time is handed in and not counted out anew, because an extension may have moved it while
// the start stays (R22).
#pragma once

#include "calendar/limit.h"
#include "calendar/working_days.h"

namespace mashang::calendar {

/// A share of a clock's time: more than nothing, less than all.
struct Share {
  int numerator = 1;
  int denominator = 2;
};

inline constexpr Share kHalf{1, 2};
inline constexpr Share kFourFifths{4, 5};

/// What a running clock is made of. `due` may differ from what the limit alone would give.
struct RunningTime {
  Instant start;
  Instant due;
  Limit limit;
  Mode mode = Mode::A;
};

/// The moment at which that share of the time between start and due is used up. Needs a due time
/// two seconds or more after the start (asserted): between neighbouring seconds there is no mark.
Instant mark_of(const RunningTime& time, Share share, const WorkingDays& days);

}  // namespace mashang::calendar
