// One year's notices from the text of data/calendar/<year>.json, written by people who may never
// have seen such a file. Invariant: what is given out has passed every check below, and each error
// names its place in the file ("/notices/0/issued") and what to write there, in both languages.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/json_error.h"
#include "base/result.h"
#include "calendar/working_days.h"

namespace mashang::calendar {

/// Checks beside the shape. The file: it has a notice, and is of `year` where one is expected (from
/// its name, or from what was asked for); no two notices have one number or one day of issue, since
/// the one issued last is right. A notice: its number looks like one and bears the year of its
/// issue, which is its year or the one before. A holiday: its days off follow on each other; its
/// make-up days are Saturdays or Sundays within a month of them. A day: it lies in the notice's
/// year or the December before, and is named once.
Result<std::vector<Notice>, std::vector<FieldError>> read_calendar_file(
    std::string_view text, std::optional<int> year = std::nullopt);

}  // namespace mashang::calendar
