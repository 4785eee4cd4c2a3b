// EventRow: an event exactly as its row holds it, and the hash over that. The chain is checked on
// rows, before anything in them is understood, so that damage is found and not guessed around.
#pragma once

#include "cases/event.h"
#include "store/connection.h"

namespace mashang::store {

struct EventRow {
  std::int64_t seq = 0;
  std::string case_kind;
  std::int64_t case_id = 0;
  std::int64_t case_version = 0;
  std::int64_t at = 0;
  std::string actor_role;
  PersonId actor_id;
  std::string actor_name;
  std::string action;
  std::string from_state;
  std::string to_state;
  std::string details;
  std::string prev_hash;
  std::string hash;
};

inline constexpr std::string_view kEventColumns =
    "seq, case_kind, case_id, case_version, at, actor_role, actor_id, actor_name, action,"
    " from_state, to_state, details, prev_hash, hash";

EventRow read_event_row(Row& row);

/// SHA-256 over every column but the hash itself, each with its length before it, so that no two
/// different rows are ever spelt the same.
std::string hash_of(const EventRow& row);

/// The row of an event, without its place in the chain (seq and hashes).
EventRow row_of(const cases::Event& event);
/// A Fault when the row holds a name or a document that this program does not know.
cases::Event event_of(const EventRow& row);

}  // namespace mashang::store
