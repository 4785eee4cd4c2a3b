// The table behind WorkingDays: one byte a day over the years that have notices, so that a due time
// costs a walk over bytes and no search.
#include "calendar/working_days.h"

#include <algorithm>

namespace mashang::calendar {
namespace {

using std::chrono::days;
using std::chrono::December;
using std::chrono::January;

/// The first day of December that a next year's notice has ever ruled on: 29 December, in the
/// notices for 2008 and 2019.
constexpr std::chrono::day kReach{29};

std::chrono::year_month_day date_of(Day day) { return std::chrono::year_month_day{day}; }
int year_of(Day day) { return int(date_of(day).year()); }
Day first_of(int year) { return Day{std::chrono::year{year} / January / 1}; }

bool in_reach_of_next_year(Day day) {
  const auto date = date_of(day);
  return date.month() == December && date.day() >= kReach;
}

}  // namespace

WorkingDays::WorkingDays(std::vector<Notice> notices) {
  std::ranges::stable_sort(notices, {}, &Notice::issued);
  for (const Notice& notice : notices) {
    years_.push_back(notice.year);
    add_rulings(notice);
  }
  std::ranges::sort(years_);
  // Not std::ranges::unique: clang 14, which builds the fuzzers, cannot read its subrange.
  years_.erase(std::unique(years_.begin(), years_.end()), years_.end());
  tabulate();
}

void WorkingDays::add_rulings(const Notice& notice) {
  const auto add = [&](const NamedDay& named, bool working) {
    const auto place = std::ranges::lower_bound(rulings_, named.day, {}, &Ruling::day);
    Ruling ruling{named.day, working, named.name, notice.reference};
    if (place != rulings_.end() && place->day == named.day)
      *place = std::move(ruling);
    else
      rulings_.insert(place, std::move(ruling));
  };
  for (const NamedDay& named : notice.holidays) add(named, false);
  for (const NamedDay& named : notice.makeup_days) add(named, true);
}

void WorkingDays::tabulate() {
  if (years_.empty()) return;
  // One year more on the left, because a first notice may rule on the December before it.
  first_ = first_of(years_.front() - 1);
  const Day end = first_of(years_.back() + 1);
  known_.reserve(std::size_t((end - first_).count()));
  for (Day day = first_; day < end; day += days{1}) {
    const Ruling* ruling = ruling_on(day);
    const bool working = ruling ? ruling->working : is_weekday(day);
    const bool settled = !missing_notice(day).has_value();
    known_.push_back(std::uint8_t((working ? kWorking : 0) | (settled ? kSettled : 0)));
  }
}

const WorkingDays::Ruling* WorkingDays::ruling_on(Day day) const {
  const auto place = std::ranges::lower_bound(rulings_, day, {}, &Ruling::day);
  return place != rulings_.end() && place->day == day ? &*place : nullptr;
}

bool WorkingDays::has_notice(int year) const { return std::ranges::binary_search(years_, year); }

std::optional<int> WorkingDays::missing_notice(Day day) const {
  if (ruling_on(day)) return std::nullopt;
  const int year = year_of(day);
  if (!has_notice(year)) return year;
  if (in_reach_of_next_year(day) && !has_notice(year + 1)) return year + 1;
  return std::nullopt;
}

Text2s WorkingDays::reason(Day day) const {
  if (const Ruling* ruling = ruling_on(day)) {
    const std::string& zh = ruling->name.zh;
    const std::string& en = ruling->name.en;
    if (ruling->working)
      return {zh + "调休上班（" + ruling->reference + "）",
              "make-up working day for " + en + " (" + ruling->reference + ")"};
    return {zh + "放假（" + ruling->reference + "）", en + " (" + ruling->reference + ")"};
  }
  if (is_weekday(day)) return {};
  const auto missing = missing_notice(day);
  if (!missing) return {"周末", "weekend"};
  const Text2s open = words_of_missing(*missing);
  return {"周末（" + open.zh + "）", "weekend (" + open.en + ")"};
}

Text2s WorkingDays::words_of_missing(int year) const {
  const std::string number = std::to_string(year);
  if (!years_.empty() && year < years_.front())
    return {"未录入" + number + "年放假通知", "no notice on file for " + number};
  return {number + "年放假通知尚未发布", "no notice yet for " + number};
}

}  // namespace mashang::calendar
