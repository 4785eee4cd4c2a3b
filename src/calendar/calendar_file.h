// One year's notices from the text of data/calendar/<year>.json. Invariant: what is given out has
// passed every check below, and an error names the place in the file ("/notices/0/issued").
#pragma once

#include <string_view>
#include <vector>

#include "base/json_error.h"
#include "base/result.h"
#include "calendar/working_days.h"

namespace mashang::calendar {

/// Checks beside the shape: each day is named once in a notice, lies in the notice's year or in the
/// December before, and a make-up working day falls on a Saturday or Sunday.
Result<std::vector<Notice>, std::vector<FieldError>> read_calendar_file(std::string_view text);

}  // namespace mashang::calendar
