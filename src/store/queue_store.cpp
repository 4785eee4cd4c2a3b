// Each state's part of a queue is one stretch of an index; the parts are merged here. A single
// query over several states would make the database sort all of them for every page.
#include "store/queue_store.h"

#include <algorithm>
#include <limits>

#include "store/event_row.h"

namespace mashang::store {
namespace {

/// The condition that ties a viewer to a case: a column, and what it must hold.
struct Tied {
  std::string_view column;
  Value value;
};

std::optional<Tied> tied(const rules::Viewer& viewer, rules::CaseKind kind) {
  const rules::Sight* sight = rules::sight_of(viewer.role, kind);
  if (sight == nullptr) return std::nullopt;
  switch (sight->by) {
    case rules::Tie::wrote_it: return Tied{"resident_id", value_of(viewer.person)};
    case rules::Tie::addressed: return Tied{"deputy_id", value_of(viewer.deputy)};
    case rules::Tie::of_station: return Tied{"station_id", value_of(viewer.station)};
    case rules::Tie::dispatched_to: return Tied{"unit_id", value_of(viewer.unit)};
    case rules::Tie::of_hotline: return Tied{"1", std::int64_t{1}};
    case rules::Tie::passed_to_office:
      // Null ties nobody, while an empty text would tie every case that is with no office.
      return Tied{"office", viewer.region.empty() ? Value{} : value_of(viewer.region)};
  }
  return std::nullopt;
}

std::string_view table_of(rules::CaseKind kind) {
  return kind == rules::CaseKind::message ? "message" : "orders";
}

std::string from_where(rules::CaseKind kind, std::string_view column) {
  return " from " + std::string(table_of(kind)) + " where " + std::string(column) +
         " = $1 and state = $2";
}

template <typename Visit>
void for_each_state(rules::States states, Visit&& visit) {
  for (const auto& row : json::kEnumerators<rules::State>) {
    if (states.has(row.value)) visit(row.value);
  }
}

QueuePlace read_place(Row& row) {
  return {.next_due = row.take<Instant>(), .id = row.take<std::int64_t>()};
}

/// What comes after $3 and $4 in the order of the queue, and how much of it.
std::string_view stretch(Sorting sorting) {
  if (sorting == Sorting::due_first)
    return " and (next_due, id) > ($3, $4) order by next_due, id limit $5";
  return " and (next_due, id) < ($3, $4) order by next_due desc, id desc limit $5";
}

QueuePlace start_of(const Slice& slice) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  if (slice.after) return *slice.after;
  if (slice.sorting == Sorting::due_first) return {};
  return {instant_from_millis(kMost), kMost};
}

/// The first of the states' stretches put together.
void merge(std::vector<QueuePlace>& places, const Slice& slice) {
  std::ranges::sort(places);
  if (slice.sorting == Sorting::newest_first) std::ranges::reverse(places);
  places.resize(std::min(places.size(), static_cast<std::size_t>(slice.limit)));
}

}  // namespace

std::vector<QueuePlace> cases_in(Connection& connection, const Share& share, const Slice& slice) {
  const std::optional<Tied> who = tied(share.viewer, share.kind);
  if (!who) return {};
  const std::string sql = "select next_due, id" + from_where(share.kind, who->column) +
                          std::string(stretch(slice.sorting));
  const QueuePlace start = start_of(slice);
  std::vector<QueuePlace> places;
  const auto add = [&](Row& row) { places.push_back(read_place(row)); };
  for_each_state(share.states, [&](rules::State state) {
    connection.each(sql, add, who->value, state, start.next_due, start.id, slice.limit);
  });
  merge(places, slice);
  return places;
}

QueueCount count_in(Connection& connection, const Share& share, Instant now) {
  const std::optional<Tied> who = tied(share.viewer, share.kind);
  if (!who) return {};
  const std::string sql =
      "select count(*), coalesce(sum(case when next_due < $3 then 1 else 0 end), 0)" +
      from_where(share.kind, who->column);
  QueueCount total;
  const auto add = [&](Row& row) {
    total.count += row.take<std::int64_t>();
    total.late += row.take<std::int64_t>();
  };
  for_each_state(share.states,
                 [&](rules::State state) { connection.each(sql, add, who->value, state, now); });
  return total;
}

std::vector<StoredEvent> events_seen(Connection& connection, const Following& following) {
  const std::optional<Tied> who = tied(following.viewer, following.kind);
  if (!who) return {};
  const std::string seen = "exists (select 1 from " + std::string(table_of(following.kind)) +
                           " where id = case_id and " + std::string(who->column) + " = $1)";
  const std::string sql = "select " + std::string(kEventColumns) +
                          " from event where seq > $2 and case_kind = $3 and " + seen +
                          " order by seq limit $4";
  const auto read_stored = [](Row& row) {
    const EventRow raw = read_event_row(row);
    return StoredEvent{raw.seq, event_of(raw)};
  };
  return connection.all(sql, read_stored, who->value, following.heard_to, following.kind,
                        following.limit);
}

}  // namespace mashang::store
