// The file is laid out as the notices are written, holiday by holiday; WorkingDays wants days.
#include "calendar/calendar_file.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/bounded_text.h"
#include "base/json_reader.h"
#include "calendar/notice_checks.h"

namespace mashang::calendar {
namespace {

/// A year's file has three or four thousand bytes.
constexpr JsonLimits kFileLimits{.bytes_max = 1 << 16};

using Name = BoundedText<1, 40>;

struct NameText {
  Name zh;
  Name en;
};
BOOST_DESCRIBE_STRUCT(NameText, (), (zh, en))

/// One paragraph of a notice: "国庆节：10月1日至7日放假调休，共7天。9月20日、10月10日上班。"
struct HolidayText {
  NameText name;
  std::vector<Day> off;
  std::vector<Day> work;
};
BOOST_DESCRIBE_STRUCT(HolidayText, (), (name, off, work))

struct NoticeText {
  BoundedText<1, 40> reference;
  Day issued;
  std::vector<HolidayText> holidays;
};
BOOST_DESCRIBE_STRUCT(NoticeText, (), (reference, issued, holidays))

struct YearText {
  int year = 0;
  std::vector<NoticeText> notices;
};
BOOST_DESCRIBE_STRUCT(YearText, (), (year, notices))

/// What belongs at a place whose shape is wrong: a field is missing, or is of another type.
struct Advice {
  std::string_view field;
  Text2 text;
};
// clang-format off
constexpr auto kAdvice = std::to_array<Advice>({
  {"",          {"整个文件应写成{\"year\":2027,\"notices\":[…]}", "write the file as {\"year\": 2027, \"notices\": [...]}"}},
  {"year",      {"请写通知所安排的年份，如2027", "write the year that the notice arranges, such as 2027"}},
  {"notices",   {"请列出各份通知，每份写reference、issued、holidays三项", "list the notices, each with reference, issued and holidays"}},
  {"reference", {"请写文号，如“国办发明电〔2025〕7号”", "write the notice's number, such as \"国办发明电〔2025〕7号\""}},
  {"issued",    {"请写成文日期，如“2025-11-04”", "write the day of issue, such as \"2025-11-04\""}},
  {"holidays",  {"请逐个列出节日，每个写name、off、work三项", "list the holidays, each with name, off and work"}},
  {"name",      {"请写节日的中英文名称，即zh、en两项", "write the holiday's name in both languages, as zh and en"}},
  {"zh",        {"请写节日的中文名称，如“国庆节”", "write the holiday's Chinese name, such as \"国庆节\""}},
  {"en",        {"请写节日的英文名称，如“National Day”", "write the holiday's English name, such as \"National Day\""}},
  {"off",       {"请逐日列出放假日期，如[\"2026-10-01\",\"2026-10-02\"]", "list the days off, such as [\"2026-10-01\", \"2026-10-02\"]"}},
  {"work",      {"请逐日列出调休上班日期，如[\"2026-10-10\"]；没有则写[]", "list the make-up working days, such as [\"2026-10-10\"]; [] for none"}},
});
// clang-format on

/// The advice for the innermost field on the path that the format knows.
const Text2& advice_at(std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const auto found = std::ranges::find(kAdvice, path.substr(slash + 1), &Advice::field);
    if (found != kAdvice.end() && !found->field.empty()) return found->text;
    path = path.substr(0, slash);
  }
  return kAdvice.front().text;
}

std::vector<FieldError> with_advice(std::vector<FieldError> errors) {
  for (FieldError& error : errors) {
    const Text2& advice = advice_at(error.path);
    error.text.zh += "；" + std::string{advice.zh};
    error.text.en += "; " + std::string{advice.en};
  }
  return errors;
}

Notice notice_from(int year, const NoticeText& text) {
  Notice notice{year, text.reference.value, text.issued, {}, {}};
  for (const HolidayText& holiday : text.holidays) {
    const Text2s name{holiday.name.zh.value, holiday.name.en.value};
    for (const Day day : holiday.off) notice.holidays.push_back({day, name});
    for (const Day day : holiday.work) notice.makeup_days.push_back({day, name});
  }
  return notice;
}

void check_notice(int year, const NoticeText& text, const std::string& path, json::Errors& errors) {
  NoticeChecks checks{year, path, errors};
  checks.check_head(text.reference.value, text.issued);
  if (text.holidays.empty())
    errors.add(path + "/holidays", "missing",
               {"通知没有安排任何节日；请至少写一个节日",
                "The notice arranges no holiday; write one at least"});
  for (std::size_t i = 0; i < text.holidays.size(); ++i)
    checks.check_holiday("/holidays/" + std::to_string(i), text.holidays[i].off,
                         text.holidays[i].work);
}

}  // namespace

Result<std::vector<Notice>, std::vector<FieldError>> read_calendar_file(std::string_view text,
                                                                        std::optional<int> year) {
  const auto file = read_json<YearText>(text, kFileLimits);
  if (!file) return Failure{with_advice(file.error())};
  json::Errors errors{JsonLimits{}.errors_max};
  std::vector<Notice> notices;
  check_year(file->year, year, errors);
  if (file->notices.empty())
    errors.add("/notices", "missing",
               {"没有通知；请至少写一份通知", "The year has no notice; write one at least"});
  for (std::size_t i = 0; i < file->notices.size(); ++i) {
    check_notice(file->year, file->notices[i], "/notices/" + std::to_string(i), errors);
    notices.push_back(notice_from(file->year, file->notices[i]));
  }
  check_each_is_another(notices, errors);
  if (!errors.empty()) return Failure{errors.take()};
  return notices;
}

}  // namespace mashang::calendar
