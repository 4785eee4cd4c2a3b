// All steps of all stories in the order of their times, with the clock rounds between them.
#include <algorithm>
#include <fstream>
#include <future>
#include <map>
#include <sstream>
#include <stdexcept>

#include "demo/cast.h"
#include "demo/step_input.h"
#include "desk/attachment_upload.h"
#include "desk/clock_round.h"
#include "desk/message_send.h"
#include "desk/suggestion_draft.h"
#include "rules/lifecycle.h"
#include "store/case_store.h"
#include "store/order_store.h"
#include "store/suggestion_store.h"

namespace mashang::demo {
namespace {

using rules::CaseKind;
using std::chrono::days;

/// `step` of -1 is the sending itself.
struct Cue {
  Instant at;
  std::size_t story = 0;
  int step = -1;
};

std::chrono::milliseconds hours_of(double hours) {
  return std::chrono::milliseconds(std::int64_t(hours * 3'600'000));
}

/// The day on which a story begins.
Day first_day(const Story& story, Day today, const calendar::WorkingDays& calendar) {
  if (!story.working_days_ago) return today - days{story.days_ago.value_or(0)};
  Day day = today;
  for (int left = *story.working_days_ago; left > 0;) left -= calendar.is_working(--day) ? 1 : 0;
  return day;
}

std::vector<Cue> cues_of(const std::vector<Story>& stories, Instant now,
                         const calendar::WorkingDays& calendar) {
  std::vector<Cue> cues;
  for (std::size_t s = 0; s < stories.size(); ++s) {
    const Story& story = stories[s];
    Instant at = start_of(first_day(story, day_of(now), calendar)) + hours_of(story.hour);
    for (int i = -1; i < int(story.steps.size()); ++i) {
      if (i >= 0) at += hours_of(story.steps[std::size_t(i)].after_hours);
      if (at > now) break;
      cues.push_back({at, s, i});
    }
  }
  std::ranges::stable_sort(cues, {}, &Cue::at);
  return cues;
}

/// The n-th working day after this one; of 0 the day itself, or the next that is one.
Day working_day_after(Day day, int n, const calendar::WorkingDays& calendar) {
  while (n > 0) n -= calendar.is_working(++day) ? 1 : 0;
  while (!calendar.is_working(day)) ++day;
  return day;
}

class Play {
 public:
  Play(const desk::Desk& desk, const std::vector<Story>& stories, Instant start)
      : at_(start), desk_(desk), stories_(stories), cast_(desk_) {
    desk_.now = [this] { return at_; };
    desk_.tell = [](const std::vector<desk::Change>&) {};
  }

  void run(const Cue& cue) {
    pass_time(cue.at);
    const Story& story = stories_[cue.story];
    if (cue.step >= 0) return act(story, story.steps[std::size_t(cue.step)]);
    begun_[&story] = story.suggestion ? draft(story) : send(story);
  }

  /// Every night the clocks are gone round, as in life: what is late is late from the first minute.
  void pass_time(Instant to) {
    for (Instant night = night_after(at_); night <= to; night = night_after(at_)) {
      at_ = night;
      desk::run_clock_round(desk_);
    }
    at_ = to;
  }

 private:
  static Instant night_after(Instant at) {
    const Instant night = start_of(day_of(at)) + std::chrono::minutes{1};
    return at < night ? night : night + days{1};
  }

  /// Waits for the desk's answer; a refusal ends the demo with its sentence.
  template <typename Start>
  desk::Done wait_for(Start start) {
    std::promise<desk::Answer> promise;
    start([&promise](desk::Answer answer) { promise.set_value(std::move(answer)); });
    const desk::Answer answer = promise.get_future().get();
    if (answer) return *answer;
    const std::string why = answer.error().detail + std::string(answer.error().refusal.text.en);
    throw std::runtime_error(why.empty() ? "the case is not there" : why);
  }

