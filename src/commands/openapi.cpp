// The routes are made on an empty store of a passing moment, described, and never served.
#include "commands/openapi.h"

#include <unistd.h>

#include "http/app.h"
#include "http/openapi.h"

namespace mashang::commands {

std::string describe_api(const desk::City& city) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("mashang-openapi-" + std::to_string(getpid()));
  std::string text;
  {
    store::Database database({.folder = folder});
    const auto never = [] { return Instant{}; };
    desk::Desk desk{.database = database,
                    .city = city,
                    .attachment_files = database.attachments(),
                    .now = never,
                    .machine_time = never,
                    .tell = [](const auto&) {}};
    desk::Sessions sessions(desk);
    http::LiveHub hub;
    http::ViewCache views;
    const http::DemoHooks hooks{[] { return std::string(); },
                                [](std::string_view) { return std::optional<Instant>(); }};
    http::App app{.desk = desk,
                  .sessions = sessions,
                  .hub = hub,
                  .views = views,
                  .settings = {.demo = hooks}};
    http::RouteTable table;
    http::add_api_routes(table, app);
    text = http::openapi_text(table, http::kApiVersion);
  }
  std::filesystem::remove_all(folder);
  return text;
}

}  // namespace mashang::commands
