// Two walks over the table of days: the first adds up the time that counts, the second goes until
// the share of it has passed.
#include "calendar/mark.h"

#include <algorithm>
#include <cassert>

namespace mashang::calendar {
namespace {

using std::chrono::ceil;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;

bool counts_working_days(Limit limit, Mode mode) {
  switch (limit.unit) {
    case Unit::working_days: return true;
    // In mode C each 24 hours begun are one working day, so what passes is working days too.
    case Unit::hours: return mode != Mode::B;
    case Unit::days:
    case Unit::months: return false;
  }
  return false;
}

milliseconds time_on_working_days(Instant at, Instant due, const WorkingDays& calendar) {
  milliseconds sum{0};
  while (at < due) {
    const Day day = day_of(at);
    const Instant next = std::min(end_of(day), due);
    if (calendar.is_working(day)) sum += next - at;
    at = next;
  }
  return sum;
}

/// As long as less is asked than there is up to the due time, this ends before it.
Instant after_working_time(Instant at, milliseconds left, const WorkingDays& calendar) {
  for (;;) {
    const Day day = day_of(at);
    const milliseconds rest = end_of(day) - at;
    const bool working = calendar.is_working(day);
    // A mark on the stroke of midnight ends the working day, and does not wait for the next (R51).
    if (working && left <= rest) return at + left;
    if (working) left -= rest;
    at = end_of(day);
  }
}

/// Divides first, so that no product can overflow.
milliseconds share_of(milliseconds whole, Share share) {
  const milliseconds parts = whole / share.denominator * share.numerator;
  return parts + whole % share.denominator * share.numerator / share.denominator;
}

}  // namespace

Instant mark_of(const RunningTime& time, Share share, const WorkingDays& calendar) {
  assert(time.due - time.start >= seconds{2});
  assert(0 < share.numerator && share.numerator < share.denominator);
  milliseconds counted{0};
  if (counts_working_days(time.limit, time.mode))
    counted = time_on_working_days(time.start, time.due, calendar);
  // A due date set by hand can leave nothing but rest days; then the clock on the wall must do.
  const Instant exact = counted > milliseconds{0}
                            ? after_working_time(time.start, share_of(counted, share), calendar)
                            : time.start + share_of(time.due - time.start, share);
  const Instant earliest = floor<seconds>(time.start) + seconds{1};
  const Instant latest = ceil<seconds>(time.due) - seconds{1};
  return std::clamp(Instant{floor<seconds>(exact)}, earliest, latest);
}

}  // namespace mashang::calendar
