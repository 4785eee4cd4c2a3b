// Stories: a few weeks in the life of a city, played through the desk as if they happened now. What
// is stored is what real people would have left behind, with every rule kept.
#pragma once

#include <boost/describe/class.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cases/inputs.h"
#include "desk/desk.h"

namespace mashang::demo {

struct Resident {
  std::string name;
  std::string phone;
};
BOOST_DESCRIBE_STRUCT(Resident, (), (name, phone))

/// R17: a unit that is asked to assist, by its name.
struct AssistingUnit {
  std::string unit;
  std::optional<std::string> task;
};
BOOST_DESCRIBE_STRUCT(AssistingUnit, (), (unit, task))

/// One action, `after_hours` after the one before; which of the other fields it needs is the
/// action's.
struct Step {
  double after_hours = 0;
  rules::Action action{};
  std::optional<std::string> text;
  std::optional<std::string> public_reply;
  std::optional<std::string> note;
  std::optional<std::string> unit;  // dispatched to, proposed, or the one that assists
  std::optional<std::vector<AssistingUnit>> assisting;
  std::optional<std::string> absences;
  std::optional<rules::Category> category;
  std::optional<bool> urgent;
  std::optional<rules::OfficeLevel> office;
  std::optional<rules::Reason> reason;
  std::optional<rules::BarReason> bar_reason;
  std::optional<rules::RecordKind> record_kind;
  std::optional<rules::Outcome> outcome;
  std::optional<rules::Score> score;
  std::optional<std::string> comment;
  std::optional<std::string> story;       // whose order is meant: another story's name
  std::optional<std::string> basis;       // of a return
  std::optional<std::string> leader;      // who signed the opinion, or the reply
  std::optional<std::string> paper;       // the signed opinion: a picture beside the stories
  std::optional<std::string> title;       // what neighbours are shown
  std::optional<std::string> answerable;  // for a promise or under a supervision
  std::optional<int> in_days;             // promised: so many days later, or the working day after
  std::optional<int> working_days;        // an extension: so many beyond the limit that runs
  std::optional<std::string> deputy;      // invited, or the one who signs: his code
  std::optional<cases::Wording> wording;
  std::optional<rules::Difficulty> difficulty;
  std::optional<std::string> code;
  std::optional<cases::Fill> fill;  // what the message left blank
};
BOOST_DESCRIBE_STRUCT(Step, (),
                      (after_hours, action, text, public_reply, note, unit, assisting, absences,
                       category, urgent, office, reason, bar_reason, record_kind, outcome, score,
                       comment, story, basis, leader, paper, title, answerable, in_days,
                       working_days, deputy, wording, difficulty, code, fill))

/// A suggestion that a deputy begins himself; `stories` are those whose messages led to it.
struct OwnSuggestion {
  cases::Wording wording;
  std::optional<rules::OfficeLevel> office;
  std::optional<std::vector<std::string>> stories;
};
BOOST_DESCRIBE_STRUCT(OwnSuggestion, (), (wording, office, stories))

/// Begins with a resident's message (`resident` and `content`) or with a deputy's suggestion.
struct Story {
  std::optional<std::string> name;  // for other stories to refer to
  std::optional<Resident> resident;
  std::string deputy;
  // One of the two says when it began. Where a window is counted in working days, working days put
  // the story into it on every day of the year.
  std::optional<int> days_ago;
  std::optional<int> working_days_ago;
  double hour = 9;  // of that day, in China
  std::optional<cases::Content> content;
  std::optional<cases::Position> position;
  std::optional<std::vector<std::string>> attachments;  // files beside the stories
  std::optional<std::string> joins;                     // the story whose matter it joins
  std::optional<OwnSuggestion> suggestion;
  std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(Story, (),
                      (name, resident, deputy, days_ago, working_days_ago, hour, content, position,
                       attachments, joins, suggestion, steps))

/// Reads the stories, and where the files lie that they name; throws std::runtime_error with
/// every error when the file is wrong.
std::vector<Story> read_stories(const std::filesystem::path& file);

/// Plays everything that lies before `now`. Throws std::runtime_error, naming story and step, when
/// the rules refuse one: a demo that breaks the rules would teach them wrongly.
void play_stories(const desk::Desk& desk, const std::vector<Story>& stories, Instant now);

}  // namespace mashang::demo
