// Desk: what every intention stands on. Each file beside this one is one intention of a person: it
// loads, lets cases/ decide, saves in one transaction, and queues what must be told.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cases/case.h"
#include "desk/city.h"
#include "desk/outward.h"
#include "store/attachment_store.h"
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
  /// Messages, and orders of the same matter, whose pages tell of this case too.
  std::vector<MessageId> messages = {};
  std::vector<OrderId> orders = {};
};

struct Desk {
  store::Database& database;
  const City& city;
  const store::AttachmentFiles& attachment_files;
  /// The time by which everything here is decided; a demo moves it.
  std::function<Instant()> now;
  /// The machine's own time, for codes and sessions, which no demo moves.
  std::function<Instant()> machine_time;
  /// Called after the commit, on the writer's thread, before the actor is answered.
  std::function<void(const std::vector<Change>&)> tell;
  /// Called when pages may read otherwise though no case changed: the regulation did.
  std::function<void()> forget = [] {};
  /// What is set up of the ways out of the house; nothing unless a configuration says so.
  Outward outward = {};
};

/// Whether it was the store that let us down: busy for a moment, or unable to read or keep anything
/// for now. Whatever else was thrown is a bug.
enum class StoreTrouble { none, busy, failing };

inline StoreTrouble trouble_of(const std::exception& thrown) {
  const auto* fault = dynamic_cast<const store::Fault*>(&thrown);
  if (fault == nullptr) return StoreTrouble::none;
  switch (fault->kind()) {
    case store::FaultKind::busy: return StoreTrouble::busy;
    case store::FaultKind::disk_full:
    case store::FaultKind::in_use:
    case store::FaultKind::unreadable: return StoreTrouble::failing;
    default: return StoreTrouble::none;
  }
}

/// What a write that was waited for brought back; a busy store is a Fault to its caller.
template <typename T>
T written(Result<T, store::Busy> result) {
  if (!result) throw store::Fault(store::FaultKind::busy, "Too much waits to be written.");
  return *std::move(result);
}

}  // namespace mashang::desk
