// Due times for many lines of text: what `mashang due` does between its input and its output.
// Invariant: every line in gives exactly one line out, in the same order, whatever it holds.
//
//   in    START <tab> LIMIT <tab> MODE      2022-10-28T16:00:00+08:00   3 working days   A
//   out   2022-11-02T24:00+08:00            <tab> provisional, when it is
//   out   error: a plain sentence
#pragma once

#include <string>
#include <string_view>

#include "calendar/limit.h"
#include "calendar/working_days.h"

namespace mashang::calendar {

/// "2022-11-02T24:00+08:00" for the end of a day, "2022-10-31T16:00+08:00" otherwise; seconds only
/// where they are not zero. Hours that run out at midnight are written 00:00 of the day that
/// begins, since no day was counted to its end.
std::string format_due(Instant at, Limit limit, Mode mode);

/// The answer to one line, without its line end.
std::string due_line(std::string_view line, const WorkingDays& days);

/// The answers to all lines, each ended by "\n". CRLF is taken as a line end too.
std::string due_batch(std::string_view text, const WorkingDays& days);

/// One due time in words, in both languages: the time, the sentence, and each day that did not
/// count or was worked in exchange. An error reads as in due_line.
std::string due_explained(std::string_view line, const WorkingDays& days);

}  // namespace mashang::calendar
