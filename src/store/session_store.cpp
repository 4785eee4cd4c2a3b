// Rows of sessions and of sign-in codes.
#include "store/session_store.h"

namespace mashang::store {
namespace {

Session read_session(Row& row) {
  return {.token_hash = row.take<std::string>(),
          .person = row.take<PersonId>(),
          .csrf = row.take<std::string>(),
          .created_at = row.take<Instant>(),
          .seen_at = row.take<Instant>(),
          .expires_at = row.take<Instant>()};
}

SignInCode read_code(Row& row) {
  return {.phone = row.take<std::string>(),
          .code_hash = row.take<std::string>(),
          .sent_at = row.take<Instant>(),
          .expires_at = row.take<Instant>(),
          .tries = row.take<int>(),
          .hour_started_at = row.take<Instant>(),
          .sent_in_hour = row.take<int>()};
}

}  // namespace

void add_session(Connection& connection, const Session& s) {
  connection.run(
      "insert into session (token_hash, person_id, csrf, created_at, seen_at, expires_at)"
      " values ($1, $2, $3, $4, $5, $6)",
      s.token_hash, s.person, s.csrf, s.created_at, s.seen_at, s.expires_at);
}

std::optional<Session> find_session(Connection& connection, std::string_view token_hash,
                                    Instant now) {
  return connection.one(
      "select token_hash, person_id, csrf, created_at, seen_at, expires_at from session"
      " where token_hash = $1 and expires_at > $2",
      read_session, token_hash, now);
}

std::vector<Session> sessions_of(Connection& connection, PersonId person, Instant now) {
  return connection.all(
      "select token_hash, person_id, csrf, created_at, seen_at, expires_at from session"
      " where person_id = $1 and expires_at > $2 order by created_at desc",
      read_session, person, now);
}

void end_session(Connection& connection, std::string_view token_hash) {
  connection.run("delete from session where token_hash = $1", token_hash);
}

void end_sessions_of(Connection& connection, PersonId person) {
  connection.run("delete from session where person_id = $1", person);
}

std::int64_t forget_expired_sessions(Connection& connection, Instant now) {
  return connection.run("delete from session where expires_at <= $1", now);
}

void put_sign_in_code(Connection& connection, const SignInCode& c) {
  connection.run(
      "insert into sign_in_code (phone, code_hash, sent_at, expires_at, tries, hour_started_at,"
      " sent_in_hour) values ($1, $2, $3, $4, $5, $6, $7)"
      " on conflict (phone) do update set code_hash = excluded.code_hash,"
      " sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = excluded.tries,"
      " hour_started_at = excluded.hour_started_at, sent_in_hour = excluded.sent_in_hour",
      c.phone, c.code_hash, c.sent_at, c.expires_at, c.tries, c.hour_started_at, c.sent_in_hour);
}

std::optional<SignInCode> find_sign_in_code(Connection& connection, std::string_view phone) {
  return connection.one(
      "select phone, code_hash, sent_at, expires_at, tries, hour_started_at, sent_in_hour"
      " from sign_in_code where phone = $1",
      read_code, phone);
}

void forget_sign_in_code(Connection& connection, std::string_view phone) {
  connection.run("delete from sign_in_code where phone = $1", phone);
}

void count_try(Connection& connection, std::string_view phone) {
  connection.run("update sign_in_code set tries = tries + 1 where phone = $1", phone);
}

void use_up_code(Connection& connection, std::string_view phone) {
  connection.run("update sign_in_code set code_hash = '', expires_at = sent_at where phone = $1",
                 phone);
}

}  // namespace mashang::store
