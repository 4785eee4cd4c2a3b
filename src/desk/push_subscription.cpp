// A browser used by two people tells the one who subscribed last, since both see the same screen.
#include "desk/push_subscription.h"

#include "store/channel_store.h"

namespace mashang::desk {

using store::Connection;

Result<std::int64_t, PushFault> subscribe(Desk& desk, const Person& person, PushAddress address) {
  if (const auto fault = desk.outward.push_fault(address)) return Failure{*fault};
  const store::PushSubscription wanted{.person = person.viewer.person,
                                       .endpoint = std::move(address.endpoint),
                                       .p256dh = std::move(address.keys.p256dh),
                                       .auth = std::move(address.keys.auth),
                                       .created_at = desk.machine_time()};
  return written(desk.database.write([wanted](Connection& connection) {
    const std::int64_t id = store::put_subscription(connection, wanted);
    const auto all = store::subscriptions_of(connection, wanted.person);
    std::size_t too_many = all.size() - std::min(all.size(), kSubscriptionsMax);
    for (const store::PushSubscription& old : all) {
      if (too_many == 0) break;
      if (old.id == id) continue;
      store::forget_subscription(connection, old.id);
      --too_many;
    }
    return id;
  }));
}

bool unsubscribe(Desk& desk, const Person& person, std::int64_t id) {
  return written(desk.database.write([id, who = person.viewer.person](Connection& connection) {
    const auto known = store::find_subscription(connection, id);
    if (!known || known->person != who) return false;
    store::forget_subscription(connection, id);
    return true;
  }));
}

}  // namespace mashang::desk
