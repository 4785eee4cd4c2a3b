// Due times that another program counted from the notices (tests/vectors), line by line.
#include <algorithm>
#include <fstream>
#include <string>

#include "calendar/calendar_fixture.h"
#include "calendar/due_batch.h"

namespace mashang::calendar {
namespace {

/// Where the n-th tab of a line is; the end of the line when it has fewer.
std::size_t nth_tab(const std::string& line, int n) {
  std::size_t place = line.find('\t');
  while (--n > 0 && place != std::string::npos) place = line.find('\t', place + 1);
  return std::min(place, line.size());
}

TEST(VectorsTest, what_another_program_counted_from_the_notices_is_counted_here_too) {
  const WorkingDays calendar = shipped();
  std::ifstream file{MASHANG_ROOT "/tests/vectors/working_days.tsv"};
  int lines = 0, wrong = 0;
  for (std::string line; std::getline(file, line); ++lines) {
    const std::size_t end_of_question = nth_tab(line, 3);
    ASSERT_LT(end_of_question, line.size()) << "line " << lines + 1;
    const std::string found = due_line(line.substr(0, end_of_question), calendar);
    const std::string expected = line.substr(end_of_question + 1);
    EXPECT_EQ(found, expected) << line;
    wrong += found != expected;
    ASSERT_LT(wrong, 20) << "and perhaps more";
  }
  // A file that went missing must not pass for one that agrees.
  EXPECT_GE(lines, 2500);
}

}  // namespace
}  // namespace mashang::calendar
