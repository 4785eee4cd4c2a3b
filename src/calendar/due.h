// Due times: from the instant something happened and the limit of the regulation to the instant it
// must be done by. Invariant: same inputs, same due time, for ever; and due_of and explain can't
// disagree, because both count with the same walk.
//
//   working days  R51: the day of the event does not count; ends at 24:00 of the n-th working day.
//   hours         R53: by mode. In mode C each 24 hours begun are one working day.
//   days, months  law/civil-code.md, articles 201 to 203: the day of the event does not count; a
//                 last day that is a rest day gives way to the next working day; ends at 24:00.
#pragma once

#include <vector>

#include "base/result.h"
#include "calendar/limit.h"
#include "calendar/working_days.h"

namespace mashang::calendar {

struct Due {
  Instant at;
  /// A day that was looked at awaits its notice: the due time may yet move (R52).
  bool provisional = false;

  bool operator==(const Due&) const = default;
};

/// The due time and how it was found, day by day, for the people it binds.
struct Explanation {
  Due due;
  Text2s why;                    // one plain sentence
  std::vector<DayNote> skipped;  // days that did not count, each with its reason
  std::vector<DayNote> made_up;  // Saturdays and Sundays that did count
};

/// Why this start and limit can't be counted, if they can't: a count that is not within 1 to
/// kLimitCountMax, or a start before 1992 or after 2199, where the rules of today mean nothing.
std::optional<Text2s> why_not_countable(Instant start, Limit limit);

/// Needs a countable start and limit (asserted): a limit from parse_limit and a server's own time
/// always are. Text from outside goes through why_not_countable first.
Due due_of(Instant start, Limit limit, Mode mode, const WorkingDays& days);
Explanation explain(Instant start, Limit limit, Mode mode, const WorkingDays& days);

/// "2026年11月24日 24:00" / "24:00 on 24 November 2026": midnight belongs to the day it ends.
/// To the minute: people are told a due time rather a moment early than to the second.
Text2s due_words(Instant at);

}  // namespace mashang::calendar
