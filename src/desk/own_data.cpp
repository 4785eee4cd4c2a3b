// Straight from the stores, each asked for this one person.
#include "desk/own_data.h"

#include "store/account_store.h"
#include "store/session_store.h"

namespace mashang::desk {
namespace {

OwnData read_person(store::Connection& connection, PersonId id, Instant machine_time) {
  OwnData own;
  const auto person = store::find_person(connection, id);
  if (!person) return own;
  own.name = person->name;
  own.phone = person->phone.value_or("");
  own.created_at = person->created_at;
  for (const store::Session& one : store::sessions_of(connection, id, machine_time))
    own.sessions.push_back({one.created_at, one.expires_at});
  for (const store::DataRequest& one : store::data_requests_of(connection, id))
    own.requests.push_back({one.kind, one.asked_at, one.done_at});
  return own;
}

}  // namespace

OwnData read_own_data(Desk& desk, const Person& person) {
  OwnData own = desk.database.read([&](store::Connection& connection) {
    return read_person(connection, person.viewer.person, desk.machine_time());
  });
  for (Template& one : list_templates(desk, person))
    if (one.own) own.templates.push_back(std::move(one));
  if (rules::owns_identity(person.viewer.role)) own.messages = read_own_messages(desk, person);
  return own;
}

}  // namespace mashang::desk
