// All steps of all stories in the order of their times, with the clock rounds between them.
#include <algorithm>
#include <future>
#include <map>
#include <stdexcept>

#include "demo/cast.h"
#include "demo/step_input.h"
#include "desk/clock_round.h"
#include "desk/message_send.h"
#include "rules/lifecycle.h"
#include "store/case_store.h"
#include "store/order_store.h"

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

std::vector<Cue> cues_of(const std::vector<Story>& stories, Instant now) {
  std::vector<Cue> cues;
  for (std::size_t s = 0; s < stories.size(); ++s) {
    const Story& story = stories[s];
    Instant at = start_of(day_of(now) - days{story.days_ago}) + hours_of(story.hour);
    for (int i = -1; i < int(story.steps.size()); ++i) {
      if (i >= 0) at += hours_of(story.steps[std::size_t(i)].after_hours);
      if (at > now) break;
      cues.push_back({at, s, i});
    }
  }
  std::ranges::stable_sort(cues, {}, &Cue::at);
  return cues;
}

class Play {
 public:
  Play(const desk::Desk& desk, const std::vector<Story>& stories)
      : desk_(desk), stories_(stories), cast_(desk_) {
    desk_.now = [this] { return at_; };
    desk_.tell = [](const std::vector<desk::Change>&) {};
  }

  void run(const Cue& cue) {
    if (day_of(cue.at) != day_of(at_)) {
      at_ = start_of(day_of(cue.at));
      desk::run_clock_round(desk_);
    }
    at_ = cue.at;
    const Story& story = stories_[cue.story];
    const auto done =
        cue.step < 0 ? send(story) : act(cue.story, story.steps[std::size_t(cue.step)]);
    if (cue.step < 0) messages_[cue.story] = done.id;
  }

 private:
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

  desk::Done send(const Story& story) {
    desk::MessageDraft draft{.deputy = story.deputy,
                             .content = story.content,
                             .notice_version = desk_.city.file.notice.version};
    const desk::Person resident = cast_.resident(story.resident);
    return wait_for([&](desk::Respond respond) {
      desk::send_message(desk_, resident, std::move(draft), once(), std::move(respond));
    });
  }

  /// The message, or the order it became, whichever the action belongs to.
  cases::Case standing_for(std::int64_t message, rules::Action action) {
    return desk_.database.read([&](store::Connection& connection) -> cases::Case {
      const auto order = store::order_of_message(connection, {message});
      const bool of_order =
          std::ranges::any_of(rules::kOrderLifecycle,
                              [&](const rules::Transition& row) { return row.action == action; });
      if (of_order && order) return *store::load_case(connection, CaseKind::order, order->value);
      return *store::load_case(connection, CaseKind::message, message);
    });
  }

  desk::Done act(std::size_t story, const Step& step) {
    const cases::Case standing = standing_for(messages_.at(story), step.action);
    const desk::Person player = cast_.player(standing, step.action, stories_[story]);
    const cases::CaseHead& head = cases::head_of(standing);
    const UnitId unit = step.unit ? cast_.unit(*step.unit) : UnitId{};
    desk::ActRequest request{.kind = head.kind,
                             .id = head.id,
                             .version = head.version,
                             .action = step.action,
                             .input = input_of(step, stories_[story], unit, at_),
                             .once = once()};
    return wait_for([&](desk::Respond respond) {
      desk::act(desk_, player, std::move(request), std::move(respond));
    });
  }

  Instant at_;
  desk::Desk desk_;
  const std::vector<Story>& stories_;
  Cast cast_;
  std::map<std::size_t, std::int64_t> messages_;
  int count_ = 0;
};

}  // namespace

void play_stories(const desk::Desk& desk, const std::vector<Story>& stories, Instant now) {
  Play play(desk, stories);
  for (const Cue& cue : cues_of(stories, now)) {
    try {
      play.run(cue);
    } catch (const std::runtime_error& error) {
      throw std::runtime_error("story " + std::to_string(cue.story + 1) + ", step " +
                               std::to_string(cue.step + 1) + ": " + error.what());
    }
  }
}

}  // namespace mashang::demo
