// Parts are built from left to right of the dependency rule, and stopped the other way round: first
// no more requests, then the writer answers what it has, then the store is closed.
#include "commands/serve.h"

#include <atomic>
#include <condition_variable>
#include <iostream>
#include <thread>

#include "base/machine_time.h"
#include "channels/channels.h"
#include "demo/demo.h"
#include "desk/clock_round.h"
#include "desk/regulation_change.h"
#include "desk/set_up.h"
#include "desk/sweep.h"
#include "http/app.h"
#include "http/gate.h"
#include "http/live.h"
#include "http/log.h"
#include "http/openapi.h"
#include "http/page_routes.h"
#include "http/server.h"

namespace mashang::commands {
namespace {

http::LogLevel level_of(const std::string& name) {
  if (name == "debug") return http::LogLevel::debug;
  if (name == "info") return http::LogLevel::info;
  if (name == "error") return http::LogLevel::error;
  return http::LogLevel::warn;
}

/// What is done again and again, a pause between, until this goes away. A fault is logged and what
/// was to be done is tried again the next time.
class Rounds {
 public:
  using Work = std::function<void(const std::stop_token&)>;

  explicit Rounds(Work work)
      : thread_([this, work = std::move(work)](std::stop_token stop) { loop(work, stop); }) {}

 private:
  void loop(const Work& work, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      work(stop);
      std::unique_lock lock(mutex_);
      wait_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    }
  }

  std::mutex mutex_;
  std::condition_variable_any wait_;
  std::jthread thread_;  // last: it uses all of the above
};

void guarded(std::string_view what_failed, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& fault) {
    http::log_event(http::LogLevel::error, what_failed, fault.what());
  }
}

/// Every second, cases whose clock ran out move; every hour, what has had its time is swept away.
Rounds::Work clock_rounds(desk::Desk& desk) {
  return [&desk, round = 0](const std::stop_token&) mutable {
    constexpr int kRoundsBetweenSweeps = 3600;
    guarded("clock_round_failed", [&] { desk::run_clock_round(desk); });
    if (round == 0) guarded("sweep_failed", [&] { desk::sweep(desk); });
    round = (round + 1) % kRoundsBetweenSweeps;
  };
}

/// Notices leave on a thread of their own, since services may take their time.
Rounds::Work sending_rounds(channels::Sender& sender) {
  return [&sender](const std::stop_token& stop) {
    guarded("sending_round_failed",
            [&] { sender.run_round([&stop] { return stop.stop_requested(); }); });
  };
}

void log_channels(std::string_view event, std::string_view detail) {
  http::log_event(http::LogLevel::warn, event, detail);
}

class City {
 public:
  City(const ServeOptions& options, desk::City read, const channels::ChannelsSettings& channels)
      : options_(options),
        city_(std::move(read)),
        database_({.folder = options.data_folder}),
        clock_(database_),
        desk_{.database = database_,
              .city = city_,
              .attachment_files = database_.attachments(),
              .now = options.demo ? std::function<Instant()>([this] { return clock_.now(); })
                                  : machine_now,
              .machine_time = machine_now,
              .tell = [this](const std::vector<desk::Change>& changes) { tell(changes); },
              .forget = [this] { views_.clear(); }},
        channels_(desk_, channels, public_url(), log_channels),
        sessions_(desk_),
        app_{.desk = desk_,
             .sessions = sessions_,
             .hub = hub_,
             .views = views_,
             .settings = settings()} {}

  /// Sets up a city whose store is empty; a demo's was filled before it was opened.
  void prepare() {
    desk::load_regulation(desk_);
    desk::set_up_city(desk_);
    desk_.outward = channels_.outward();
    channels_.sender().begin();
  }

  int run() {
    http::RouteTable table;
    http::add_api_routes(table, app_);
    http::add_page_routes(table, options_.web);
    http::Server server({.address = options_.address,
                         .port = options_.port,
                         .public_url = app_.settings.public_url,
                         .trusted_proxies = options_.trusted_proxies,
                         .answer_to_fault = http::answer_to_fault},
                        std::move(table), hub_);
    announce(server.port());
    bool all_answered = false;
    {
      const Rounds clock(clock_rounds(desk_));
      const Rounds sending(sending_rounds(channels_.sender()));
      all_answered = server.run();
    }
    app_.media.stop();
    database_.stop_writing();
    return all_answered ? 0 : 1;
  }

 private:
  std::string public_url() const {
    if (!options_.public_url.empty()) return options_.public_url;
    return "http://localhost:" + std::to_string(options_.port);
  }

  http::AppSettings settings() {
    http::AppSettings settings{.public_url = public_url(),
                               .media_tools = {options_.media_tools}};
    if (options_.demo)
      settings.demo =
          http::DemoHooks{.guide = [this] { return demo::guide_json(desk_); },
                          .advance = [this](std::string_view step) { return advance(step); }};
    return settings;
  }

  std::optional<Instant> advance(std::string_view step) {
    const auto now = clock_.advance(step, city_.days());
    if (now) desk::run_clock_round(desk_);
    return now;
  }

  void tell(const std::vector<desk::Change>& changes) {
    for (const desk::Change& change : changes) {
      views_.changed({change.kind, change.id});
      // A message tells where its order and its suggestions stand.
      for (const MessageId message : change.messages)
        views_.changed({rules::CaseKind::message, message.value});
      for (const OrderId order : change.orders)
        views_.changed({rules::CaseKind::order, order.value});
    }
    for (const desk::Change& change : changes) hub_.publish(http::live_event(change));
  }

  void announce(std::uint16_t port) {
    const std::string url = options_.public_url.empty() ? "http://localhost:" + std::to_string(port)
                                                        : options_.public_url;
    if (options_.demo)
      std::cout << demo::guide_text(desk_, url);
    else
      std::cout << "Mashang serves " << city_.file.name.en << " at " << url << "\n";
    std::cout << std::flush;
  }

  const ServeOptions& options_;
  const desk::City city_;
  store::Database database_;
  demo::DemoClock clock_;
  desk::Desk desk_;
  channels::Channels channels_;
  desk::Sessions sessions_;
  http::LiveHub hub_;
  http::ViewCache views_;
  http::App app_;
};

}  // namespace

int serve(const ServeOptions& options) {
  http::set_log_level(level_of(options.log_level));
  auto read = desk::read_city(options.share / "data", options.city, options.rulebook);
  if (!read) {
    std::cerr << "The city's files need correction:\n" << read.error();
    return 2;
  }
  const auto ways = options.channels.empty()
                        ? Result<channels::ChannelsSettings, Text2s>(channels::ChannelsSettings{})
                        : channels::read_channels_file(options.channels);
  if (!ways) {
    std::cerr << "The file of the channels needs correction: " << options.channels.string() << ": "
              << ways.error().en << "\n";
    return 2;
  }
  const auto stories = options.share / "data" / options.city / "stories.json";
  if (options.demo)
    demo::fill_folder(options.data_folder, *read,
                      options.stories ? std::optional(stories) : std::nullopt);
  City city(options, *std::move(read), *ways);
  city.prepare();
  return city.run();
}

}  // namespace mashang::commands
