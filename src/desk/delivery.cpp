// The outbox is kept by the city's time, which a demo moves; sending goes by the machine's.
#include "desk/delivery.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "base/random.h"
#include "desk/outgoing.h"
#include "store/channel_store.h"
#include "store/delivery_store.h"
#include "store/outbox_store.h"
#include "store/wechat_store.h"

namespace mashang::desk {
namespace {

using namespace std::chrono_literals;
using rules::NoticeChannel;
using store::Connection;
using store::Delivery;
using store::DeliveryState;

constexpr int kRowsARound = 200;
constexpr int kLettersARound = 50;
constexpr auto kGiveUpAfter = 72h;
constexpr std::string_view kLeader = "_leader";

/// "deputy:12" taken apart. A leader has no account of his own: his unit is told.
struct Target {
  std::optional<rules::Role> account;
  std::string party;
};

Target read_target(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  std::string_view account = text.substr(0, colon);
  if (account.ends_with(kLeader)) account.remove_suffix(kLeader.size());
  return {store::named<rules::Role>(account), std::string(text.substr(colon + 1))};
}

/// Which case a row is about.
struct About {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
};

template <typename Payload>
std::optional<About> about(const std::string& text) {
  auto payload = read_json<Payload>(text);
  if (!payload) return std::nullopt;
  return About{payload->kind, payload->id, std::move(payload->number)};
}

bool is_warning(const Delivery& delivery) { return delivery.kind == "warning"; }

std::optional<About> about(const Delivery& delivery) {
  return is_warning(delivery) ? about<WarningPayload>(delivery.payload)
                              : about<NoticePayload>(delivery.payload);
}

int add_deliveries(Connection& connection, const store::Outgoing& row, const store::Chosen& chosen,
                   Instant now) {
  Delivery delivery{.person = chosen.person,
                    .channel = chosen.channel,
                    .created_at = now,
                    .next_at = now,
                    .outbox = row.id};
  if (chosen.channel != NoticeChannel::push) {
    store::add_delivery(connection, delivery);
    return 1;
  }
  const auto browsers = store::subscriptions_of(connection, chosen.person);
  for (const store::PushSubscription& browser : browsers) {
    delivery.subscription = browser.id;
    store::add_delivery(connection, delivery);
  }
  return int(browsers.size());
}

void pass_on(Connection& connection, const store::Outgoing& row, Instant now) {
  const Target target = read_target(row.target);
  int count = 0;
  if (target.account)
    for (const store::Chosen& chosen : store::choosers(connection, *target.account, target.party))
      count += add_deliveries(connection, row, chosen, now);
  using enum store::OutboxState;
  store::take_out(connection, row.id, count > 0 ? passed_on : no_channel);
}

Text2s sentence(const Desk& desk, const Delivery& delivery, rules::Role account,
                rules::CaseKind kind) {
  const auto voice = is_warning(delivery) ? rules::Voice::warning : rules::voice_to(account);
  const Labels& labels = desk.city.labels;
  const Text2s word = labels.of("kind", kind);
  Text2s text = labels.of("notice", voice);
  return {fill_in(text, "kind", word.zh).zh, fill_in(text, "kind", word.en).en};
}

/// Nothing when the row can't be read: written by another version, say.
std::optional<Letter> write_letter(const Desk& desk, const Delivery& delivery) {
  const auto what = about(delivery);
  const auto target = read_target(delivery.target);
  if (!what || !target.account) return std::nullopt;
  const rules::Role account = *target.account;
  const std::string kind(json::enum_name(what->kind));
  const std::string id = std::to_string(what->id);
  Letter letter{.delivery = delivery.id,
                .channel = delivery.channel,
                .text = sentence(desk, delivery, account, what->kind),
                .number = what->number,
                .at = delivery.created_at};
  if (rules::uses_phone(account)) {
    letter.page = "pages/" + kind + "/" + kind + "?id=" + id;
    letter.path = "/m/#/" + letter.page;
  } else {
    letter.path = "/console/#/" + kind + "s/" + id;
  }
  return letter;
}

/// Fills in where to; false when there is no such address any more.
bool address_push(Connection& connection, const Delivery& delivery, Letter& letter) {
  auto browser = store::find_subscription(connection, delivery.subscription);
  if (!browser || browser->person != delivery.person) return false;
  letter.address = {std::move(browser->endpoint),
                    {std::move(browser->p256dh), std::move(browser->auth)}};
  return true;
}

/// The consent is used up here, before the letter leaves, so that two letters can't use one.
bool address_wechat(const Desk& desk, Connection& connection, const Delivery& delivery,
                    Letter& letter, Instant now) {
  const auto openid = store::openid_of(connection, delivery.person);
  if (!openid) return false;
  for (const std::string& id : desk.outward.wechat_templates) {
    const int left = store::consents_left(connection, delivery.person, id);
    if (left == 0) continue;
    store::set_consents(connection, delivery.person, id, left - 1, now);
    letter.openid = *openid;
    letter.template_id = id;
    return true;
  }
  return false;
}

bool address(const Desk& desk, Connection& connection, const Delivery& delivery, Letter& letter,
             Instant now) {
  // Who chose otherwise meanwhile meant this one too.
  if (store::channel_of(connection, delivery.person) != delivery.channel) return false;
  switch (delivery.channel) {
    case NoticeChannel::push: return address_push(connection, delivery, letter);
    case NoticeChannel::wechat: return address_wechat(desk, connection, delivery, letter, now);
    case NoticeChannel::none:
    case NoticeChannel::sms: break;
  }
  return false;
}

void set_consents_of(Connection& connection, const Delivery& delivery, const Letter& letter,
                     int left, Instant now) {
  if (delivery.channel == NoticeChannel::wechat)
    store::set_consents(connection, delivery.person, letter.template_id, left, now);
}

void try_later(Connection& connection, const Delivery& delivery, const Letter& letter,
               const Sent& sent, Instant now) {
  if (delivery.channel == NoticeChannel::wechat) {
    const int left = store::consents_left(connection, delivery.person, letter.template_id);
    set_consents_of(connection, delivery, letter, left + 1, now);
  }
  const double jitter = double(random_below(1001)) / 1000;
  const Instant next = now + std::max(wait_after(delivery.tries, jitter), sent.wait);
  if (next - delivery.created_at > kGiveUpAfter)
    store::end_delivery(connection, delivery.id, DeliveryState::failed, sent.why, now);
  else
    store::queue_again(connection, delivery.id, next, sent.why);
}

void forget_address(Connection& connection, const Delivery& delivery, const Letter& letter,
                    const Sent& sent, Instant now) {
  if (delivery.channel == NoticeChannel::push)
    store::forget_subscription(connection, delivery.subscription);
  set_consents_of(connection, delivery, letter, 0, now);
  store::end_delivery(connection, delivery.id, DeliveryState::no_channel, sent.why, now);
}

void settle(Connection& connection, const Delivery& delivery, const Letter& letter,
            const Sent& sent, Instant now) {
  const auto end = [&](DeliveryState state) {
    store::end_delivery(connection, delivery.id, state, sent.why, now);
  };
  switch (sent.fate) {
    case Fate::taken: return end(DeliveryState::sent);
    case Fate::unknown: return end(DeliveryState::unknown);
    case Fate::refused: return end(DeliveryState::failed);
    case Fate::not_now: return try_later(connection, delivery, letter, sent, now);
    case Fate::address_gone: return forget_address(connection, delivery, letter, sent, now);
  }
}

}  // namespace

int pass_on_notices(Desk& desk) {
  const Instant clock = desk.now();
  const Instant now = desk.machine_time();
  // Mostly nothing waits, and the writer's thread need not be asked for that.
  const bool waits = desk.database.read([clock](Connection& connection) {
    return !store::outgoing_due(connection, clock, 1).empty();
  });
  if (!waits) return 0;
  const auto passed = desk.database.write([clock, now](Connection& connection) {
    const auto rows = store::outgoing_due(connection, clock, kRowsARound);
    for (const store::Outgoing& row : rows) pass_on(connection, row, now);
    return int(rows.size());
  });
  return passed ? *passed : 0;  // busy: the next round goes on
}

std::vector<std::int64_t> letters_due(Desk& desk) {
  const Instant now = desk.machine_time();
  return desk.database.read([now](Connection& connection) {
    std::vector<std::int64_t> ids;
    for (const Delivery& delivery : store::deliveries_due(connection, now, kLettersARound))
      ids.push_back(delivery.id);
    return ids;
  });
}

std::optional<Letter> take_letter(Desk& desk, std::int64_t id) {
  const Instant now = desk.machine_time();
  return written(
      desk.database.write([&desk, id, now](Connection& connection) -> std::optional<Letter> {
        const auto delivery = store::find_delivery(connection, id);
        if (!delivery || delivery->state != DeliveryState::queued) return std::nullopt;
        auto letter = write_letter(desk, *delivery);
        if (!letter) {
          store::end_delivery(connection, id, DeliveryState::failed, "unreadable", now);
        } else if (!address(desk, connection, *delivery, *letter, now)) {
          store::end_delivery(connection, id, DeliveryState::no_channel, "no address", now);
          letter.reset();
        } else {
          store::claim_delivery(connection, id);
        }
        return letter;
      }));
}

void record(Desk& desk, const Letter& letter, const Sent& sent) {
  const Instant now = desk.machine_time();
  written(desk.database.write([letter, sent, now](Connection& connection) {
    const auto delivery = store::find_delivery(connection, letter.delivery);
    if (delivery && delivery->state == DeliveryState::sending)
      settle(connection, *delivery, letter, sent, now);
    return true;
  }));
}

void end_abandoned_letters(Desk& desk) {
  const Instant now = desk.machine_time();
  written(desk.database.write(
      [now](Connection& connection) { return store::end_abandoned(connection, now); }));
}

std::chrono::seconds wait_after(int tries, double jitter) {
  constexpr auto kWaits = std::to_array<std::chrono::seconds>({10s, 30s, 2min, 10min, 1h, 6h});
  const auto place = std::min(std::size_t(std::max(tries, 1) - 1), kWaits.size() - 1);
  const double factor = 0.8 + 0.4 * jitter;
  return std::chrono::seconds(std::int64_t(double(kWaits[place].count()) * factor));
}

}  // namespace mashang::desk
