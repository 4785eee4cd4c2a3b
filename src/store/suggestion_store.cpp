// A suggestion's columns are worked out from it by one function, both to write and to check.
#include "store/suggestion_store.h"

#include "store/case_document.h"
#include "store/clock_store.h"

namespace mashang::store {
namespace {

constexpr auto kKind = rules::CaseKind::suggestion;

struct Columns {
  std::int64_t id;
  std::string number;
  std::int64_t version;
  rules::State state;
  DeputyId deputy;
  std::string office;
  UnitId unit;
  OrderId order;
  bool request_waits;
  Instant created_at;
  Instant updated_at;
  Instant next_due;

  bool operator==(const Columns&) const = default;
};

Columns columns_of(const cases::Suggestion& suggestion) {
  return {.id = suggestion.head.id,
          .number = suggestion.head.number,
          .version = suggestion.head.version,
          .state = suggestion.head.state,
          .deputy = suggestion.author.deputy,
          .office = suggestion.office_in_charge(),
          .unit = suggestion.work.unit,
          .order = suggestion.proposed ? suggestion.proposed->order : OrderId{},
          .request_waits = request_waits(suggestion.head),
          .created_at = suggestion.head.created_at,
          .updated_at = suggestion.head.updated_at,
          .next_due = due_column(suggestion.head)};
}

Columns read_columns(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .number = row.take<std::string>(),
          .version = row.take<std::int64_t>(),
          .state = row.take<rules::State>(),
          .deputy = row.take<DeputyId>(),
          .office = row.take<std::string>(),
          .unit = row.take<UnitId>(),
          .order = row.take<OrderId>(),
          .request_waits = row.take<bool>(),
          .created_at = row.take<Instant>(),
          .updated_at = row.take<Instant>(),
          .next_due = row.take<Instant>()};
}

}  // namespace

std::optional<cases::Suggestion> load_suggestion(Connection& connection, SuggestionId id) {
  const auto read = [&](Row& row) {
    const Columns columns = read_columns(row);
    auto suggestion = read_document<cases::Suggestion>(row.take<std::string>(), kKind, columns.id);
    suggestion.head.clocks = load_clocks(connection, kKind, columns.id);
    refine_times(suggestion.head, columns.created_at, columns.updated_at);
    if (suggestion.head.kind != kKind || columns_of(suggestion) != columns)
      refuse_case(kKind, columns.id, "its columns contradict its document or its clocks");
    return suggestion;
  };
  return connection.one(
      "select id, number, version, state, deputy_id, office, unit_id, order_id, request_waits,"
      " created_at, updated_at, next_due, doc from suggestion where id = $1",
      read, id);
}

std::optional<SuggestionId> suggestion_of_order(Connection& connection, OrderId order) {
  return connection.value<SuggestionId>("select id from suggestion where order_id = $1", order);
}

std::vector<SuggestionId> suggestions_of_message(Connection& connection, MessageId message) {
  return connection.all(
      "select suggestion_id from suggestion_source where message_id = $1 order by suggestion_id",
      [](Row& row) { return row.take<SuggestionId>(); }, message);
}

void insert_suggestion(Connection& connection, const cases::Suggestion& suggestion) {
  const Columns c = columns_of(suggestion);
  connection.run(
      "insert into suggestion (id, number, version, state, deputy_id, office, unit_id, order_id,"
      " request_waits, created_at, updated_at, next_due, doc)"
      " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      c.id, c.number, c.version, c.state, c.deputy, c.office, c.unit, c.order, c.request_waits,
      c.created_at, c.updated_at, c.next_due, to_json(suggestion));
  for (const cases::Source& source : suggestion.sources)
    connection.run("insert into suggestion_source (message_id, suggestion_id) values ($1, $2)",
                   source.message, c.id);
}

bool update_suggestion(Connection& connection, const cases::Suggestion& suggestion,
                       std::int64_t version) {
  const Columns c = columns_of(suggestion);
  // Number, deputy, order and sources are what they were when it came into being.
  return connection.run(
             "update suggestion set version = $3, state = $4, unit_id = $5, request_waits = $6,"
             " updated_at = $7, next_due = $8, doc = $9, office = $10 where id = $1 and version = "
             "$2",
             c.id, version, c.version, c.state, c.unit, c.request_waits, c.updated_at, c.next_due,
             to_json(suggestion), c.office) == 1;
}

}  // namespace mashang::store
