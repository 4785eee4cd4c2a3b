// Parts are built from left to right of the dependency rule, and stopped the other way round: first
// no more requests, then the writer answers what it has, then the store is closed.
#include "commands/serve.h"

#include <atomic>
#include <condition_variable>
#include <iostream>
#include <thread>

#include "base/machine_time.h"
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

/// Every second, cases whose clock ran out move; every hour, what has had its time is swept away. A
/// fault is logged and tried again the next time.
class ClockRounds {
 public:
  explicit ClockRounds(desk::Desk& desk)
      : thread_([this, &desk](std::stop_token stop) { loop(desk, stop); }) {}

 private:
  void loop(desk::Desk& desk, const std::stop_token& stop) {
    constexpr int kRoundsBetweenSweeps = 3600;
    for (int round = 0; !stop.stop_requested(); round = (round + 1) % kRoundsBetweenSweeps) {
      guarded("clock_round_failed", [&] { desk::run_clock_round(desk); });
      if (round == 0) guarded("sweep_failed", [&] { desk::sweep(desk); });
      std::unique_lock lock(mutex_);
      wait_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    }
  }

  static void guarded(std::string_view what_failed, const std::function<void()>& work) {
    try {
      work();
    } catch (const std::exception& fault) {
      http::log_event(http::LogLevel::error, what_failed, fault.what());
    }
  }

  std::mutex mutex_;
  std::condition_variable_any wait_;
  std::jthread thread_;  // last: it uses all of the above
};

class City {
 public:
  City(const ServeOptions& options, desk::City read)
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
      const ClockRounds rounds(desk_);
      all_answered = server.run();
    }
    app_.media.stop();
    database_.stop_writing();
    return all_answered ? 0 : 1;
  }

 private:
  http::AppSettings settings() {
    http::AppSettings settings{.public_url = options_.public_url,
                               .media_tools = {options_.media_tools}};
    if (settings.public_url.empty())
      settings.public_url = "http://localhost:" + std::to_string(options_.port);
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
  const auto stories = options.share / "data" / options.city / "stories.json";
  if (options.demo)
    demo::fill_folder(options.data_folder, *read,
                      options.stories ? std::optional(stories) : std::nullopt);
  City city(options, *std::move(read));
  city.prepare();
  return city.run();
}

}  // namespace mashang::commands
