// Order store. Invariant: a row whose columns contradict its document, or that holds a name this
// program does not know, is refused when it is read.
#pragma once

#include "cases/order.h"
#include "store/connection.h"

namespace mashang::store {

/// The order with its clocks; nothing when there is none.
std::optional<cases::Order> load_order(Connection& connection, OrderId id);

/// The last order that a message became, when it was passed on to the hotline.
std::optional<OrderId> order_of_message(Connection& connection, MessageId message);

std::optional<OrderId> find_order(Connection& connection, std::string_view number);

/// R16: an order of a linked group.
struct LinkedOrder {
  OrderId id;
  std::string number;
  rules::State state{};
};
/// The group that began with this order, itself among it.
std::int64_t count_orders_of_matter(Connection& connection, OrderId matter);
std::vector<LinkedOrder> orders_of_matter(Connection& connection, OrderId matter, int limit);

void insert_order(Connection& connection, const cases::Order& order);

/// Replaces the row if it still is at `version`; false when somebody was faster.
[[nodiscard]] bool update_order(Connection& connection, const cases::Order& order,
                                std::int64_t version);

}  // namespace mashang::store
