// Desk: what every intention stands on. Each file beside this one is one intention of a person: it
// loads, lets cases/ decide, saves in one transaction, and queues what must be told.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cases/case.h"
#include "desk/city.h"
#include "store/database.h"

namespace mashang::desk {

/// Somebody who is signed in, with all that decides what he may see and do.
struct Person {
  std::string name;
  std::string phone;
  rules::Viewer viewer;
};

/// One event that was saved: for the live stream and for whoever keeps views of cases.
struct Change {
  std::int64_t seq = 0;
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::int64_t version = 0;
  rules::State state{};
  rules::Action action{};
  Instant at;
  rules::Parties parties;
};

struct Desk {
  store::Database& database;
  const City& city;
  /// The time by which everything here is decided; a demo moves it.
  std::function<Instant()> now;
  /// Called after the commit, on the writer's thread, before the actor is answered.
  std::function<void(const std::vector<Change>&)> tell;
};

}  // namespace mashang::desk
