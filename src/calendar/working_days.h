// Which days are working days: Monday to Friday, unless a notice of the State Council makes one a
// holiday, or makes a Saturday or Sunday a make-up working day (R50). Invariant: nothing here knows
// what day it is today, and a day that no notice has settled is never passed off as settled (R52).
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text2.h"
#include "base/time.h"

namespace mashang::calendar {

/// A day that a notice names, and the holiday for whose sake it is off or worked.
struct NamedDay {
  Day day;
  Text2s name;
};

/// One notice of the State Council's General Office. A year has one, rarely a second that amends
/// it.
struct Notice {
  int year = 0;
  std::string reference;  // 国办发明电〔2025〕7号
  Day issued;
  std::vector<NamedDay> holidays;
  std::vector<NamedDay> makeup_days;
};

/// A sentence about one day, as people read it beside a due time.
struct DayNote {
  Day day;
  Text2s text;

  bool operator==(const DayNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(DayNote, (), (day, text))

class WorkingDays {
 public:
  /// Where notices of one year disagree about a day, the one issued last is right.
  explicit WorkingDays(std::vector<Notice> notices);

  bool is_working(Day day) const {
    const std::uint8_t* known = find(day);
    return known ? (*known & kWorking) != 0 : is_weekday(day);
  }

  /// Whether the notice that governs this day is in. From 29 December on that needs the next year's
  /// notice too, which has reached back that far (law/state-council-holidays.md, reach).
  bool is_settled(Day day) const {
    const std::uint8_t* known = find(day);
    return known && (*known & kSettled) != 0;
  }

  bool is_makeup(Day day) const { return is_working(day) && !is_weekday(day); }

  /// The year whose missing notice leaves this day open; nothing when the day is settled.
  std::optional<int> missing_notice(Day day) const;

  /// "no notice yet for 2027", or "no notice on file for 2018" of a year before the first on file.
  Text2s words_of_missing(int year) const;

  /// Why a day is off, or why a day off is worked; empty for an ordinary Monday to Friday.
  Text2s reason(Day day) const;

  static bool is_weekday(Day day) {
    const unsigned weekday = std::chrono::weekday{day}.iso_encoding();
    return weekday <= 5;
  }

 private:
  static constexpr std::uint8_t kWorking = 1;
  static constexpr std::uint8_t kSettled = 2;

  /// What a notice says of one day.
  struct Ruling {
    Day day;
    bool working;
    Text2s name;
    std::string reference;
  };

  const std::uint8_t* find(Day day) const {
    const auto index = (day - first_).count();
    return index >= 0 && index < std::int64_t(known_.size()) ? &known_[std::size_t(index)]
                                                             : nullptr;
  }
  const Ruling* ruling_on(Day day) const;
  bool has_notice(int year) const;
  void add_rulings(const Notice& notice);
  void tabulate();

  std::vector<int> years_;           // with a notice, ascending
  std::vector<Ruling> rulings_;      // by day, one each
  std::vector<std::uint8_t> known_;  // one entry a day from first_ on: kWorking | kSettled
  Day first_{};
};

}  // namespace mashang::calendar
