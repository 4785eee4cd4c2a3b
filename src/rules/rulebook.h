// The rulebook: every number of the regulation, dated and cited, as read from a file of
// data/limits/. Invariant: a rulebook that was read has a limit for every clock and class a
// lifecycle may start.
#pragma once

#include <array>
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
  ordinary,
  wide,
};
BOOST_DESCRIBE_ENUM(LimitClass, any, urgent, consultation, help, idea, criticism, complaint,
                    wrongdoing, ordinary, wide)

/// R43: the suggestion's, fixed at its referral.
constexpr LimitClass class_of(Difficulty difficulty) {
  return difficulty == Difficulty::wide ? LimitClass::wide : LimitClass::ordinary;
}

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

/// R43: what a unit's reply to a suggestion comes to; a promise has a date (R45).
struct ReplyCode {
  std::string code;
  Text2s text;
  bool promises = false;
  const Citation* basis = nullptr;
};

struct Rulebook;

/// A number as it stands in a rulebook, with its article.
struct Counted {
  int value = 0;
  const Citation* basis = nullptr;

  operator int() const { return value; }
};

/// One number of the regulation that is no length of time.
struct Count {
  std::string_view name;
  Text2 text;
  Counted Rulebook::*value;
  int most;
};

struct Rulebook {
  std::string id;
  int version = 0;  // a case keeps the one under which it began
  Day from;         // the first day on which cases begin under it
  Text2s title;
  std::vector<LimitRow> limits;
  std::vector<ReplyCode> reply_codes;
  Counted callback_tries_count;      // R25: on so many different days
  Counted redo_count_max;            // R25: then supervision
  Counted extension_count_max;       // R22
  Counted supervision_level_max;     // R26
  Counted same_matter_orders_count;  // R26: so many on one matter are supervised

  /// The limit in force on the day a clock starts, for its class or else for any class.
  const LimitRow& limit(Clock clock, LimitClass of, Instant start) const;
  /// The row of the code table, or nullptr.
  const ReplyCode* reply_code(std::string_view code) const;
};

// clang-format off
inline constexpr auto kCounts = std::to_array<Count>({
  { "callback_tries",     {"回访未接通后办结所需的天数", "Days of tries before an order is closed unreached"}, &Rulebook::callback_tries_count, 100 },
  { "redo_max",           {"转入督办前最多重办次数", "Redos before supervision"},              &Rulebook::redo_count_max, 100 },
  { "extension_max",      {"最多延期次数", "Extensions at most"},                            &Rulebook::extension_count_max, 100 },
  { "supervision_levels", {"督办级别数", "Levels of supervision"},                           &Rulebook::supervision_level_max, 9 },
  { "same_matter_orders", {"同一事项达到多少件即督办", "Orders on one matter that call for supervision"}, &Rulebook::same_matter_orders_count, 1000 },
});
// clang-format on

/// The versions of a city's rulebook, oldest first. Invariant: there is at least one.
class Rulebooks {
 public:
  explicit Rulebooks(Rulebook first) { versions_.push_back(std::move(first)); }

  /// Adds a later version: a higher number, from a later day on or the same.
  void add(Rulebook next) { versions_.push_back(std::move(next)); }
  /// The version that cases beginning at this time come under.
  const Rulebook& in_force(Instant now) const;
  /// The version a case began under; of an unknown number, the oldest.
  const Rulebook& version(int number) const;
  const std::vector<Rulebook>& all() const { return versions_; }

 private:
  std::vector<Rulebook> versions_;
};

/// Reads a rulebook from TOML. The failure names the line and what to write there.
Result<Rulebook, Text2s> read_rulebook(std::string_view toml);

}  // namespace mashang::rules
