// Likeness of the words counts up to 1, nearness up to a half.
#include "desk/matters.h"

#include <algorithm>
#include <cmath>

#include "base/likeness.h"
#include "store/message_store.h"
#include "store/reference_store.h"

namespace mashang::desk {
namespace {

constexpr std::size_t kShownMost = 3;
// Of a station's open matters; more than that nobody publishes by hand.
constexpr int kLookedAtMost = 200;
constexpr double kNearMetres = 2000;

struct Ranked {
  double score = 0;
  MatterCard card;
};

std::optional<double> metres_to(const cases::Message& message, const MatterSearch& search) {
  if (!message.position || !search.at) return std::nullopt;
  return metres_between(*search.at, {message.position->lat, message.position->lng});
}

std::int64_t in_hundreds(double metres) {
  return std::max(std::int64_t{1}, std::int64_t(std::llround(metres / 100))) * 100;
}

Ranked rank(store::Connection& connection, const cases::Message& message,
            const MatterSearch& search) {
  const MessageId id{message.head.id};
  const std::string& title = message.publication.value().title;
  Ranked ranked{.score = likeness(search.text, title),
                .card = {.id = id,
                         .title = title,
                         .since = message.head.created_at,
                         .state = message.head.state,
                         .neighbours = 1 + std::ssize(store::messages_joining(connection, id))}};
  if (const auto metres = metres_to(message, search)) {
    ranked.score += std::max(0.0, 1 - *metres / kNearMetres) / 2;
    ranked.card.distance_m = in_hundreds(*metres);
  }
  return ranked;
}

std::vector<Ranked> matters_of(store::Connection& connection, StationId station,
                               const MatterSearch& search) {
  std::vector<Ranked> all;
  for (const MessageId id : store::published_messages(connection, station, kLookedAtMost))
    if (const auto message = store::load_message(connection, id))
      all.push_back(rank(connection, *message, search));
  // With equal right to be shown, what is newer comes first, as it was read.
  std::ranges::stable_sort(all, std::ranges::greater(), &Ranked::score);
  return all;
}

}  // namespace

std::vector<MatterCard> find_matters(Desk& desk, const MatterSearch& search) {
  return desk.database.read([&](store::Connection& connection) {
    std::vector<MatterCard> cards;
    const auto deputy = store::find_deputy(connection, search.deputy);
    if (!deputy) return cards;
    const bool anything_asked = !search.text.empty() || search.at;
    for (Ranked& one : matters_of(connection, deputy->station, search)) {
      if (cards.size() == kShownMost) break;
      if (one.score > 0 || !anything_asked) cards.push_back(std::move(one.card));
    }
    return cards;
  });
}

}  // namespace mashang::desk
