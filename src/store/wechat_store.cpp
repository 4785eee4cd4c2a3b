// Rows of accounts, of tokens to bind one, and of consents.
#include "store/wechat_store.h"

namespace mashang::store {

void bind_openid(Connection& connection, std::string_view openid, PersonId person, Instant now) {
  connection.run("delete from wechat_account where openid = $1 or person_id = $2", openid, person);
  connection.run("insert into wechat_account (openid, person_id, bound_at) values ($1, $2, $3)",
                 openid, person, now);
}

std::optional<PersonId> person_of_openid(Connection& connection, std::string_view openid) {
  return connection.value<PersonId>("select person_id from wechat_account where openid = $1",
                                    openid);
}

std::optional<std::string> openid_of(Connection& connection, PersonId person) {
  return connection.value<std::string>("select openid from wechat_account where person_id = $1",
                                       person);
}

void add_bind_token(Connection& connection, std::string_view token_hash, std::string_view openid,
                    Instant expires_at) {
  connection.run("insert into wechat_bind (token_hash, openid, expires_at) values ($1, $2, $3)",
                 token_hash, openid, expires_at);
}

std::optional<std::string> find_bind_token(Connection& connection, std::string_view token_hash,
                                           Instant now) {
  return connection.value<std::string>(
      "select openid from wechat_bind where token_hash = $1 and expires_at > $2", token_hash, now);
}

void forget_bind_token(Connection& connection, std::string_view token_hash) {
  connection.run("delete from wechat_bind where token_hash = $1", token_hash);
}

void forget_expired_bind_tokens(Connection& connection, Instant now) {
  connection.run("delete from wechat_bind where expires_at <= $1", now);
}

int consents_left(Connection& connection, PersonId person, std::string_view template_id) {
  return connection
      .value<int>("select left_count from wechat_consent where person_id = $1 and template = $2",
                  person, template_id)
      .value_or(0);
}

void set_consents(Connection& connection, PersonId person, std::string_view template_id, int left,
                  Instant now) {
  connection.run(
      "insert into wechat_consent (person_id, template, left_count, answered_at)"
      " values ($1, $2, $3, $4) on conflict (person_id, template) do update set"
      " left_count = excluded.left_count, answered_at = excluded.answered_at",
      person, template_id, left, now);
}

}  // namespace mashang::store
