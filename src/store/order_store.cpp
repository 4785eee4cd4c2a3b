// An order's columns are worked out from the order by one function, both to write and to check.
#include "store/order_store.h"

#include "store/case_document.h"
#include "store/clock_store.h"

namespace mashang::store {
namespace {

constexpr auto kKind = rules::CaseKind::order;

struct Columns {
  std::int64_t id;
  std::string number;
  std::int64_t version;
  rules::State state;
  DeputyId deputy;
  UnitId unit;
  MessageId message;
  OrderId matter;
  bool request_waits;
  bool supervised;
  Instant created_at;
  Instant updated_at;
  Instant next_due;

  bool operator==(const Columns&) const = default;
};

Columns columns_of(const cases::Order& order) {
  return {.id = order.head.id,
          .number = order.head.number,
          .version = order.head.version,
          .state = order.head.state,
          .deputy = order.caller.deputy,
          .unit = order.work.unit,
          .message = order.message,
          .matter = order.matter,
          .request_waits = request_waits(order.head),
          .supervised = order.supervision() != nullptr,
          .created_at = order.head.created_at,
          .updated_at = order.head.updated_at,
          .next_due = due_column(order.head)};
}

Columns read_columns(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .number = row.take<std::string>(),
          .version = row.take<std::int64_t>(),
          .state = row.take<rules::State>(),
          .deputy = row.take<DeputyId>(),
          .unit = row.take<UnitId>(),
          .message = row.take<MessageId>(),
          .matter = row.take<OrderId>(),
          .request_waits = row.take<bool>(),
          .supervised = row.take<bool>(),
          .created_at = row.take<Instant>(),
          .updated_at = row.take<Instant>(),
          .next_due = row.take<Instant>()};
}

}  // namespace

std::optional<cases::Order> load_order(Connection& connection, OrderId id) {
  const auto read = [&](Row& row) {
    const Columns columns = read_columns(row);
    auto order = read_document<cases::Order>(row.take<std::string>(), kKind, columns.id);
    order.head.clocks = load_clocks(connection, kKind, columns.id);
    refine_times(order.head, columns.created_at, columns.updated_at);
    if (order.head.kind != kKind || columns_of(order) != columns) {
      refuse_case(kKind, columns.id, "its columns contradict its document or its clocks");
    }
    return order;
  };
  return connection.one(
      "select id, number, version, state, deputy_id, unit_id, message_id, matter_id,"
      " request_waits, supervised, created_at, updated_at, next_due, doc from orders where id = $1",
      read, id);
}

std::optional<OrderId> order_of_message(Connection& connection, MessageId message) {
  return connection.value<OrderId>(
      "select id from orders where message_id = $1 order by id desc limit 1", message);
}

std::optional<OrderId> find_order(Connection& connection, std::string_view number) {
  return connection.value<OrderId>("select id from orders where number = $1", number);
}

std::int64_t count_orders_of_matter(Connection& connection, OrderId matter) {
  return connection
      .value<std::int64_t>("select count(*) from orders where matter_id = $1 or id = $1", matter)
      .value_or(0);
}

std::vector<LinkedOrder> orders_of_matter(Connection& connection, OrderId matter, int limit) {
  return connection.all(
      "select id, number, state from orders where matter_id = $1 or id = $1 order by id limit $2",
      [](Row& row) {
        return LinkedOrder{row.take<OrderId>(), row.take<std::string>(), row.take<rules::State>()};
      },
      matter, limit);
}

void insert_order(Connection& connection, const cases::Order& order) {
  const Columns c = columns_of(order);
  connection.run(
      "insert into orders (id, number, version, state, deputy_id, unit_id, message_id, matter_id,"
      " request_waits, supervised, created_at, updated_at, next_due, doc)"
      " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      c.id, c.number, c.version, c.state, c.deputy, c.unit, c.message, c.matter, c.request_waits,
      c.supervised, c.created_at, c.updated_at, c.next_due, to_json(order));
}

bool update_order(Connection& connection, const cases::Order& order, std::int64_t version) {
  const Columns c = columns_of(order);
  // Number, deputy and message are what they were when it was submitted.
  return connection.run(
             "update orders set version = $3, state = $4, unit_id = $5, matter_id = $6,"
             " request_waits = $7, supervised = $8, updated_at = $9, next_due = $10, doc = $11"
             " where id = $1 and version = $2",
             c.id, version, c.version, c.state, c.unit, c.matter, c.request_waits, c.supervised,
             c.updated_at, c.next_due, to_json(order)) == 1;
}

}  // namespace mashang::store
