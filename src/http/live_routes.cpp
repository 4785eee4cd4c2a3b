// The live stream. Keys are ties of rules/scope.h spelt out: "message:wrote_it:5" hears of the messages
// that person 5 wrote.
#include <algorithm>

#include "desk/reads.h"
#include "http/app.h"
#include "http/gate.h"
#include "http/live.h"

namespace mashang::http {
namespace {

using rules::Tie;

struct LiveData {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::int64_t version = 0;
  rules::State state{};
  rules::Action action{};
  Instant at;
};
BOOST_DESCRIBE_STRUCT(LiveData, (), (kind, id, version, state, action, at))

std::string key(rules::CaseKind kind, Tie tie, const std::string& whose) {
  return std::string(boost::describe::enum_to_string(kind, "")) + ":" + std::to_string(int(tie)) + ":" + whose;
}

std::string whose(Tie tie, const rules::Viewer& viewer) {
  switch (tie) {
    case Tie::wrote_it: return std::to_string(viewer.person.value);
    case Tie::addressed: return std::to_string(viewer.deputy.value);
    case Tie::of_station: return std::to_string(viewer.station.value);
    case Tie::passed_to_office: return viewer.region;
    case Tie::dispatched_to: return std::to_string(viewer.unit.value);
    case Tie::of_hotline: return "";
  }
  return "";
}

/// The parties of a case as if they looked: the same ties, from the other side.
rules::Viewer as_viewer(const rules::Parties& parties) {
  return {.role = rules::Role::system,
          .person = parties.resident,
          .deputy = parties.deputy,
          .station = parties.station,
          .unit = parties.unit,
          .region = parties.office};
}

std::vector<LiveEvent> missed_by(App& app, const desk::Person& person, std::int64_t last_id) {
  std::vector<LiveEvent> events;
  for (const desk::Change& change : desk::changes_after(app.desk, person, last_id)) events.push_back(live_event(change));
  return events;
}

}  // namespace

std::vector<std::string> keys_of(const rules::Viewer& viewer) {
  std::vector<std::string> keys;
  for (const rules::Sight& sight : rules::kSights)
    if (sight.who == viewer.role) keys.push_back(key(sight.kind, sight.by, whose(sight.by, viewer)));
  return keys;
}

LiveEvent live_event(const desk::Change& change) {
  const LiveData data{change.kind, change.id, change.version, change.state, change.action, change.at};
  LiveEvent event{.id = change.seq, .data = to_json(data)};
  const rules::Viewer parties = as_viewer(change.parties);
  for (const rules::Sight& sight : rules::kSights) {
    if (sight.kind != change.kind) continue;
    const std::string heard_by = key(sight.kind, sight.by, whose(sight.by, parties));
    // Two roles of the hotline share one tie; nobody is to hear a change twice.
    if (std::ranges::find(event.audience, heard_by) == event.audience.end()) event.audience.push_back(heard_by);
  }
  return event;
}

void add_live_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/live",
             .handler = for_person(app, [&app](const Request& request, const desk::Session& session) {
               return app.hub.open(request, keys_of(session.person.viewer),
                                   [&app, &session](std::int64_t last_id) { return missed_by(app, session.person, last_id); });
             }),
             .doc = {.tag = "live", .summary = "Changes of the cases the viewer may see, as they happen",
                     .statuses = {200, 401, 503}, .media_type = "text/event-stream"}});
}

}  // namespace mashang::http
