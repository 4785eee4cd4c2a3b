// The deputy and his places are written into the suggestion as they are now, so that it can be read
// alone.
#include "desk/suggestion_draft.h"

#include <cassert>

#include "cases/office.h"
#include "desk/look_up.h"
#include "desk/once.h"
#include "desk/saving.h"
#include "store/case_store.h"
#include "store/message_store.h"
#include "store/reference_store.h"

namespace mashang::desk {
namespace {

using rules::CaseKind;
using store::Connection;

cases::Author author_of(Connection& connection, const store::Deputy& deputy, std::string number) {
  const auto station = store::find_station(connection, deputy.station);
  assert(station);
  return {.number = std::move(number),
          .deputy = deputy.id,
          .deputy_name = deputy.name,
          .deputy_code = deputy.code,
          .station = deputy.station,
          .station_name = station->name,
          .region = station->township.code};
}

/// The messages named, as far as they are this deputy's.
std::vector<cases::Source> sources_of(Connection& connection, const cases::Draft& draft,
                                      DeputyId deputy, cases::Surroundings& around) {
  std::vector<cases::Source> sources;
  for (const cases::Line& number : draft.messages.value_or(std::vector<cases::Line>{})) {
    const auto id = store::find_message(connection, number.value);
    const auto message = id ? store::load_message(connection, *id) : std::nullopt;
    const bool his = message && message->sender.deputy == deputy;
    around.sources_his = around.sources_his && his;
    if (his && std::ranges::find(sources, *id, &cases::Source::message) == sources.end())
      sources.push_back({*id, message->head.number});
  }
  return sources;
}

Outcome take(const Desk& desk, Connection& connection, const Person& person,
             const cases::Draft& draft, const Once& once) {
  if (auto earlier = answered_before(connection, person, once)) return *std::move(earlier);
  const auto deputy =
      person.viewer.deputy ? store::find_deputy(connection, person.viewer.deputy) : std::nullopt;
  if (!deputy) return denied(Denied::Why::not_there);
  const Instant now = desk.now();
  const std::int64_t id = store::new_case_id(connection, CaseKind::suggestion);
  cases::Surroundings around = surroundings_of(desk);
  const cases::Author author =
      author_of(connection, *deputy, case_number(CaseKind::suggestion, id, now));
  const cases::Drafted drafted{draft.wording, cases::office_region(author.region, draft.office),
                               sources_of(connection, draft, deputy->id, around), author};
  around.others_words = others_words(connection, drafted.sources);
  const cases::Actor actor{rules::Role::deputy, person.viewer.person, person.name};
  const auto decision = cases::decide(cases::blank_case(CaseKind::suggestion, id),
                                      {rules::Action::draft, actor, drafted}, around, now);
  if (!decision) return refused(decision.error(), 0);
  return finish(desk, connection, person, once, *decision, now);
}

}  // namespace

void draft_suggestion(Desk& desk, const Person& deputy, cases::Draft draft, Once once,
                      Respond respond) {
  write_once(desk, std::move(respond),
             [&desk, deputy, draft = std::move(draft), once = std::move(once)](
                 Connection& connection) { return take(desk, connection, deputy, draft, once); });
}

}  // namespace mashang::desk
