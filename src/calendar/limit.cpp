// The words of limits, read and written from one table, so that what is written can be read again.
#include "calendar/limit.h"

#include <array>
#include <charconv>
#include <string>

namespace mashang::calendar {
namespace {

struct UnitWords {
  Unit unit;
  std::string_view one;
  std::string_view many;
  std::string_view zh;
};

constexpr std::array kUnits = {
    UnitWords{Unit::working_days, "working day", "working days", "个工作日"},
    UnitWords{Unit::hours, "hour", "hours", "小时"},
    UnitWords{Unit::days, "day", "days", "天"},
    UnitWords{Unit::months, "month", "months", "个月"},
};

Failure<Text2s> unreadable(std::string_view text) {
  const std::string quoted{text};
  return Failure{
      Text2s{"无法识别的期限“" + quoted + "”，应写成“3 working days”“24 hours”“7 days”或“3 months”",
             "the limit \"" + quoted +
                 "\" is not of the form \"3 working days\", \"24 hours\", \"7 days\" or "
                 "\"3 months\""}};
}

Failure<Text2s> out_of_bounds() {
  const std::string most = std::to_string(kLimitCountMax);
  return Failure{Text2s{"期限应在1至" + most + "之间", "a limit must be between 1 and " + most}};
}

}  // namespace

Result<Limit, Text2s> parse_limit(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || space == 0) return unreadable(text);
  const std::string_view number = text.substr(0, space);
  if (number.find_first_not_of("0123456789") != std::string_view::npos) return unreadable(text);
  const std::string_view word = text.substr(space + 1);
  for (const UnitWords& unit : kUnits) {
    if (word != unit.one && word != unit.many) continue;
    int count = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), count);
    if (read.ec != std::errc{} || count < 1 || count > kLimitCountMax) return out_of_bounds();
    return Limit{count, unit.unit};
  }
  return unreadable(text);
}

std::optional<Mode> parse_mode(std::string_view text) {
  if (text == "A") return Mode::A;
  if (text == "B") return Mode::B;
  if (text == "C") return Mode::C;
  return std::nullopt;
}

Text2s words_of(Limit limit) {
  const UnitWords& unit = kUnits[std::size_t(limit.unit)];
  const std::string count = std::to_string(limit.count);
  return {count + std::string{unit.zh},
          count + " " + std::string{limit.count == 1 ? unit.one : unit.many}};
}

Text2 words_of(Mode mode) {
  switch (mode) {
    case Mode::A: return {"小时只在工作日内计算", "hours run on working days only"};
    case Mode::B: return {"小时连续计算", "hours run by the clock"};
    case Mode::C: return {"计至下一工作日结束", "to the end of the next working day"};
  }
  return {};
}

}  // namespace mashang::calendar
