// Stories: a few weeks in the life of a city, played through the desk as if they happened now. What
// is stored is what real people would have left behind, with every rule kept.
#pragma once

#include <boost/describe/class.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "rules/reasons.h"

namespace mashang::demo {

struct Resident {
  std::string name;
  std::string phone;
};
BOOST_DESCRIBE_STRUCT(Resident, (), (name, phone))

/// One action, `after_hours` after the one before; which of the other fields it needs is the
/// action's.
struct Step {
  double after_hours = 0;
  rules::Action action{};
  std::optional<std::string> text;
  std::optional<std::string> public_reply;
  std::optional<std::string> note;
  std::optional<std::string> unit;
  std::optional<rules::Category> category;
  std::optional<bool> urgent;
  std::optional<rules::OfficeLevel> office;
  std::optional<rules::Reason> reason;
  std::optional<rules::Outcome> outcome;
  std::optional<rules::Score> score;
  std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(Step, (),
                      (after_hours, action, text, public_reply, note, unit, category, urgent,
                       office, reason, outcome, score, comment))

struct Story {
  Resident resident;
  std::string deputy;
  int days_ago = 0;
  double hour = 9;  // of that day, in China
  cases::Content content;
  std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(Story, (), (resident, deputy, days_ago, hour, content, steps))

/// Reads the stories; throws std::runtime_error with every error when the file is wrong.
std::vector<Story> read_stories(const std::filesystem::path& file);

/// Plays everything that lies before `now`. Throws std::runtime_error, naming story and step, when
/// the rules refuse one: a demo that breaks the rules would teach them wrongly.
void play_stories(const desk::Desk& desk, const std::vector<Story>& stories, Instant now);

}  // namespace mashang::demo