  desk::Once once() { return {"demo-" + std::to_string(++count_), ""}; }

  store::CaseRef send(const Story& story) {
    if (!story.resident || !story.content) throw std::runtime_error("it lacks who wrote, or what");
    desk::MessageDraft draft{.deputy = story.deputy,
                             .content = *story.content,
                             .position = story.position,
                             .notice_version = desk_.city.file.notice.version};
    const desk::Person resident = cast_.resident(*story.resident);
    draft.attachments = uploaded(story.attachments.value_or(std::vector<std::string>{}), resident);
    if (story.joins) draft.joins = MessageId{begun_.at(&named(*story.joins)).id};
    const desk::Done done = wait_for([&](desk::Respond respond) {
      desk::send_message(desk_, resident, std::move(draft), once(), std::move(respond));
    });
    return {done.kind, done.id};
  }

  store::CaseRef draft(const Story& story) {
    cases::Draft draft{.wording = story.suggestion->wording, .office = story.suggestion->office};
    std::vector<cases::Line> messages;
    for (const std::string& name : story.suggestion->stories.value_or(std::vector<std::string>{}))
      messages.push_back({number_of(begun_.at(&named(name)))});
    if (!messages.empty()) draft.messages = std::move(messages);
    const desk::Person deputy = cast_.deputy(story.deputy);
    const desk::Done done = wait_for([&](desk::Respond respond) {
      desk::draft_suggestion(desk_, deputy, std::move(draft), once(), std::move(respond));
    });
    return {done.kind, done.id};
  }

  const Story& named(const std::string& name) const {
    const auto story = std::ranges::find(stories_, std::optional(name), &Story::name);
    if (story == stories_.end() || !begun_.contains(&*story))
      throw std::runtime_error("no earlier story is named " + name);
    return *story;
  }

  std::string number_of(const store::CaseRef& ref) {
    return desk_.database.read([&](store::Connection& connection) {
      return cases::head_of(*store::load_case(connection, ref.kind, ref.id)).number;
    });
  }

  /// What the story's first case has led to, the last first: suggestion, order, message.
  std::vector<store::CaseRef> cases_of(const Story& story) {
    const store::CaseRef first = begun_.at(&story);
    std::vector<store::CaseRef> all{first};
    if (first.kind != CaseKind::message) return all;
    desk_.database.read([&](store::Connection& connection) {
      const auto order = store::order_of_message(connection, {first.id});
      if (!order) return;
      all.insert(all.begin(), {CaseKind::order, order->value});
      if (const auto suggestion = store::suggestion_of_order(connection, *order))
        all.insert(all.begin(), {CaseKind::suggestion, suggestion->value});
    });
    return all;
  }

  /// The one of the story's cases that the action is possible for.
  cases::Case standing_for(const Story& story, rules::Action action) {
    for (const store::CaseRef& ref : cases_of(story)) {
      auto standing = desk_.database.read([&](store::Connection& connection) {
        return *store::load_case(connection, ref.kind, ref.id);
      });
      const rules::State state = cases::head_of(standing).state;
      if (rules::find(rules::lifecycle_of(ref.kind), state, action) != nullptr) return standing;
    }
    throw std::runtime_error("the action is not possible here");
  }

  std::string order_of(const std::string& name) {
    for (const store::CaseRef& ref : cases_of(named(name)))
      if (ref.kind == CaseKind::order) return number_of(ref);
    throw std::runtime_error("the story " + name + " has no order yet");
  }

  /// The unit called the deputy a few minutes before it wrote its reply (R23).
  cases::Contact contact_of(const Step& step, const Story& story) {
    const desk::Person deputy = cast_.deputy(story.deputy);
    return {.person = {deputy.name + "代表"},
            .number = {deputy.phone},
            .at = std::chrono::floor<std::chrono::minutes>(at_ - std::chrono::minutes{5}),
            .satisfied = step.score};
  }

