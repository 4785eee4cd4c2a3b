// What only a demo serves: its guide, and the clock that a visitor may move forward.
#include "http/app.h"
#include "http/body.h"
#include "http/gate.h"

namespace mashang::http {
namespace {

struct ClockStep {
  std::string advance;
};
BOOST_DESCRIBE_STRUCT(ClockStep, (), (advance))

struct ClockNow {
  Instant now;
};
BOOST_DESCRIBE_STRUCT(ClockNow, (), (now))

Response move_clock(App& app, const Request& request) {
  const auto step = read_body<ClockStep>(request);
  if (!step) return step.error();
  const auto now = app.settings.demo->advance(step->advance);
  if (!now) return refuse(request, "bad_step");
  app.views.clear();
  return json(200, ClockNow{*now});
}

}  // namespace

void add_demo_routes(RouteTable& table, App& app) {
  if (!app.settings.demo) return;
  table.add({.pattern = "/api/v1/demo",
             .handler = Handler(
                 [&app](const Request&) { return json_text(200, app.settings.demo->guide()); }),
             .doc = {.tag = "demo", .summary = "Who can be signed in as whom"}});
  table.add(
      {.method = Method::post,
       .pattern = "/api/v1/demo/clock",
       .handler = Handler([&app](const Request& request) { return move_clock(app, request); }),
       .doc = {.tag = "demo",
               .summary = "Move the clock forward",
               .request = &json::shape_of<ClockStep>(),
               .response = &json::shape_of<ClockNow>(),
               .statuses = {200, 422}}});
}

}  // namespace mashang::http
