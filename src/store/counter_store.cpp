// One statement, so that two takers can never be given the same number.
#include "store/counter_store.h"

namespace mashang::store {

std::int64_t next_number(Connection& connection, std::string_view name) {
  return *connection.value<std::int64_t>(
      "insert into counter (name, value) values ($1, 1)"
      " on conflict (name) do update set value = counter.value + 1 returning value",
      name);
}

}  // namespace mashang::store
