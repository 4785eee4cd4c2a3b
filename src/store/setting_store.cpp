// One row a name.
#include "store/setting_store.h"

namespace mashang::store {

std::optional<std::string> find_setting(Connection& connection, std::string_view key) {
  return connection.value<std::string>("select value from setting where key = $1", key);
}

void put_setting(Connection& connection, std::string_view key, std::string_view value) {
  connection.run(
      "insert into setting (key, value) values ($1, $2)"
      " on conflict (key) do update set value = excluded.value",
      key, value);
}

}  // namespace mashang::store
