// The request is recorded without either name.
#include "desk/name_correction.h"

#include "store/account_store.h"
#include "store/data_request_store.h"

namespace mashang::desk {

bool correct_name(Desk& desk, const Person& person, const std::string& name) {
  if (!rules::owns_identity(person.viewer.role)) return false;
  const Instant now = desk.now();
  written(
      desk.database.write([id = person.viewer.person, name, now](store::Connection& connection) {
        store::set_person_name(connection, id, name);
        return store::add_data_request(connection, {.person = id,
                                                    .kind = store::DataRequestKind::correction,
                                                    .asked_at = now,
                                                    .done_at = now});
      }));
  desk.forget();
  return true;
}

}  // namespace mashang::desk
