// The file is laid out as the notices are written, holiday by holiday; WorkingDays wants days.
#include "calendar/calendar_file.h"

#include <set>
#include <string>

#include "base/json_reader.h"

namespace mashang::calendar {
namespace {

/// One paragraph of a notice: "国庆节：10月1日至7日放假调休，共7天。9月20日、10月10日上班。"
struct HolidayText {
  Text2s name;
  std::vector<Day> off;
  std::vector<Day> work;
};
BOOST_DESCRIBE_STRUCT(HolidayText, (), (name, off, work))

struct NoticeText {
  std::string reference;
  Day issued;
  std::vector<HolidayText> holidays;
};
BOOST_DESCRIBE_STRUCT(NoticeText, (), (reference, issued, holidays))

struct YearText {
  int year = 0;
  std::vector<NoticeText> notices;
};
BOOST_DESCRIBE_STRUCT(YearText, (), (year, notices))

bool belongs_to(int year, Day day) {
  const std::chrono::year_month_day date{day};
  const int of_day = int(date.year());
  return of_day == year || (of_day == year - 1 && date.month() == std::chrono::December);
}

/// Goes over one notice, keeping the path to where it is.
class NoticeReader {
 public:
  NoticeReader(int year, const NoticeText& text, std::string path, std::vector<FieldError>& errors)
      : text_(text), path_(std::move(path)), errors_(errors) {
    notice_.year = year;
    notice_.reference = text.reference;
    notice_.issued = text.issued;
  }

  Notice read() {
    if (text_.reference.empty())
      add_error("/reference", "missing", {"缺少文号", "the notice has no reference number"});
    for (std::size_t i = 0; i < text_.holidays.size(); ++i) {
      const HolidayText& holiday = text_.holidays[i];
      const std::string at = "/holidays/" + std::to_string(i);
      take_days(holiday.off, holiday.name, at + "/off/", notice_.holidays);
      check_makeup(holiday.work, at + "/work/");
      take_days(holiday.work, holiday.name, at + "/work/", notice_.makeup_days);
    }
    return std::move(notice_);
  }

 private:
  void take_days(const std::vector<Day>& days, const Text2s& name, const std::string& at,
                 std::vector<NamedDay>& into) {
    for (std::size_t i = 0; i < days.size(); ++i) {
      const std::string place = at + std::to_string(i);
      if (!belongs_to(notice_.year, days[i]))
        add_error(place, "other_year",
                  {"日期不属于本年度通知", "the day is not of this notice's year"});
      if (!seen_.insert(days[i]).second)
        add_error(place, "twice", {"日期重复", "the notice names this day twice"});
      into.push_back({days[i], name});
    }
  }

  void check_makeup(const std::vector<Day>& days, const std::string& at) {
    for (std::size_t i = 0; i < days.size(); ++i)
      if (WorkingDays::is_weekday(days[i]))
        add_error(at + std::to_string(i), "not_a_rest_day",
                  {"调休上班日应为周六或周日", "a make-up working day is a Saturday or Sunday"});
  }

  void add_error(const std::string& place, const char* code, Text2s text) {
    errors_.push_back({path_ + place, code, std::move(text)});
  }

  const NoticeText& text_;
  std::string path_;
  std::vector<FieldError>& errors_;
  std::set<Day> seen_;
  Notice notice_;
};

}  // namespace

Result<std::vector<Notice>, std::vector<FieldError>> read_calendar_file(std::string_view text) {
  const auto file = read_json<YearText>(text);
  if (!file) return Failure{file.error()};
  std::vector<FieldError> errors;
  std::vector<Notice> notices;
  for (std::size_t i = 0; i < file->notices.size(); ++i) {
    const std::string path = "/notices/" + std::to_string(i);
    notices.push_back(NoticeReader{file->year, file->notices[i], path, errors}.read());
  }
  if (notices.empty())
    errors.push_back({"/notices", "missing", {"没有通知", "the year has no notice"}});
  if (!errors.empty()) return Failure{std::move(errors)};
  return notices;
}

}  // namespace mashang::calendar
