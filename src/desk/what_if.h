// What if: how open cases and last month's figures would read had a draft of the rulebook been in
// force. Nothing is changed by asking.
#pragma once

#include <boost/describe/class.hpp>

#include "desk/desk.h"

namespace mashang::desk {

/// A running limit that would be due at another time. It keeps its own: a case stays under the
/// version it began with.
struct WouldMove {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  rules::Clock clock{};
  Instant due_at;
  Instant would_be_due_at;
};
BOOST_DESCRIBE_STRUCT(WouldMove, (), (kind, id, number, clock, due_at, would_be_due_at))

/// One limit over last month's runs of it: how many there were, and how many late.
struct FigureIf {
  rules::Clock clock{};
  int run_count = 0;
  int late_count = 0;
  int would_be_late_count = 0;
};
BOOST_DESCRIBE_STRUCT(FigureIf, (), (clock, run_count, late_count, would_be_late_count))

struct WhatIf {
  int open_count = 0;  // running limits looked at
  int moved_count = 0;
  std::vector<WouldMove> moved;  // the first of them
  Day month_from;
  Day month_to;
  std::vector<FigureIf> figures;
};
BOOST_DESCRIBE_STRUCT(WhatIf, (), (open_count, moved_count, moved, month_from, month_to, figures))

WhatIf what_if(Desk& desk, const rules::Rulebook& draft);

}  // namespace mashang::desk
