// Queue store: which cases lie in a queue, page by page. Who sees what is said by rules/scope.h and
// which states make a queue by rules/queues.h; here is only where that stands in the tables.
// Invariant: a page costs the same however deep it lies (keyset paging, no OFFSET).
#pragma once

#include <compare>
#include <vector>

#include "rules/queues.h"
#include "rules/scope.h"
#include "store/connection.h"
#include "store/event_store.h"

namespace mashang::store {

/// Where a case stands in a queue; the next page starts after the last place of this one. A case
/// without a running clock stands behind all others, in the year 9999.
struct QueuePlace {
  Instant next_due;
  std::int64_t id = 0;

  auto operator<=>(const QueuePlace&) const = default;
};

/// What runs out first, for what is to be done; the newest first, for what is done.
enum class Sorting { due_first, newest_first };

struct Slice {
  Sorting sorting = Sorting::due_first;
  std::optional<QueuePlace> after;
  int limit = 20;
};

/// A part of the cases of one kind: those in these states in which the viewer has this part.
struct Share {
  const rules::Viewer& viewer;
  rules::Role part;
  rules::CaseKind kind;
  rules::States states;
  rules::Flag flag = rules::Flag::none;
};

std::vector<QueuePlace> cases_in(Connection& connection, const Share& share, const Slice& slice);

struct QueueCount {
  std::int64_t count = 0;
  std::int64_t late = 0;
};
QueueCount count_in(Connection& connection, const Share& share, Instant now);

/// What somebody who follows along has not heard yet.
struct Following {
  const rules::Viewer& viewer;
  const rules::Sight& sight;
  std::int64_t heard_to = 0;  // the last event's number
  std::size_t limit = 0;
};

/// The first events after the last heard of cases that the viewer may see, however many of other
/// cases lie between them.
std::vector<StoredEvent> events_seen(Connection& connection, const Following& following);

/// The end of time, for "no clock runs".
inline constexpr Instant kNever = instant_from_millis(253'402'271'999'000);  // 9999-12-31 in China

}  // namespace mashang::store