  std::optional<Day> day_of_step(const Step& step, const cases::Case& standing) {
    const calendar::WorkingDays& calendar = desk_.city.regulation().days;
    if (step.in_days) return working_day_after(day_of(at_) + days{*step.in_days}, 0, calendar);
    if (!step.working_days) return std::nullopt;
    const cases::CaseHead& head = cases::head_of(standing);
    const cases::ClockRun* run = head.running(rules::Clock::work_limit);
    if (run == nullptr) run = head.running(rules::Clock::redo_limit);
    if (run == nullptr) throw std::runtime_error("no limit runs that could be extended");
    // A due time at 24:00 belongs to the day it ends.
    const Day last = day_of(run->due_at - std::chrono::seconds{1});
    return working_day_after(last, *step.working_days, calendar);
  }

  desk::Uploaded upload(const desk::Person& player, const std::string& key,
                        const std::string& bytes) {
    const std::atomic<bool> go_on{false};
    return desk::read_media_header(bytes)
               ? desk::upload_media(desk_, player, {key, bytes}, {}, go_on)
               : desk::upload_photo(desk_, player, {key, bytes});
  }

  static std::vector<std::string> papers_of(const Step& step) {
    return step.paper ? std::vector{*step.paper} : std::vector<std::string>{};
  }

  std::vector<AttachmentId> uploaded(const std::vector<std::string>& files,
                                     const desk::Person& player) {
    std::vector<AttachmentId> ids;
    for (const std::string& file : files) {
      std::ifstream in(file, std::ios::binary);
      std::ostringstream bytes;
      bytes << in.rdbuf();
      const auto card = upload(player, once().key, bytes.str());
      // A machine without ffmpeg has the same stories, less what is to be heard.
      if (!card && card.error() == "no_media_tools") continue;
      if (!card) throw std::runtime_error(file + ": " + std::string(card.error()));
      ids.push_back(card->id);
    }
    return ids;
  }

  Meant meant_by(const Step& step, const Story& story, const cases::Case& standing,
                 const desk::Person& player) {
    Meant meant{.attachments = uploaded(papers_of(step), player),
                .day = day_of_step(step, standing),
                .contact = contact_of(step, story)};
    if (step.unit) meant.unit = cast_.unit(*step.unit);
    for (const AssistingUnit& one : step.assisting.value_or(std::vector<AssistingUnit>{}))
      meant.assisting.push_back({cast_.unit(one.unit), one.unit, one.task.value_or("")});
    if (step.story) meant.order = order_of(*step.story);
    return meant;
  }

  void act(const Story& story, const Step& step) {
    const cases::Case standing = standing_for(story, step.action);
    const desk::Person player = cast_.player(standing, step, story);
    const cases::CaseHead& head = cases::head_of(standing);
    desk::ActRequest request{.kind = head.kind,
                             .id = head.id,
                             .version = head.version,
                             .action = step.action,
                             .input = input_of(step, meant_by(step, story, standing, player)),
                             .once = once()};
    wait_for([&](desk::Respond respond) {
      desk::act(desk_, player, std::move(request), std::move(respond));
    });
  }

  Instant at_;
  desk::Desk desk_;
  const std::vector<Story>& stories_;
  Cast cast_;
  std::map<const Story*, store::CaseRef> begun_;  // the first case of each
  int count_ = 0;
};

}  // namespace

void play_stories(const desk::Desk& desk, const std::vector<Story>& stories, Instant now) {
  const std::vector<Cue> cues = cues_of(stories, now, desk.city.regulation().days);
  if (cues.empty()) return;
  Play play(desk, stories, cues.front().at);
  for (const Cue& cue : cues) {
    try {
      play.run(cue);
    } catch (const std::runtime_error& error) {
      throw std::runtime_error("story " + std::to_string(cue.story + 1) + ", step " +
                               std::to_string(cue.step + 1) + ": " + error.what());
    }
  }
  play.pass_time(now);
}

}  // namespace mashang::demo
