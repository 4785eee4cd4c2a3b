// Warning, outgoing notice and what the case then does by itself stand in one transaction, so a
// restart can neither lose nor repeat one.
#include "desk/clock_warnings.h"

#include <algorithm>

#include "base/json.h"
#include "cases/office.h"
#include "desk/outgoing.h"
#include "desk/saving.h"
#include "rules/clocks.h"
#include "store/case_store.h"
#include "store/outbox_store.h"
#include "store/warning_store.h"

namespace mashang::desk {
namespace {

using rules::Audience;
using rules::Role;
using store::Connection;
using store::Reached;

constexpr int kMarksARound = 200;
constexpr std::string_view kLeader = "_leader";

std::string target(Role account, const std::string& party, std::string_view desk = "") {
  return std::string(json::enum_name(account)) + std::string(desk) + ":" + party;
}

std::string region_of(const cases::Case& standing) {
  if (const auto* message = std::get_if<cases::Message>(&standing)) return message->sender.region;
  if (const auto* order = std::get_if<cases::Order>(&standing)) return order->caller.region;
  return std::get<cases::Suggestion>(standing).author.region;
}

std::string supervisor_of(Role owner, const cases::Case& standing) {
  const auto level = rules::office_told(owner);
  if (!level) return target(Role::supervisor, "");
  return target(Role::liaison_office, cases::office_region(region_of(standing), *level));
}

/// The desk of the one whom the clock binds.
std::string desk_of(Role owner, const Reached& reached, const cases::Case& standing,
                    std::string_view desk) {
  if (reached.unit) return target(Role::unit, std::to_string(reached.unit.value), desk);
  const rules::Sight* sight = rules::sight_of(owner, reached.kind);
  const std::string party =
      sight == nullptr ? std::string() : rules::whose(sight->by, cases::parties_of(standing));
  return target(rules::account_of(owner), party, desk);
}

std::string target_of(const Reached& reached, const cases::Case& standing) {
  const Role owner = rules::owner_of(reached.clock);
  switch (rules::audience_of(reached.mark)) {
    case Audience::clerk: return desk_of(owner, reached, standing, "");
    case Audience::leader: return desk_of(owner, reached, standing, kLeader);
    case Audience::supervisor: break;
  }
  return supervisor_of(owner, standing);
}

void warn(Connection& connection, const Reached& reached, const cases::Case& standing,
          Instant now) {
  const std::string to = target_of(reached, standing);
  const std::int64_t id =
      store::add_warning(connection, {.kind = reached.kind,
                                      .case_id = reached.case_id,
                                      .number = cases::head_of(standing).number,
                                      .clock = reached.clock,
                                      .nth = reached.nth,
                                      .mark = reached.mark,
                                      .audience = rules::audience_of(reached.mark),
                                      .target = to,
                                      .due_at = reached.due_at,
                                      .at = now});
  const WarningPayload payload{reached.kind,  reached.case_id, cases::head_of(standing).number,
                               reached.clock, reached.mark,    reached.due_at};
  store::add_outgoing(connection, {.warning_id = id,
                                   .target = to,
                                   .kind = "warning",
                                   .payload = to_json(payload),
                                   .created_at = now,
                                   .next_at = now});
}

/// The mark is read again on the writer's thread: the clock may have stopped or moved meanwhile.
bool still_reached(Connection& connection, const Reached& reached, Instant now) {
  const auto all = store::marks_reached_in(connection, reached.kind, reached.case_id, now);
  return std::ranges::any_of(all, [&](const Reached& one) {
    return one.clock == reached.clock && one.nth == reached.nth && one.mark == reached.mark;
  });
}

std::vector<Change> tell(const Desk& desk, Connection& connection, const Reached& reached,
                         Instant now) {
  const auto standing = store::load_case(connection, reached.kind, reached.case_id);
  if (!standing || !still_reached(connection, reached, now)) return {};
  warn(connection, reached, *standing, now);
  if (reached.mark != rules::Mark::overdue) return {};
  const cases::Decision moved =
      cases::run_by_itself(*standing, surroundings_of(desk, connection, *standing), now);
  if (moved.events.empty()) return {};
  return save(desk, connection, moved, now);
}

}  // namespace

int give_warnings(Desk& desk) {
  const Instant now = desk.now();
  int moved = 0;
  for (;;) {
    const auto reached = desk.database.read([&](Connection& connection) {
      return store::marks_reached(connection, now, kMarksARound);
    });
    for (const Reached& one : reached) {
      const auto changes = desk.database.write(
          [&](Connection& connection) { return tell(desk, connection, one, now); });
      if (!changes) return moved;  // busy: the next round goes on
      if (changes->empty()) continue;
      desk.tell(*changes);
      ++moved;
    }
    if (reached.empty()) return moved;
  }
}

std::array<std::string, 2> warning_targets(const rules::Viewer& viewer) {
  const std::string party = rules::whose(rules::desk_of(viewer.role), viewer);
  return {target(viewer.role, party), target(viewer.role, party, kLeader)};
}

}  // namespace mashang::desk
