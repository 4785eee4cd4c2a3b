// Reading lines and writing due times. The counting itself is in due.cpp.
#include "calendar/due_batch.h"

#include <algorithm>
#include <array>
#include <optional>

#include "calendar/due.h"

namespace mashang::calendar {
namespace {

struct Question {
  Instant start;
  Limit limit;
  Mode mode;
};

std::string quoted(std::string_view text) { return "\"" + std::string{text} + "\""; }

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The three fields of a line; nothing when it has more or fewer.
std::optional<std::array<std::string_view, 3>> fields_of(std::string_view line) {
  const std::size_t first = line.find('\t');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = line.find('\t', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  if (line.find('\t', second + 1) != std::string_view::npos) return std::nullopt;
  return std::array{line.substr(0, first), line.substr(first + 1, second - first - 1),
                    line.substr(second + 1)};
}

/// An error quotes what somebody typed: short, and without what would break the line.
std::string error_line(std::string_view why) {
  constexpr std::size_t kSizeMax = 200;
  std::size_t size = std::min(why.size(), kSizeMax);
  // Never in the middle of a character.
  while (size < why.size() && (why[size] & 0xC0) == 0x80) --size;
  std::string text{why.substr(0, size)};
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  return "error: " + text + (why.size() > size ? " ..." : "");
}

Result<Question, std::string> question_in(std::string_view line) {
  line = without_line_end(line);
  if (line.empty()) return Failure{std::string{"the line is empty"}};
  const auto fields = fields_of(line);
  if (!fields)
    return Failure{std::string{"a line has three fields with tabs between: start, limit, mode"}};
  const auto [start_text, limit_text, mode_text] = *fields;
  const auto start = parse_instant(start_text);
  if (!start)
    return Failure{"the start " + quoted(start_text) +
                   " is not a time like 2022-10-28T16:00:00+08:00"};
  const auto limit = parse_limit(limit_text);
  if (!limit) return Failure{limit.error().en};
  const auto mode = parse_mode(mode_text);
  if (!mode) return Failure{"the mode " + quoted(mode_text) + " is not A, B or C"};
  if (const auto why = why_not_countable(*start, *limit)) return Failure{why->en};
  return Question{*start, *limit, *mode};
}

void append_notes(std::string& out, const std::vector<DayNote>& notes, std::string_view mark) {
  for (const DayNote& note : notes) {
    out += "  ";
    out += mark;
    out += " " + format_day(note.day) + "  " + note.text.zh + " / " + note.text.en + "\n";
  }
}

}  // namespace

std::string format_due(Instant at, Limit limit, Mode mode) {
  const Day day = day_of(at);
  const bool by_the_hour = limit.unit == Unit::hours && mode != Mode::C;
  if (at == start_of(day) && !by_the_hour)
    return format_day(day - std::chrono::days{1}) + "T24:00+08:00";
  const std::string full = format_instant(at);  // 2022-10-31T16:00:00+08:00
  return full.substr(17, 2) == "00" ? full.substr(0, 16) + full.substr(19) : full;
}

std::string due_line(std::string_view line, const WorkingDays& days) {
  const auto question = question_in(line);
  if (!question) return error_line(question.error());
  const Due due = due_of(question->start, question->limit, question->mode, days);
  return format_due(due.at, question->limit, question->mode) +
         (due.provisional ? "\tprovisional" : "");
}

std::string due_batch(std::string_view text, const WorkingDays& days) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    out += due_line(text.substr(0, size), days);
    out += '\n';
    text.remove_prefix(size);
  }
  return out;
}

std::string due_explained(std::string_view line, const WorkingDays& days) {
  const auto question = question_in(line);
  if (!question) return error_line(question.error()) + "\n";
  const Explanation found = explain(question->start, question->limit, question->mode, days);
  std::string out =
      format_due(found.due.at, question->limit, question->mode) +
      (found.due.provisional ? "\tprovisional" : "") + "\n";
  out += found.why.zh + "\n" + found.why.en + "\n";
  append_notes(out, found.skipped, "-");
  append_notes(out, found.made_up, "+");
  return out;
}

}  // namespace mashang::calendar
