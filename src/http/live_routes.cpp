// The live stream. Keys are ties of rules/scope.h spelt out: "message:wrote_it:5" hears of the
// messages that person 5 wrote.
#include <algorithm>

#include "desk/reads.h"
#include "http/app.h"
#include "http/gate.h"
#include "http/live.h"

namespace mashang::http {
namespace {

struct LiveData {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::int64_t version = 0;
  rules::State state{};
  rules::Action action{};
  Instant at;
};
BOOST_DESCRIBE_STRUCT(LiveData, (), (kind, id, version, state, action, at))

/// A party that is not set has no key. Two roles of the hotline share a tie, and nobody is to hear
/// of a change twice.
void add_key(std::vector<std::string>& keys, const rules::Sight& sight, const std::string& whose) {
  if (whose.empty() && sight.by != rules::Tie::oversees) return;
  std::string key = std::string(boost::describe::enum_to_string(sight.kind, "")) + ":" +
                    std::to_string(int(sight.by)) + ":" + whose;
  if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
}

std::vector<LiveEvent> missed_by(App& app, const desk::Person& person, std::int64_t last_id) {
  std::vector<LiveEvent> events;
  for (const desk::Change& change : desk::changes_after(app.desk, person, last_id))
    events.push_back(live_event(change));
  return events;
}

}  // namespace

std::vector<std::string> keys_of(const rules::Viewer& viewer) {
  std::vector<std::string> keys;
  for (const rules::Sight& sight : rules::kSights)
    if (rules::account_of(sight.who) == viewer.role)
      add_key(keys, sight, rules::whose(sight.by, viewer));
  return keys;
}

LiveEvent live_event(const desk::Change& change) {
  const LiveData data{change.kind,  change.id,     change.version,
                      change.state, change.action, change.at};
  LiveEvent event{.id = change.seq, .data = to_json(data)};
  for (const rules::Sight& sight : rules::kSights)
    if (sight.kind == change.kind) {
      add_key(event.audience, sight, rules::whose(sight.by, change.parties));
      for (const std::string& party : rules::whose_all(sight.by, change.parties))
        add_key(event.audience, sight, party);
    }
  return event;
}

void add_live_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/live",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return app.hub.open(request, keys_of(session.person.viewer),
                                                         [&app, &session](std::int64_t last_id) {
                                                           return missed_by(app, session.person,
                                                                            last_id);
                                                         });
                                   }),
             .doc = {.tag = "live",
                     .summary = "Changes of the cases the viewer may see, as they happen",
                     .statuses = {200, 401, 503},
                     .media_type = "text/event-stream"}});
}

}  // namespace mashang::http
