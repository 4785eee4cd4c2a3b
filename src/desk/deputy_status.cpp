// The clock round that follows moves the messages; a stop in between is made good by the next one.
#include "desk/deputy_status.h"

#include "desk/clock_round.h"
#include "store/reference_store.h"
#include "store/session_store.h"

namespace mashang::desk {

bool set_deputy_status(Desk& desk, const std::string& code, rules::DeputyStatus status) {
  const bool known = written(desk.database.write([code, status](store::Connection& connection) {
    const auto deputy = store::find_deputy(connection, code);
    if (!deputy) return false;
    store::set_deputy_status(connection, deputy->id, status);
    if (status != rules::DeputyStatus::active) store::end_sessions_of(connection, deputy->person);
    return true;
  }));
  if (known) run_clock_round(desk);
  return known;
}

}  // namespace mashang::desk
