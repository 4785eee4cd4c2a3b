// The row of the person is the only place where his name and number stand; sessions end with it.
#include "desk/erasure.h"

#include <algorithm>

#include "desk/sign_in.h"
#include "rules/lifecycle.h"
#include "store/account_store.h"
#include "store/channel_store.h"
#include "store/data_request_store.h"
#include "store/message_store.h"
#include "store/session_store.h"

namespace mashang::desk {
namespace {

using store::Connection;

bool has_open_case(Connection& connection, PersonId person) {
  return std::ranges::any_of(store::states_of_resident(connection, person), rules::is_open);
}

/// The same number may sign in afterwards, as somebody new.
void erase(Connection& connection, PersonId id, Instant now) {
  const auto person = store::find_person(connection, id);
  if (person && person->phone) store::forget_sign_in_code(connection, *person->phone);
  store::end_sessions_of(connection, id);
  store::forget_addresses(connection, id);
  store::erase_person(connection, id, kErasedName, now);
}

ErasureState take(Connection& connection, PersonId id, Instant now) {
  const auto waiting = store::find_waiting_erasure(connection, id);
  const std::int64_t request =
      waiting ? waiting->id
              : store::add_data_request(
                    connection,
                    {.person = id, .kind = store::DataRequestKind::erasure, .asked_at = now});
  if (has_open_case(connection, id)) return ErasureState::locked;
  erase(connection, id, now);
  store::end_data_request(connection, request, now);
  return ErasureState::erased;
}

}  // namespace

std::optional<ErasureState> ask_for_erasure(Desk& desk, const Person& person) {
  if (!rules::owns_identity(person.viewer.role)) return std::nullopt;
  const Instant now = desk.now();
  const ErasureState state =
      written(desk.database.write([id = person.viewer.person, now](Connection& connection) {
        return take(connection, id, now);
      }));
  desk.forget();
  return state;
}

int carry_out_erasures(Desk& desk) {
  const auto waiting = desk.database.read(
      [](Connection& connection) { return store::waiting_erasures(connection); });
  const Instant now = desk.now();
  int erased = 0;
  for (const store::DataRequest& one : waiting) {
    const auto state = desk.database.write(
        [&](Connection& connection) { return take(connection, one.person, now); });
    if (!state) break;  // busy: the next round goes on
    if (*state == ErasureState::erased) ++erased;
  }
  if (erased > 0) desk.forget();
  return erased;
}

}  // namespace mashang::desk
