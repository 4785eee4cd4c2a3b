// One row a request that changed something, until it is too old to be sent again.
#include "store/idempotency_store.h"

namespace mashang::store {

std::optional<Remembered> find_remembered(Connection& connection, std::string_view owner,
                                          std::string_view key) {
  const auto read = [](Row& row) {
    return Remembered{.request_hash = row.take<std::string>(), .answer = row.take<std::string>()};
  };
  return connection.one(
      "select request_hash, answer from idempotency where owner = $1 and key = $2", read, owner,
      key);
}

void remember(Connection& connection, std::string_view owner, std::string_view key,
              const Remembered& what, Instant now) {
  connection.run(
      "insert into idempotency (owner, key, request_hash, answer, created_at)"
      " values ($1, $2, $3, $4, $5)",
      owner, key, what.request_hash, what.answer, now);
}

std::int64_t forget_remembered(Connection& connection, Instant before) {
  return connection.run("delete from idempotency where created_at < $1", before);
}

}  // namespace mashang::store
