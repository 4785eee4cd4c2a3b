// Plays tests/stories/*.story through decide(). How a story is written: tests/stories/README.md.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <boost/describe/enum_from_string.hpp>

#include "base/overloaded.h"
#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::CaseKind;
using rules::Clock;
using rules::Role;
using rules::State;

template <typename E>
bool read_word(const std::string& word, E& value) {
  return boost::describe::enum_from_string(word.c_str(), value);
}

/// The parts of a line between runs of two or more blanks; what follows a # is for readers.
std::vector<std::string> fields_of(std::string line) {
  line = line.substr(0, line.find('#'));
  std::vector<std::string> fields;
  for (std::size_t from = 0; (from = line.find_first_not_of(' ', from)) != std::string::npos;) {
    std::size_t end = std::min(line.find("  ", from), line.size());
    fields.push_back(line.substr(from, end - from));
    if (fields.back().ends_with(' ')) fields.back().pop_back();
    from = end;
  }
  return fields;
}

std::vector<std::string> words_of(const std::string& field) {
  std::istringstream text(field);
  return {std::istream_iterator<std::string>(text), {}};
}

/// Puts one word behind an action into what is handed in, or into what surrounds it.
bool take_word(const std::string& word, Input& input, Surroundings& around) {
  if (word == "old_notice") return !(around.notice_current = false);
  if (word == "deputy_suspended") return !(around.deputy_active = false);
  if (word == "strange_photo") return !(around.photos_usable = false);
  if (word == "unknown_unit") return !(around.unit_known = false);
  return std::visit(Overloaded{
                        [&](Accept& to) {
                          return word == "urgent" ? (to.urgent = true)
                                                  : read_word(word, to.category);
                        },
                        [&](Record& to) { return read_word(word, to.category); },
                        [&](Rejection& to) { return read_word(word, to.reason); },
                        [&](Rate& to) { return read_word(word, to.score); },
                        [&](CallBack& to) { return read_word(word, to.outcome); },
                        [&](PassOnOffice& to) { return read_word(word, to.office.emplace()); },
                        [](auto&) { return false; },
                    },
                    input);
}

