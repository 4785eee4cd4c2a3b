// What everyone may know of the city: its name, the notice, the emergency numbers, the words, and
// the rules by which it acts.
#include "desk/rules_text.h"
#include "http/app.h"
#include "http/views.h"
#include "rules/reasons.h"

namespace mashang::http {
namespace {

struct CityView {
  Text2s name;
  std::string code;
  bool demo = false;
  Instant now;
  std::string rulebook;
  desk::PrivacyNotice notice;
  std::vector<desk::EmergencyNumber> emergency;
};
BOOST_DESCRIBE_STRUCT(CityView, (), (name, code, demo, now, rulebook, notice, emergency))

struct ReasonRow {
  rules::Reason code{};
  Text2s text;
  std::optional<Text2s> channel;
};
BOOST_DESCRIBE_STRUCT(ReasonRow, (), (code, text, channel))

struct BarReasonRow {
  rules::BarReason code{};
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(BarReasonRow, (), (code, text))

using Words = std::map<std::string, Text2s>;

struct Vocabulary {
  Words states;
  Words actions;
  Words roles;
  Words clocks;
  Words categories;
  Words scores;
  Words callback_outcomes;
  Words levels;
  Words queues;
  Words channels;
  Words kinds;
  Words record_kinds;
  Words supervision_causes;
  Words difficulties;
  Words marks;
  Words audiences;
  Words limit_classes;
  std::vector<ReasonRow> reject_reasons;
  std::vector<BarReasonRow> bar_reasons;
};
BOOST_DESCRIBE_STRUCT(Vocabulary, (),
                      (states, actions, roles, clocks, categories, scores, callback_outcomes,
                       levels, queues, channels, kinds, record_kinds, supervision_causes,
                       difficulties, marks, audiences, limit_classes, reject_reasons, bar_reasons))

CityView city_view(const App& app) {
  const desk::CityFile& city = app.desk.city.file;
  return {city.name,
          city.code,
          app.settings.demo.has_value(),
          app.desk.now(),
          app.desk.city.regulation().rulebooks.in_force(app.desk.now()).id,
          city.notice,
          city.emergency};
}

Vocabulary vocabulary_of(const desk::Labels& labels) {
  Vocabulary words{labels.group("state"),
                   labels.group("action"),
                   labels.group("role"),
                   labels.group("clock"),
                   labels.group("category"),
                   labels.group("score"),
                   labels.group("outcome"),
                   labels.group("level"),
                   labels.group("queue"),
                   labels.group("channel"),
                   labels.group("kind"),
                   labels.group("record_kind"),
                   labels.group("supervision_cause"),
                   labels.group("difficulty"),
                   labels.group("mark"),
                   labels.group("audience"),
                   labels.group("limit_class"),
                   {},
                   {}};
  for (const rules::BarReasonRow& row : rules::kBarReasons)
    words.bar_reasons.push_back({row.reason, row.text});
  for (const rules::ReasonRow& row : rules::kReasons)
    words.reject_reasons.push_back(
        {row.reason, row.text,
         row.channel.zh.empty() ? std::nullopt : std::optional<Text2s>(row.channel)});
  return words;
}

}  // namespace

void add_city_routes(RouteTable& table, App& app) {
  table.add(
      {.pattern = "/healthz",
       .handler = Handler([](const Request&) { return json_text(200, R"({"status":"ok"})"); }),
       .run_on = RunOn::io_thread,
       .doc = {.tag = "city", .summary = "The server answers"}});
  table.add({.pattern = "/api/v1/city",
             .handler = Handler([&app](const Request&) { return json(200, city_view(app)); }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "city",
                     .summary = "The city, its time and its privacy notice",
                     .response = &json::shape_of<CityView>()}});
  table.add({.pattern = "/api/v1/city/outline",
             .handler = Handler([&app](const Request&) {
               return json_text(200, app.desk.city.outline)
                   .with("Cache-Control", "public, max-age=86400");
             }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "city", .summary = "The counties' borders as GeoJSON, simplified"}});
  table.add({.pattern = "/api/v1/vocabulary",
             .handler = Handler([words = to_json(vocabulary_of(app.desk.city.labels))](
                                    const Request&) { return json_text(200, words); }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "city",
                     .summary = "The words for every state, action, role, clock and code",
                     .response = &json::shape_of<Vocabulary>()}});
  table.add({.pattern = "/api/v1/rulebook",
             .handler = Handler([&app](const Request&) {
               const rules::Rulebooks& books = app.desk.city.regulation().rulebooks;
               return json(200, desk::rulebook_text(app.desk.city, books.in_force(app.desk.now())));
             }),
             .doc = {.tag = "city",
                     .summary = "The rules in force: every row, limit and count, with its article",
                     .response = &json::shape_of<desk::RulebookText>()}});
}

}  // namespace mashang::http
