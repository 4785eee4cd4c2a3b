// WeChat store: whose account of the mini-program is whose, and how many messages each person let
// WeChat bring. Invariant: one account of WeChat is one person, and one person has one of them.
#pragma once

#include "store/connection.h"

namespace mashang::store {

/// Replaces what either was bound to before.
void bind_openid(Connection& connection, std::string_view openid, PersonId person, Instant now);
std::optional<PersonId> person_of_openid(Connection& connection, std::string_view openid);
std::optional<std::string> openid_of(Connection& connection, PersonId person);

/// A token by which somebody who signs in by phone may bind that account; only its hash is kept.
void add_bind_token(Connection& connection, std::string_view token_hash, std::string_view openid,
                    Instant expires_at);
/// The account it stands for.
std::optional<std::string> find_bind_token(Connection& connection, std::string_view token_hash,
                                           Instant now);
/// The token was used; it opens nothing any more.
void forget_bind_token(Connection& connection, std::string_view token_hash);
void forget_expired_bind_tokens(Connection& connection, Instant now);

/// How many more messages of that template the person let us send.
int consents_left(Connection& connection, PersonId person, std::string_view template_id);
void set_consents(Connection& connection, PersonId person, std::string_view template_id, int left,
                  Instant now);

}  // namespace mashang::store
