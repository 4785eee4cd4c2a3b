// The rulebook: every number of the regulation, dated and cited, as read from a file of
// data/limits/. Invariant: a rulebook that was read has a limit for every clock and class a
// lifecycle may start.
#pragma once

#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "calendar/limit.h"
#include "rules/citation.h"
#include "rules/vocabulary.h"

namespace mashang::rules {

/// What a limit depends on: urgent goes before the category (R21); `any` where nothing matters.
enum class LimitClass {
  any,
  urgent,
  consultation,
  help,
  idea,
  criticism,
  complaint,
  wrongdoing,
};
BOOST_DESCRIBE_ENUM(LimitClass, any, urgent, consultation, help, idea, criticism, complaint,
                    wrongdoing)

constexpr LimitClass class_of(Category category, bool urgent) {
  if (urgent) return LimitClass::urgent;
  switch (category) {
    case Category::consultation: return LimitClass::consultation;
    case Category::help: return LimitClass::help;
    case Category::idea: return LimitClass::idea;
    case Category::criticism: return LimitClass::criticism;
    case Category::complaint: return LimitClass::complaint;
    case Category::wrongdoing: return LimitClass::wrongdoing;
    case Category::praise: return LimitClass::any;
  }
  return LimitClass::any;
}

struct LimitRow {
  Clock clock;
  LimitClass of;
  calendar::Limit length;
  calendar::Mode mode;
  Day from;
  const Citation* basis;
};

struct Rulebook {
  std::string id;
  Text2s title;
  std::vector<LimitRow> limits;
  int callback_tries_count = 0;  // R25: on so many different days
  int redo_count_max = 0;        // R25: then supervision

  /// The limit in force on the day a clock starts, for its class or else for any class.
  const LimitRow& limit(Clock clock, LimitClass of, Instant start) const;
};

/// Reads a rulebook from TOML. The failure names the place and what to write there.
Result<Rulebook, std::string> read_rulebook(std::string_view toml);

}  // namespace mashang::rules
