// Load, decide, save: all in one transaction on the writer's thread.
#include "desk/act.h"

#include "desk/look_up.h"
#include "desk/once.h"
#include "desk/saving.h"
#include "store/attachment_store.h"
#include "store/case_store.h"

namespace mashang::desk {
namespace {

Outcome take(const Desk& desk, store::Connection& connection, const Person& person,
             ActRequest& request) {
  if (auto earlier = answered_before(connection, person, request.once)) return *std::move(earlier);
  const auto standing = store::load_case(connection, request.kind, request.id);
  const auto part = standing
                        ? rules::part_of(person.viewer, request.kind, cases::parties_of(*standing))
                        : std::nullopt;
  if (!part) return denied(Denied::Why::not_there);
  const std::int64_t version = cases::head_of(*standing).version;
  if (version != request.version) return denied(Denied::Why::faster, version);
  const Instant now = desk.now();
  cases::Surroundings around = surroundings_of(desk, connection, *standing, person);
  look_up(desk, connection, person, *standing, request.action, request.input, around);
  const auto decision = cases::decide(
      *standing, {request.action, actor_of(*part, person), request.input}, around, now);
  if (!decision) return refused(decision.error(), version);
  store::use_attachments(connection, attachments_of(request.input), {request.kind, request.id});
  return finish(desk, connection, person, request.once, *decision, now);
}

}  // namespace

void act(Desk& desk, const Person& person, ActRequest request, Respond respond) {
  write_once(desk, std::move(respond),
             [&desk, person, request = std::move(request)](store::Connection& connection) mutable {
               return take(desk, connection, person, request);
             });
}

}  // namespace mashang::desk
