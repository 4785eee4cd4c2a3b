// A delivery is read together with its row of the outbox, which says what it is about.
#include "store/delivery_store.h"

namespace mashang::store {
namespace {

constexpr std::string_view kSelect =
    "select d.id, d.person_id, d.channel, d.subscription_id, d.state, d.tries, d.why,"
    " d.created_at, d.next_at, o.id, o.target, o.kind, o.payload"
    " from delivery d join outbox o on o.id = d.outbox_id where ";

Delivery read_delivery(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .person = row.take<PersonId>(),
          .channel = row.take<rules::NoticeChannel>(),
          .subscription = row.take<std::int64_t>(),
          .state = row.take<DeliveryState>(),
          .tries = row.take<int>(),
          .why = row.take<std::string>(),
          .created_at = row.take<Instant>(),
          .next_at = row.take<Instant>(),
          .outbox = row.take<std::int64_t>(),
          .target = row.take<std::string>(),
          .kind = row.take<std::string>(),
          .payload = row.take<std::string>()};
}

}  // namespace

void add_delivery(Connection& connection, const Delivery& d) {
  connection.run(
      "insert into delivery (outbox_id, person_id, channel, subscription_id, state, tries, why,"
      " created_at, next_at) values ($1, $2, $3, $4, $5, 0, '', $6, $7)"
      " on conflict (outbox_id, person_id, subscription_id) do nothing",
      d.outbox, d.person, d.channel, d.subscription, DeliveryState::queued, d.created_at,
      d.next_at);
}

std::optional<Delivery> find_delivery(Connection& connection, std::int64_t id) {
  static const std::string kSql = std::string(kSelect) + "d.id = $1";
  return connection.one(kSql, read_delivery, id);
}

std::vector<Delivery> deliveries_due(Connection& connection, Instant now, int limit) {
  static const std::string kSql =
      std::string(kSelect) +
      "d.state = 'queued' and d.next_at <= $1 order by d.next_at, d.id limit $2";
  return connection.all(kSql, read_delivery, now, limit);
}

void claim_delivery(Connection& connection, std::int64_t id) {
  connection.run("update delivery set state = $2, tries = tries + 1 where id = $1", id,
                 DeliveryState::sending);
}

void queue_again(Connection& connection, std::int64_t id, Instant next_at, std::string_view why) {
  connection.run("update delivery set state = $2, next_at = $3, why = $4 where id = $1", id,
                 DeliveryState::queued, next_at, why);
}

void end_delivery(Connection& connection, std::int64_t id, DeliveryState state,
                  std::string_view why, Instant now) {
  connection.run("update delivery set state = $2, why = $3, ended_at = $4 where id = $1", id, state,
                 why, now);
}

std::int64_t end_abandoned(Connection& connection, Instant now) {
  return connection.run(
      "update delivery set state = $1, why = 'stopped', ended_at = $2 where state = $3",
      DeliveryState::unknown, now, DeliveryState::sending);
}

}  // namespace mashang::store
