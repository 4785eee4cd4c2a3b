// They lie among the settings of the store.
#include "desk/recall.h"

#include "store/setting_store.h"

namespace mashang::desk {

std::optional<std::string> recall(Desk& desk, const std::string& name) {
  return desk.database.read(
      [&](store::Connection& connection) { return store::find_setting(connection, name); });
}

void keep(Desk& desk, const std::string& name, const std::string& value) {
  written(desk.database.write([name, value](store::Connection& connection) {
    store::put_setting(connection, name, value);
    return true;
  }));
}

}  // namespace mashang::desk
