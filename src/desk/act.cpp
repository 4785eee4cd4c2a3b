// Load, decide, save: all in one transaction on the writer's thread.
#include "desk/act.h"

#include "base/json.h"
#include "desk/once.h"
#include "desk/saving.h"
#include "store/case_store.h"
#include "store/photo_store.h"
#include "store/reference_store.h"

namespace mashang::desk {
namespace {

using cases::Case;
using cases::Dispatched;
using cases::Supplement;

cases::Actor actor_of(const Person& person) {
  return {person.viewer.role, person.viewer.person, person.name};
}

std::vector<PhotoId> photos_of(const Supplement& more) {
  return more.photos.value_or(std::vector<PhotoId>{});
}

/// What the input names is looked up here, since the decision itself reads nothing.
cases::Surroundings look_up(const Desk& desk, store::Connection& connection, const Person& person,
                            ActRequest& request) {
  cases::Surroundings around = surroundings_of(desk);
  if (auto* dispatch = std::get_if<Dispatched>(&request.input)) {
    const auto unit = store::find_unit(connection, dispatch->unit);
    around.unit_known = unit.has_value();
    if (unit) dispatch->unit_name = unit->name;
  }
  if (const auto* more = std::get_if<Supplement>(&request.input)) {
    const auto photos = photos_of(*more);
    around.photos_usable = photos.size() <= cases::kPhotosMost &&
                           store::photos_usable(connection, photos, person.viewer.person);
  }
  return around;
}

void keep_photos(store::Connection& connection, const ActRequest& request) {
  if (const auto* more = std::get_if<Supplement>(&request.input))
    store::use_photos(connection, photos_of(*more), {request.kind, request.id});
}

Outcome take(const Desk& desk, store::Connection& connection, const Person& person,
             ActRequest& request) {
  if (auto earlier = answered_before(connection, person, request.once)) return *std::move(earlier);
  const auto standing = store::load_case(connection, request.kind, request.id);
  if (!standing || !rules::may_see(person.viewer, request.kind, cases::parties_of(*standing)))
    return denied(Denied::Why::not_there);
  const std::int64_t version = cases::head_of(*standing).version;
  if (version != request.version) return denied(Denied::Why::faster, version);
  const Instant now = desk.now();
  const cases::Surroundings around = look_up(desk, connection, person, request);
  const auto decision =
      cases::decide(*standing, {request.action, actor_of(person), request.input}, around, now);
  if (!decision) return refused(decision.error(), version);
  keep_photos(connection, request);
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
