// Channel store: by what each person wants to be told, and the browsers that may tell him.
// Invariant: an endpoint belongs to one person, the one who subscribed last in that browser.
#pragma once

#include <vector>

#include "rules/notice_channel.h"
#include "rules/scope.h"
#include "store/connection.h"

namespace mashang::store {

rules::NoticeChannel channel_of(Connection& connection, PersonId person);
void choose_channel(Connection& connection, PersonId person, rules::NoticeChannel channel,
                    Instant now);

struct Chosen {
  PersonId person;
  rules::NoticeChannel channel{};
};

/// Those who sign in as `account` for that party ("12", a region's code), may act, and chose a
/// channel.
std::vector<Chosen> choosers(Connection& connection, rules::Role account, const std::string& party);

struct PushSubscription {
  std::int64_t id = 0;
  PersonId person;
  std::string endpoint;
  std::string p256dh;  // both as the browser spelt them
  std::string auth;
  Instant created_at;
};

/// A known endpoint keeps its id and goes over to this person, with these keys.
std::int64_t put_subscription(Connection& connection, const PushSubscription& subscription);
std::optional<PushSubscription> find_subscription(Connection& connection, std::int64_t id);
/// The oldest first.
std::vector<PushSubscription> subscriptions_of(Connection& connection, PersonId person);
void forget_subscription(Connection& connection, std::int64_t id);

/// Everything by which the person could be reached: his choice, his browsers, his WeChat.
void forget_addresses(Connection& connection, PersonId person);

}  // namespace mashang::store
