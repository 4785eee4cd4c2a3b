// A browser wants to be told, or no longer. A person has several browsers, each with its own.
#pragma once

#include "desk/desk.h"

namespace mashang::desk {

inline constexpr std::size_t kSubscriptionsMax = 10;

/// The subscription's id. An eleventh takes the place of the oldest: a browser that nobody uses any
/// more must not stand in the way of the one that asks.
Result<std::int64_t, PushFault> subscribe(Desk& desk, const Person& person, PushAddress address);
/// False when it is none of the person's own.
bool unsubscribe(Desk& desk, const Person& person, std::int64_t id);

}  // namespace mashang::desk
