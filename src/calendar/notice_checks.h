// What a notice may say, beside the shape of its file (calendar_file.h lists it). Invariant: a
// check adds errors and changes nothing else; every error says what to write instead.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_error.h"
#include "calendar/working_days.h"

namespace mashang::calendar {

/// The year of a file: one that has such notices, and the one that was expected.
void check_year(int year, std::optional<int> expected, json::Errors& errors);

/// Which of two notices overrules the other must be beyond doubt.
void check_each_is_another(const std::vector<Notice>& notices, json::Errors& errors);

/// Goes over one notice, keeping the path to where it is and the days it has named so far.
class NoticeChecks {
 public:
  NoticeChecks(int year, std::string path, json::Errors& errors)
      : year_(year), path_(std::move(path)), errors_(errors) {}

  void check_head(const std::string& reference, Day issued);
  /// `place` is "/holidays/0".
  void check_holiday(const std::string& place, const std::vector<Day>& off,
                     const std::vector<Day>& work);

 private:
  void check_run(const std::string& place, const std::vector<Day>& off);
  void check_makeup(const std::string& place, Day day, const std::vector<Day>& off);
  void check_day(const std::string& place, Day day, bool working);
  void add(const std::string& place, std::string_view code, Text2s text) {
    errors_.add(path_ + place, code, std::move(text));
  }

  int year_;
  std::string path_;
  json::Errors& errors_;
  std::map<Day, bool> named_;  // whether each is to be worked
};

}  // namespace mashang::calendar
