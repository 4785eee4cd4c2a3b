// Session store: who is signed in, and the codes on their way to those who want to be. Only hashes
// of tokens and codes are kept. How long and how often is decided by the desk.
#pragma once

#include <vector>

#include "store/connection.h"

namespace mashang::store {

struct Session {
  std::string token_hash;
  PersonId person;
  std::string csrf;
  Instant created_at;
  Instant seen_at;
  Instant expires_at;
};

void add_session(Connection& connection, const Session& session);
/// Nothing when there is none, or when it has run out at `now`.
std::optional<Session> find_session(Connection& connection, std::string_view token_hash,
                                    Instant now);
/// Those that have not run out, the latest first.
std::vector<Session> sessions_of(Connection& connection, PersonId person, Instant now);
void end_session(Connection& connection, std::string_view token_hash);
void end_sessions_of(Connection& connection, PersonId person);
/// Forgets what has run out; says how many sessions that were.
std::int64_t forget_expired_sessions(Connection& connection, Instant now);

struct SignInCode {
  std::string phone;
  std::string code_hash;
  Instant sent_at;
  Instant expires_at;
  int tries = 0;
  Instant hour_started_at;  // with sent_in_hour: how many were sent in that hour
  int sent_in_hour = 0;
};

/// Replaces the code of that phone.
void put_sign_in_code(Connection& connection, const SignInCode& code);
std::optional<SignInCode> find_sign_in_code(Connection& connection, std::string_view phone);
void forget_sign_in_code(Connection& connection, std::string_view phone);
void count_try(Connection& connection, std::string_view phone);
/// The row stays, as it counts what was sent; but no code opens anything with it any more.
void use_up_code(Connection& connection, std::string_view phone);

}  // namespace mashang::store
