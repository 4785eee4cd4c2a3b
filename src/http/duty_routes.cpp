// A deputy's everyday: his duty record, the days of his station, and the answers he keeps.
#include "desk/answer_templates.h"
#include "desk/duty_record.h"
#include "http/app.h"
#include "http/body.h"
#include "http/gate.h"

namespace mashang::http {
namespace {

struct TemplateView {
  std::optional<std::int64_t> id;
  std::string title;
  std::string text;
  bool own = false;
};
BOOST_DESCRIBE_STRUCT(TemplateView, (), (id, title, text, own))

struct TemplateList {
  std::vector<TemplateView> items;
};
BOOST_DESCRIBE_STRUCT(TemplateList, (), (items))

struct TemplateKept {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(TemplateKept, (), (id))

struct StationDayList {
  std::vector<desk::StationDay> items;
};
BOOST_DESCRIBE_STRUCT(StationDayList, (), (items))

/// In the language that the page asks for.
Response list_templates(App& app, const Request& request, const desk::Session& session) {
  TemplateList list;
  for (const desk::Template& one : desk::list_templates(app.desk, session.person))
    list.items.push_back(
        {one.id, in(request.language(), one.title), in(request.language(), one.text), one.own});
  return json(200, list);
}

Response keep_template(App& app, const Request& request, const desk::Session& session) {
  const auto draft = read_body<desk::TemplateDraft>(request);
  if (!draft) return draft.error();
  const auto kept = desk::keep_template(app.desk, session.person, *draft);
  if (kept) return json(201, TemplateKept{*kept});
  const bool full = kept.error() == desk::TemplateRefusal::too_many;
  return refuse(request, full ? "too_many_templates" : "not_there");
}

Response remove_template(App& app, const Request& request, const desk::Session& session) {
  const auto id = request.id();
  const bool removed = id && desk::remove_template(app.desk, session.person, *id);
  return removed ? no_content() : refuse(request, "not_there");
}

/// The year so far, where no other time is asked for.
std::optional<desk::DutyAsked> duty_asked(const Request& request, Instant now) {
  constexpr auto kLongest = std::chrono::days{5 * 366};
  const Day today = day_of(now);
  const auto year = std::chrono::year_month_day{today}.year();
  const auto from = request.query("from");
  const auto to = request.query("to");
  const auto first = from ? parse_day(*from) : std::optional<Day>(Day{year / 1 / 1});
  const auto last = to ? parse_day(*to) : std::optional(today);
  if (!first || !last || *first > *last || *last - *first > kLongest) return std::nullopt;
  return desk::DutyAsked{request.query("deputy").value_or(""), *first, *last};
}

Response show_record(App& app, const Request& request, const desk::Session& session) {
  const auto asked = duty_asked(request, app.desk.now());
  if (!asked) return refuse(request, "bad_period");
  const auto record = desk::read_duty_record(app.desk, session.person, *asked);
  return record ? json(200, *record) : refuse(request, "not_there");
}

Response list_station_days(App& app, const Request& request, const desk::Session& session) {
  auto days = desk::list_station_days(app.desk, session.person);
  return days ? json(200, StationDayList{*std::move(days)}) : refuse(request, "not_there");
}

using Show = Response (*)(App&, const Request&, const desk::Session&);

Handler shows(App& app, Show show) {
  return for_person(app, [&app, show](const Request& request, const desk::Session& session) {
    return show(app, request, session);
  });
}

void add_template_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/answer-templates",
             .handler = shows(app, list_templates),
             .doc = {.tag = "duty",
                     .summary = "Answers to begin with: the deputy's own, then the city's",
                     .response = &json::shape_of<TemplateList>(),
                     .statuses = {200, 401}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/answer-templates",
             .handler = shows(app, keep_template),
             .doc = {.tag = "duty",
                     .summary = "A deputy keeps an answer for another time",
                     .request = &json::shape_of<desk::TemplateDraft>(),
                     .response = &json::shape_of<TemplateKept>(),
                     .statuses = {201, 400, 401, 403, 404, 409, 422, 429, 503}}});
  table.add({.method = Method::del,
             .pattern = "/api/v1/answer-templates/{id}",
             .handler = shows(app, remove_template),
             .doc = {.tag = "duty",
                     .summary = "A deputy no longer keeps an answer",
                     .statuses = {204, 401, 403, 404, 429, 503}}});
}

}  // namespace

void add_duty_routes(RouteTable& table, App& app) {
  add_template_routes(table, app);
  table.add({.pattern = "/api/v1/duty-record",
             .handler = shows(app, show_record),
             .doc = {.tag = "duty",
                     .summary = "What a deputy did in a span of time, with the cases behind it",
                     .response = &json::shape_of<desk::DutyRecord>(),
                     .statuses = {200, 400, 401, 404},
                     .query = {"from", "to", "deputy"}}});
  table.add({.pattern = "/api/v1/station-days",
             .handler = shows(app, list_station_days),
             .doc = {.tag = "duty",
                     .summary = "The days of the next sixty on which one's own station is open",
                     .response = &json::shape_of<StationDayList>(),
                     .statuses = {200, 401, 404}}});
}

}  // namespace mashang::http
