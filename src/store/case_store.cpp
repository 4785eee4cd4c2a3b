// The order of writing: the row first, because only it can say that somebody was faster.
#include "store/case_store.h"

#include <cassert>

#include "store/clock_store.h"
#include "store/counter_store.h"
#include "store/event_store.h"
#include "store/message_store.h"
#include "store/order_store.h"
#include "store/party_store.h"
#include "store/suggestion_store.h"

namespace mashang::store {
namespace {

/// Writes the row of a case that was at `version` before; 0 for a new one.
bool write_row(Connection& connection, const cases::Message& message, std::int64_t version) {
  if (version != 0) return update_message(connection, message, version);
  insert_message(connection, message);
  return true;
}

bool write_row(Connection& connection, const cases::Order& order, std::int64_t version) {
  if (version != 0) return update_order(connection, order, version);
  insert_order(connection, order);
  return true;
}

bool write_row(Connection& connection, const cases::Suggestion& suggestion, std::int64_t version) {
  if (version != 0) return update_suggestion(connection, suggestion, version);
  insert_suggestion(connection, suggestion);
  return true;
}

}  // namespace

std::int64_t new_case_id(Connection& connection, rules::CaseKind kind) {
  return next_number(connection, json::enum_name(kind));
}

std::optional<cases::Case> load_case(Connection& connection, rules::CaseKind kind,
                                     std::int64_t id) {
  switch (kind) {
    case rules::CaseKind::message: return load_message(connection, MessageId{id});
    case rules::CaseKind::order: return load_order(connection, OrderId{id});
    case rules::CaseKind::suggestion: break;
  }
  return load_suggestion(connection, SuggestionId{id});
}

std::optional<std::int64_t> save_case(Connection& connection, const cases::Case& after,
                                      std::span<const cases::Event> events) {
  assert(!events.empty());
  const std::int64_t version = events.front().version - 1;
  const auto write = [&](const auto& one) { return write_row(connection, one, version); };
  if (!std::visit(write, after)) return std::nullopt;
  save_parties(connection, after);
  save_clocks(connection, cases::head_of(after), events.front().at);
  const std::int64_t first = append_event(connection, events.front());
  for (const cases::Event& event : events.subspan(1)) append_event(connection, event);
  return first;
}

}  // namespace mashang::store
