// The checks are narrow on purpose: all notices on file pass them, and a slip seldom does.
#include "calendar/notice_checks.h"

#include <algorithm>

namespace mashang::calendar {
namespace {

using std::chrono::days;

/// Notices name a year's days one by one since 2000; a start after 2199 can't be counted (due.cpp).
constexpr int kYearFirst = 2000;
constexpr int kYearLast = 2199;

/// The farthest that a make-up day has lain from its holiday is eleven days.
constexpr days kMakeupReach{31};

int year_of(Day day) { return int(std::chrono::year_month_day{day}.year()); }

bool belongs_to(int year, Day day) {
  const std::chrono::year_month_day date{day};
  const int of_day = int(date.year());
  return of_day == year || (of_day == year - 1 && date.month() == std::chrono::December);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The year in "国办发明电〔2025〕7号"; nothing when it is not such a number.
std::optional<std::string_view> year_in_reference(std::string_view reference) {
  constexpr std::string_view kOpen = "〔", kClose = "〕", kEnd = "号";
  const std::size_t open = reference.find(kOpen);
  const std::size_t close = reference.find(kClose);
  if (open == 0 || open == std::string_view::npos || close == std::string_view::npos ||
      close < open || !reference.ends_with(kEnd))
    return std::nullopt;
  const std::string_view year = reference.substr(open + kOpen.size(), close - open - kOpen.size());
  std::string_view number = reference.substr(close + kClose.size());
  number.remove_suffix(kEnd.size());
  if (year.size() != 4 || !is_number(year) || !is_number(number)) return std::nullopt;
  return year;
}

}  // namespace

void check_year(int year, std::optional<int> expected, json::Errors& errors) {
  if (year < kYearFirst || year > kYearLast) {
    const std::string first = std::to_string(kYearFirst), last = std::to_string(kYearLast);
    errors.add(
        "/year", "out_of_range",
        {"年份应在" + first + "至" + last + "之间；请写通知所安排的年份",
         "A year is from " + first + " to " + last + "; write the year that the notice arranges"});
  }
  if (!expected || *expected == year) return;
  const std::string wanted = std::to_string(*expected);
  errors.add("/year", "other_year",
             {"这里应是" + wanted + "年的通知；请写" + wanted + "，或改交该年的文件",
              "This should be the notice for " + wanted + "; write " + wanted +
                  ", or hand in the file of that year"});
}

void check_each_is_another(const std::vector<Notice>& notices, json::Errors& errors) {
  for (std::size_t i = 0; i < notices.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const std::string place = "/notices/" + std::to_string(i);
      const std::string other = "/notices/" + std::to_string(j);
      if (notices[i].reference == notices[j].reference)
        errors.add(place + "/reference", "twice",
                   {"与" + other + "文号相同；每份通知只写一次，请写另一份的文号或删去",
                    "The same number as " + other +
                        "; write each notice once: give the other's number, or leave this out"});
      else if (notices[i].issued == notices[j].issued)
        errors.add(place + "/issued", "twice",
                   {"与" + other + "同日成文，无法判断以哪份为准；请核对成文日期",
                    "Issued on the same day as " + other +
                        ", so neither can overrule the other; look up the day of issue"});
    }
}

void NoticeChecks::check_head(const std::string& reference, Day issued) {
  const auto year = year_in_reference(reference);
  if (!year)
    add("/reference", "not_a_reference",
        {"这不是文号；请照“国办发明电〔2025〕7号”写，年份用六角括号〔〕",
         "This is no number of a notice; write it like \"国办发明电〔2025〕7号\", the year in "
         "〔〕"});
  else if (*year != std::to_string(year_of(issued)))
    add("/reference", "other_year",
        {"文号中的年份与成文日期不符；请核对文号和成文日期",
         "The number bears another year than the day of issue; look up both in the notice"});
  if (year_of(issued) == year_ || year_of(issued) == year_ - 1) return;
  const std::string last = std::to_string(year_), first = std::to_string(year_ - 1);
  add("/issued", "other_year",
      {"该年的通知应在" + first + "年或" + last + "年成文；请核对成文日期和年份",
       "The notice for that year is issued in " + first + " or " + last +
           "; look up the day of issue, and the year"});
}

void NoticeChecks::check_holiday(const std::string& place, const std::vector<Day>& off,
                                 const std::vector<Day>& work) {
  if (off.empty())
    add(place + "/off", "missing",
        {"这个节日没有放假日期；请逐日列出，没有放假安排的节日请删去",
         "This holiday has no day off; list its days, or leave the holiday out"});
  check_run(place + "/off/", off);
  for (std::size_t i = 0; i < work.size(); ++i) {
    const std::string at = place + "/work/" + std::to_string(i);
    check_day(at, work[i], true);
    check_makeup(at, work[i], off);
  }
}

void NoticeChecks::check_run(const std::string& place, const std::vector<Day>& off) {
  for (std::size_t i = 0; i < off.size(); ++i) {
    const std::string at = place + std::to_string(i);
    check_day(at, off[i], false);
    // A day named again has been told so already.
    if (i == 0 || off[i] == off[i - 1] || off[i] == off[i - 1] + days{1}) continue;
    const std::string next = format_day(off[i - 1] + days{1});
    add(at, "not_in_a_row",
        {"一个节日的放假日期应逐日相连，此处应为" + next + "；不相连的请另写一个节日",
         "A holiday's days follow on each other, and here comes " + next +
             "; write days that stand apart as a holiday of their own"});
  }
}

void NoticeChecks::check_makeup(const std::string& place, Day day, const std::vector<Day>& off) {
  if (WorkingDays::is_weekday(day))
    add(place, "not_a_rest_day",
        {"这天是周一至周五，本来就上班；请写通知所说的周六或周日，没有则删去",
         "This is Monday to Friday and worked anyway; write the Saturday or Sunday that the notice "
         "names, or leave it out"});
  if (off.empty()) return;
  const auto [first, last] = std::ranges::minmax(off);
  if (day >= first - kMakeupReach && day <= last + kMakeupReach) return;
  add(place, "too_far",
      {"调休上班日离这个节日超过一个月；请核对月份，或写到所属的节日下",
       "This make-up day lies more than a month from its holiday; look up the month, or write it "
       "under the holiday it belongs to"});
}

void NoticeChecks::check_day(const std::string& place, Day day, bool working) {
  const std::string year = std::to_string(year_), before = std::to_string(year_ - 1);
  if (!belongs_to(year_, day))
    add(place, "other_year",
        {"日期不属于本年度通知；请写" + year + "年的日期，或" + before + "年12月的日期",
         "The day is not of this notice's year; write a day of " + year + ", or of December " +
             before});
  const auto [named, is_new] = named_.emplace(day, working);
  if (is_new) return;
  if (named->second == working)
    add(place, "twice",
        {"这天在通知中已写过一次；请只留一处", "The notice names this day twice; leave one out"});
  else
    add(place, "both_ways",
        {"这天在通知中既放假又上班；请核对后只留一处",
         "The notice has this day both off and worked; look it up and leave one out"});
}

}  // namespace mashang::calendar
