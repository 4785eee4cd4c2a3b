// The duty record of a deputy (R62): what he did in a span of time, counted from the timeline.
// Invariant: each figure carries the cases behind it, and where there is nothing to divide by it
// says n/a and no number (R60).
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/places.h"

namespace mashang::desk {

struct DutyCase {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;

  bool operator==(const DutyCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyCase, (), (kind, id, number))

/// A count of acts, or the hours that messages waited. `value` is what people read.
struct DutyFigure {
  std::string code;
  Text2s label;
  Text2s value;
  std::optional<std::int64_t> count;
  std::optional<double> average_hours;
  std::optional<double> median_hours;
  std::vector<DutyCase> cases;
};
BOOST_DESCRIBE_STRUCT(DutyFigure, (),
                      (code, label, value, count, average_hours, median_hours, cases))

struct DutyRecord {
  DeputyCard deputy;
  Day from;
  Day to;
  std::vector<DutyFigure> figures;
};
BOOST_DESCRIBE_STRUCT(DutyRecord, (), (deputy, from, to, figures))

/// Whose record, by the public code (the asker's own when empty), and from which day to which.
struct DutyAsked {
  std::string deputy;
  Day from;
  Day to;
};

/// Nothing when there is no such deputy or the person may not see his record.
std::optional<DutyRecord> read_duty_record(Desk& desk, const Person& person,
                                           const DutyAsked& asked);

}  // namespace mashang::desk
