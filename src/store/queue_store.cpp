// Each state's part of a queue is one stretch of an index; the parts are merged here. A single
// query over several states would make the database sort all of them for every page.
#include "store/queue_store.h"

#include <algorithm>
#include <limits>

#include "store/event_row.h"

namespace mashang::store {
namespace {

/// The condition that ties a viewer to a case: a table, a column, and what it must hold.
struct Tied {
  std::string_view table;
  std::string_view id;
  std::string_view where;
  Value value;
};

std::string_view table_of(rules::CaseKind kind) {
  switch (kind) {
    case rules::CaseKind::message: return "message";
    case rules::CaseKind::order: return "orders";
    case rules::CaseKind::suggestion: break;
  }
  return "suggestion";
}

/// Whoever is tied by a tie to many is found in a table of its own.
Tied tied_to_many(rules::CaseKind kind, rules::Tie tie, Value party) {
  const bool order = kind == rules::CaseKind::order;
  std::string_view where = "tie = 'signs_jointly' and case_kind = 'suggestion' and party = $1";
  if (tie == rules::Tie::assists)
    where = order ? "tie = 'assists' and case_kind = 'order' and party = $1"
                  : "tie = 'assists' and case_kind = 'suggestion' and party = $1";
  return {"case_party", "case_id", where, std::move(party)};
}

std::optional<Tied> tied(const rules::Viewer& viewer, const rules::Sight& sight) {
  const std::string_view table = table_of(sight.kind);
  switch (sight.by) {
    case rules::Tie::wrote_it:
      return Tied{table, "id", "resident_id = $1", value_of(viewer.person)};
    case rules::Tie::addressed: return Tied{table, "id", "deputy_id = $1", value_of(viewer.deputy)};
    case rules::Tie::of_station:
      return Tied{table, "id", "station_id = $1", value_of(viewer.station)};
    case rules::Tie::dispatched_to: return Tied{table, "id", "unit_id = $1", value_of(viewer.unit)};
    case rules::Tie::oversees: return Tied{table, "id", "1 = $1", std::int64_t{1}};
    case rules::Tie::assists: return tied_to_many(sight.kind, sight.by, value_of(viewer.unit));
    case rules::Tie::signs_jointly:
      return tied_to_many(sight.kind, sight.by, value_of(viewer.deputy));
    case rules::Tie::passed_to_office:
      // Null ties nobody, while an empty text would tie every case that is with no office.
      return Tied{table, "id", "office = $1",
                  viewer.region.empty() ? Value{} : value_of(viewer.region)};
  }
  return std::nullopt;
}

std::string_view condition_of(rules::Flag flag) {
  switch (flag) {
    case rules::Flag::none: return "";
    case rules::Flag::request_waits: return " and request_waits = 1";
    case rules::Flag::supervised: return " and supervised = 1";
    case rules::Flag::owed: return " and owes = 1";
  }
  return "";
}

std::string from_where(const Tied& who, rules::Flag flag) {
  return " from " + std::string(who.table) + " where " + std::string(who.where) +
         " and state = $2" + std::string(condition_of(flag));
}

/// The viewer's part in the cases of a share, or nothing when he has none.
std::optional<Tied> tied(const Share& share) {
  const rules::Sight* sight = rules::sight_of(share.part, share.kind);
  return sight == nullptr ? std::nullopt : tied(share.viewer, *sight);
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
std::string stretch(Sorting sorting, std::string_view id) {
  const std::string key(id);
  if (sorting == Sorting::due_first)
    return " and (next_due, " + key + ") > ($3, $4) order by next_due, " + key + " limit $5";
  return " and (next_due, " + key + ") < ($3, $4) order by next_due desc, " + key +
         " desc limit $5";
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
  const std::optional<Tied> who = tied(share);
  if (!who) return {};
  const std::string sql = "select next_due, " + std::string(who->id) +
                          from_where(*who, share.flag) + stretch(slice.sorting, who->id);
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
  const std::optional<Tied> who = tied(share);
  if (!who) return {};
  const std::string sql =
      "select count(*), coalesce(sum(case when next_due < $3 then 1 else 0 end), 0)" +
      from_where(*who, share.flag);
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
  const std::optional<Tied> who = tied(following.viewer, following.sight);
  if (!who) return {};
  const std::string seen = "exists (select 1 from " + std::string(who->table) + " p where p." +
                           std::string(who->id) + " = event.case_id and " +
                           std::string(who->where) + ")";
  const std::string sql = "select " + std::string(kEventColumns) +
                          " from event where seq > $2 and event.case_kind = $3 and " + seen +
                          " order by seq limit $4";
  const auto read_stored = [](Row& row) {
    const EventRow raw = read_event_row(row);
    return StoredEvent{raw.seq, event_of(raw)};
  };
  return connection.all(sql, read_stored, who->value, following.heard_to, following.sight.kind,
                        following.limit);
}

}  // namespace mashang::store