class Story {
 public:
  void play_line(const std::string& line) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.empty()) return;
    if (fields[0] == "story") {
      play_ = Play{};
    } else if (fields[0] == "given") {
      ASSERT_EQ(fields.size(), 3U) << "given  <time>  a message | an order for <category>, <state>";
      begin(at(fields[1]), fields[2]);
    } else {
      ASSERT_GE(fields.size(), 4U) << "<time>  <who>  <what>  ok | no  <what then>";
      play_step(fields);
    }
  }

 private:
  void begin(Instant now, const std::string& what) {
    EXPECT_EQ(play_.act(now, Role::resident, Action::send), "");
    if (what == "a message") return;
    const std::string words = what.substr(std::string("an order for ").size());
    const std::string state = words.substr(words.find(", ") + 2);
    EXPECT_EQ(play_.act(now, Role::deputy, Action::pass_on_hotline), "");
    go_on_to(now, words.substr(0, words.find(',')), state);
    EXPECT_EQ(rules::name_of(play_.state(CaseKind::order)), state) << "given";
  }

  void go_on_to(Instant now, const std::string& category, const std::string& state) {
    constexpr std::pair<Role, Action> kWay[] = {{Role::reviewer, Action::accept},
                                                {Role::reviewer, Action::dispatch},
                                                {Role::unit, Action::sign_for},
                                                {Role::unit, Action::reply}};
    for (const auto& [who, action] : kWay) {
      if (rules::name_of(play_.state(CaseKind::order)) == state) return;
      act(now, rules::name_of(who),
          rules::name_of(action) + (action == Action::accept ? " " + category : ""));
    }
  }

  void play_step(const std::vector<std::string>& fields) {
    const Instant now = at(fields[0]);
    before_ = play_.events.size();
    refused_.clear();
    if (fields[1] == "time")
      play_.time_passes(now);
    else
      act(now, fields[1], fields[2]);
    if (fields[3] == "no") {
      ASSERT_EQ(fields.size(), 5U) << "no  <code>";
      EXPECT_EQ(refused_, fields[4]);
      EXPECT_EQ(play_.events.size(), before_) << "a refusal changes nothing";
      return;
    }
    EXPECT_EQ(refused_, "");
    for (std::size_t i = 4; i < fields.size(); ++i) check(words_of(fields[i]), now);
  }

  void act(Instant now, const std::string& who, const std::string& what) {
    const std::vector<std::string> words = words_of(what);
    Role role{};
    Action action{};
    ASSERT_TRUE(read_word(who, role)) << who << " is nobody";
    ASSERT_TRUE(read_word(words[0], action)) << words[0] << " is no action";
    Input input = usual_input(action, now);
    Surroundings around = usual_surroundings();
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (auto* reply = std::get_if<Reply>(&input); reply && words[i] == "spoken") {
        reply->contact.at = at(words.at(i + 1) + " " + words.at(i + 2));
        break;
      }
      EXPECT_TRUE(take_word(words[i], input, around)) << words[i] << " says nothing here";
    }
    acted_on_ = kind_of(action);
    refused_ = play_.act(now, role, action, input, around);
  }

  /// One thing that must be so after the step.
  void check(const std::vector<std::string>& words, Instant now) {
    Clock clock{};
    if (words[0] == "then") return check_then(words.at(1));
    if (read_word(words[0], clock)) return check_clock(clock, words, now);
    CaseKind kind = acted_on_;
    const bool names_kind = read_word(words[0], kind);
    EXPECT_EQ(rules::name_of(play_.state(kind)), words.at(names_kind ? 1 : 0));
  }

  void check_then(const std::string& action) {
    const auto taken = [&](const Event& event) {
      return event.actor.role == Role::system && rules::name_of(event.action) == action;
    };
    EXPECT_TRUE(
        std::any_of(play_.events.begin() + std::ptrdiff_t(before_), play_.events.end(), taken))
        << "the system did not " << action;
  }

  const ClockRun* last_run(Clock clock) {
    const ClockRun* last = nullptr;
    for (const CaseKind kind : {CaseKind::message, CaseKind::order})
      for (const ClockRun& run : head_of(play_.of(kind)).clocks)
        if (run.clock == clock) last = &run;
    return last;
  }

  void check_clock(Clock clock, const std::vector<std::string>& words, Instant now) {
    const ClockRun* run = last_run(clock);
    ASSERT_NE(run, nullptr) << words[0] << " has not started";
    if (words.at(1) == "stopped") {
      EXPECT_FALSE(run->running()) << words[0] << " runs";
    } else if (words[1] == "late" || words[1] == "in_time") {
      EXPECT_EQ(run->late(now), words[1] == "late") << words[0];
    } else {
      ASSERT_EQ(words[1], "due") << words[1] << " says nothing of a clock";
      EXPECT_TRUE(run->running()) << words[0] << " is stopped";
      const Instant due = at(words.at(2) + " " + words.at(3));
      EXPECT_EQ(format_instant(run->due_at), format_instant(due)) << words[0];
      EXPECT_EQ(run->provisional, words.back() == "provisional") << words[0];
    }
  }

  Play play_;
  std::size_t before_ = 0;
  CaseKind acted_on_{};
  std::string refused_;
};

class Stories : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Stories, GoAsTheyAreTold) {
  std::istringstream text(rules::file_text("tests/stories/" + GetParam().filename().string()));
  Story story;
  int number = 0;
  for (std::string line; std::getline(text, line);) {
    SCOPED_TRACE("tests/stories/" + GetParam().filename().string() + ":" +
                 std::to_string(++number) + ": " + line);
    story.play_line(line);
  }
}

std::vector<std::filesystem::path> story_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(MASHANG_ROOT "/tests/stories"))
    if (entry.path().extension() == ".story") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Told, Stories, testing::ValuesIn(story_files()), test_name);

}  // namespace
}  // namespace mashang::cases
