// One row a person, and one row a browser of his.
#include "store/channel_store.h"

#include <charconv>

namespace mashang::store {
namespace {

using rules::NoticeChannel;
using rules::Tie;

constexpr std::string_view kSelect =
    "select id, person_id, endpoint, p256dh, auth, created_at from push_subscription where ";

PushSubscription read_subscription(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .person = row.take<PersonId>(),
          .endpoint = row.take<std::string>(),
          .p256dh = row.take<std::string>(),
          .auth = row.take<std::string>(),
          .created_at = row.take<Instant>()};
}

Chosen read_chosen(Row& row) {
  return {.person = row.take<PersonId>(), .channel = row.take<NoticeChannel>()};
}

/// Where the id of a desk's party stands.
std::string_view column_of(Tie tie) {
  switch (tie) {
    case Tie::wrote_it: return "p.id";
    case Tie::addressed:
    case Tie::signs_jointly: return "d.id";
    case Tie::of_station: return "p.station_id";
    case Tie::dispatched_to:
    case Tie::assists: return "p.unit_id";
    case Tie::passed_to_office: return "p.region";
    case Tie::oversees: break;
  }
  return "";
}

std::string choosers_sql(std::string_view column) {
  std::string sql =
      "select p.id, c.channel from person p join person_channel c on c.person_id = p.id"
      " left join deputy d on d.person_id = p.id"
      " where p.role = $1 and p.disabled_at is null and c.channel <> 'none'"
      " and (d.id is null or d.status = 'active')";
  if (!column.empty()) sql += " and " + std::string(column) + " = $2";
  return sql + " order by p.id";
}

std::int64_t id_in(const std::string& party) {
  std::int64_t id = 0;
  std::from_chars(party.data(), party.data() + party.size(), id);
  return id;
}

}  // namespace

NoticeChannel channel_of(Connection& connection, PersonId person) {
  return connection
      .value<NoticeChannel>("select channel from person_channel where person_id = $1", person)
      .value_or(NoticeChannel::none);
}

void choose_channel(Connection& connection, PersonId person, NoticeChannel channel, Instant now) {
  connection.run(
      "insert into person_channel (person_id, channel, chosen_at) values ($1, $2, $3)"
      " on conflict (person_id) do update set channel = excluded.channel,"
      " chosen_at = excluded.chosen_at",
      person, channel, now);
}

std::vector<Chosen> choosers(Connection& connection, rules::Role account,
                             const std::string& party) {
  const Tie tie = rules::desk_of(account);
  const std::string sql = choosers_sql(column_of(tie));
  if (tie == Tie::oversees) return connection.all(sql, read_chosen, account);
  if (tie == Tie::passed_to_office) return connection.all(sql, read_chosen, account, party);
  return connection.all(sql, read_chosen, account, id_in(party));
}

std::int64_t put_subscription(Connection& connection, const PushSubscription& s) {
  return *connection.value<std::int64_t>(
      "insert into push_subscription (person_id, endpoint, p256dh, auth, created_at)"
      " values ($1, $2, $3, $4, $5) on conflict (endpoint) do update set"
      " person_id = excluded.person_id, p256dh = excluded.p256dh, auth = excluded.auth,"
      " created_at = excluded.created_at returning id",
      s.person, s.endpoint, s.p256dh, s.auth, s.created_at);
}

std::optional<PushSubscription> find_subscription(Connection& connection, std::int64_t id) {
  static const std::string kSql = std::string(kSelect) + "id = $1";
  return connection.one(kSql, read_subscription, id);
}

std::vector<PushSubscription> subscriptions_of(Connection& connection, PersonId person) {
  static const std::string kSql = std::string(kSelect) + "person_id = $1 order by created_at, id";
  return connection.all(kSql, read_subscription, person);
}

void forget_subscription(Connection& connection, std::int64_t id) {
  connection.run("delete from push_subscription where id = $1", id);
}

void forget_addresses(Connection& connection, PersonId person) {
  connection.run("delete from push_subscription where person_id = $1", person);
  connection.run("delete from wechat_consent where person_id = $1", person);
  connection.run(
      "delete from wechat_bind where openid in"
      " (select openid from wechat_account where person_id = $1)",
      person);
  connection.run("delete from wechat_account where person_id = $1", person);
  connection.run("delete from person_channel where person_id = $1", person);
}

}  // namespace mashang::store
