// Plays tests/stories/*.story through decide(). How a story is written: tests/stories/README.md.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cases/story_words.h"
#include "rules/clocks.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::CaseKind;
using rules::Clock;
using rules::Role;
using rules::State;

/// Takes a beginning off the text, if it has it.
bool cut(std::string& text, std::string_view beginning) {
  if (!text.starts_with(beginning)) return false;
  text.erase(0, beginning.size());
  return true;
}

/// One step on the way to where a story begins.
struct Stage {
  Role who;
  std::string what;
};

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
  void begin(Instant now, std::string what) {
    second_ = false;
    if (cut(what, "a suggestion, ")) return begin_suggestion(now, what, "");
    if (cut(what, "a wide suggestion, ")) return begin_suggestion(now, what, " wide");
    const bool of_another = cut(what, "another person's order for ");
    second_ = of_another || cut(what, "a second order for ");
    send(now, of_another);
    if (what == "a message") return;
    ASSERT_TRUE(second_ || cut(what, "an order for ")) << what << " is nothing to begin with";
    begin_order(now, what.substr(0, what.find(',')), what.substr(what.find(", ") + 2));
  }

  void send(Instant now, bool of_another) {
    Input input = usual_input(Action::send, now);
    if (of_another) std::get<Send>(input).sender.resident = kOtherResident;
    Case& message = play_.of(CaseKind::message, second_);
    EXPECT_EQ(play_.act_on(message, now, Role::resident, Action::send, input, play_.around()), "");
  }

  void begin_order(Instant now, const std::string& category, const std::string& state) {
    const bool tracked = state == "tracked";
    go_on(now, CaseKind::order, state,
          {{Role::deputy, "pass_on_hotline"},
           {Role::reviewer, "accept " + category},
           {Role::reviewer, "dispatch"},
           {Role::unit, "sign_for"},
           {Role::unit, tracked ? "promise" : "reply"},
           {Role::callback, "call_back dissatisfied"}});
  }

  void begin_suggestion(Instant now, const std::string& state, const std::string& difficulty) {
    if (state == "proposed") {
      send(now, false);
      return go_on(now, CaseKind::suggestion, state,
                   {{Role::deputy, "pass_on_hotline"}, {Role::reviewer, "escalate"}});
    }
    go_on(now, CaseKind::suggestion, state,
          {{Role::deputy, "draft"},
           {Role::deputy, "file"},
           {Role::liaison_office, "enroll"},
           {Role::liaison_office, "refer" + difficulty},
           {Role::unit, "reply_formally"}});
  }

  void go_on(Instant now, CaseKind kind, const std::string& state,
             const std::vector<Stage>& stages) {
    for (const Stage& stage : stages) {
      if (rules::name_of(play_.state(kind, second_)) == state) return;
      act(now, rules::name_of(stage.who), stage.what);
    }
    EXPECT_EQ(rules::name_of(play_.state(kind, second_)), state) << "given";
  }

  void play_step(const std::vector<std::string>& fields) {
    const Instant now = at(fields[0]);
    before_ = play_.events.size();
    refused_.clear();
    std::string what = fields[2];
    second_ = cut(what, "second: ");
    if (fields[1] == "time")
      pass(now, what);
    else if (fields[1] == "notice")
      come_in(now, what);
    else
      act(now, fields[1], what);
    if (fields[3] == "no") {
      ASSERT_EQ(fields.size(), 5U) << "no  <code>";
      EXPECT_EQ(refused_, fields[4]);
      EXPECT_EQ(play_.events.size(), before_) << "a refusal changes nothing";
      return;
    }
    EXPECT_EQ(fields[3], "ok");
    EXPECT_EQ(refused_, "");
    for (std::size_t i = 4; i < fields.size(); ++i) check(words_of(fields[i]), now);
  }

  void pass(Instant now, const std::string& what) {
    const std::vector<std::string> words = words_of(what);
    EXPECT_EQ(words[0], "passes");
    Surroundings around = play_.around();
    Input nothing = Nothing{};
    take_words(words, nothing, around);
    play_.time_passes(now, around);
  }

  void come_in(Instant now, const std::string& what) {
    EXPECT_EQ(what, "2027 comes in");
    play_.notice_comes_in(now);
  }

  void act(Instant now, const std::string& who, const std::string& what) {
    const std::vector<std::string> words = words_of(what);
    Role role{};
    Action action{};
    ASSERT_TRUE(read_word(who, role)) << who << " is nobody";
    ASSERT_TRUE(read_word(words[0], action)) << words[0] << " is no action";
    acted_on_ = play_.kind_for(role, action, second_);
    Case& standing = play_.of(acted_on_, second_);
    Input input = usual_input(action, now);
    if (std::holds_alternative<Earlier>(input)) input = play_.earlier_than(standing);
    Surroundings around = play_.around();
    take_words(words, input, around);
    refused_ = play_.act_on(standing, now, role, action, input, around);
  }

  /// One thing that must be so after the step.
  void check(std::vector<std::string> words, Instant now) {
    Clock clock{};
    if (words[0] == "then") return check_then(words.at(1));
    if (words[0] == "supervision") return check_supervision(words);
    if (words[0] == "first_receipt") return check_first_receipt(at(words.at(1)));
    if (read_word(words[0], clock)) return check_clock(clock, words, now);
    CaseKind kind = acted_on_;
    const bool second = words[0] == "second";
    if (second) words.erase(words.begin());
    const bool names_kind = read_word(words[0], kind);
    EXPECT_EQ(rules::name_of(play_.state(kind, second || (second_ && !names_kind))),
              words.at(names_kind ? 1 : 0));
  }

  void check_then(const std::string& action) {
    const auto taken = [&](const Event& event) {
      return event.actor.role == Role::system && rules::name_of(event.action) == action;
    };
    EXPECT_TRUE(
        std::any_of(play_.events.begin() + std::ptrdiff_t(before_), play_.events.end(), taken))
        << "the system did not " << action;
  }

  const Order& order() { return std::get<Order>(play_.of(CaseKind::order, second_)); }

  /// "supervision 2 promise_made": its level and what it was opened for; or "supervision ended".
  void check_supervision(const std::vector<std::string>& words) {
    if (words.at(1) == "none" || words[1] == "ended") {
      EXPECT_EQ(order().supervision(), nullptr);
      EXPECT_EQ(order().supervisions.empty(), words[1] == "none");
      return;
    }
    ASSERT_NE(order().supervision(), nullptr) << "it is not supervised";
    const Supervision& supervision = *order().supervision();
    EXPECT_EQ(std::to_string(supervision.level), words[1]);
    const auto has = [&](const std::string& name) {
      return std::ranges::any_of(supervision.causes, [&](const NthCause& cause) {
        return rules::name_of(cause.cause) == name;
      });
    };
    for (std::size_t i = 2; i < words.size(); ++i)
      EXPECT_TRUE(has(words[i])) << "it is not supervised because of " << words[i];
  }

  void check_first_receipt(Instant due) {
    ASSERT_FALSE(order().work.earlier.empty()) << "it was dispatched once only";
    ASSERT_TRUE(order().work.earlier.front().receipt) << "it was not signed for";
    EXPECT_EQ(order().work.earlier.front().receipt->at, due);
  }

  const ClockRun* last_run(Clock clock, bool of_second_unit) {
    const ClockRun* last = nullptr;
    for (const CaseKind kind : rules::all_of<CaseKind>())
      for (const ClockRun& run : head_of(play_.of(kind, second_)).clocks)
        if (run.clock == clock && (run.unit == kSecondAssistant) == of_second_unit) last = &run;
    return last;
  }

  void check_clock(Clock clock, std::vector<std::string> words, Instant now) {
    const bool of_second_unit = words.at(1) == "second_unit";
    if (of_second_unit) words.erase(words.begin() + 1);
    const ClockRun* run = last_run(clock, of_second_unit);
    if (words.at(1) == "none") {
      EXPECT_EQ(run, nullptr) << words[0] << " has started";
      return;
    }
    ASSERT_NE(run, nullptr) << words[0] << " has not started";
    if (words[1] == "due") return check_due(*run, words);
    if (words[1] == "moved_from") {
      ASSERT_FALSE(run->moves.empty()) << words[0] << " was never moved";
      EXPECT_EQ(format_instant(run->moves.back().from), format_instant(at(words.at(2))));
      EXPECT_EQ(run->moves.back().at, now) << words[0] << " was moved, but not in this step";
    } else if (words[1] == "began") {
      EXPECT_EQ(format_instant(run->started_at), format_instant(at(words.at(2)))) << words[0];
    } else if (words[1] == "unmoved") {
      EXPECT_TRUE(run->moves.empty() || run->moves.back().at != now) << words[0] << " was moved";
    } else if (words[1] == "half" || words[1] == "four_fifths") {
      const Instant mark = words[1] == "half" ? run->half_at : run->four_fifths_at;
      EXPECT_EQ(format_instant(mark), format_instant(at(words.at(2)))) << words[0];
    } else if (words[1] == "tells") {
      check_told(clock, words);
    } else if (words[1] == "stopped" || words[1] == "runs") {
      EXPECT_EQ(run->running(), words[1] == "runs") << words[0];
    } else {
      EXPECT_TRUE(words[1] == "late" || words[1] == "in_time") << words[1] << " of a clock?";
      EXPECT_EQ(run->late(now), words[1] == "late") << words[0];
    }
  }

  /// "work_limit tells half unit clerk": whom this mark of a clock that runs is told to (R54).
  void check_told(Clock clock, const std::vector<std::string>& words) {
    rules::Mark mark{};
    ASSERT_TRUE(read_word(words.at(2), mark)) << words[2] << " of a clock?";
    EXPECT_EQ(rules::name_of(rules::owner_of(clock)), words.at(3)) << words[0];
    EXPECT_EQ(rules::name_of(rules::audience_of(mark)), words.at(4)) << words[0];
  }

  void check_due(const ClockRun& run, const std::vector<std::string>& words) {
    EXPECT_TRUE(run.running()) << words[0] << " is stopped";
    EXPECT_EQ(format_instant(run.due_at), format_instant(at(words.at(2)))) << words[0];
    EXPECT_EQ(run.provisional, words.back() == "provisional") << words[0];
  }

  Play play_;
  std::size_t before_ = 0;
  CaseKind acted_on_{};
  bool second_ = false;  // whether this step is about the second message or its order
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
