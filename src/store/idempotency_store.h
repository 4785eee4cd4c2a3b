// Idempotency store: what was answered to a request, so that the same request sent again is
// answered the same and done once. Invariant: remembered in the same job as what the request did.
#pragma once

#include "store/connection.h"

namespace mashang::store {

struct Remembered {
  std::string request_hash;  // tells the same key with another request apart
  std::string answer;
};

/// `owner` says whose keys these are: two people may use the same key.
std::optional<Remembered> find_remembered(Connection& connection, std::string_view owner,
                                          std::string_view key);
void remember(Connection& connection, std::string_view owner, std::string_view key,
              const Remembered& what, Instant now);
std::int64_t forget_remembered(Connection& connection, Instant before);

}  // namespace mashang::store
