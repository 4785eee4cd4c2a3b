// Id: a number that knows what it numbers, so that an order's id can't be passed for a unit's.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace mashang {

/// A row's id in its table; 0 means "none yet". Ids of different tags don't convert.
template <typename Tag>
struct Id {
  std::int64_t value = 0;

  explicit operator bool() const { return value != 0; }
  auto operator<=>(const Id&) const = default;
};

using PersonId = Id<struct PersonTag>;
using MessageId = Id<struct MessageTag>;
using OrderId = Id<struct OrderTag>;
using UnitId = Id<struct UnitTag>;
using StationId = Id<struct StationTag>;
using DeputyId = Id<struct DeputyTag>;
using SuggestionId = Id<struct SuggestionTag>;
using AttachmentId = Id<struct AttachmentTag>;

}  // namespace mashang

template <typename Tag>
struct std::hash<mashang::Id<Tag>> {
  std::size_t operator()(mashang::Id<Tag> id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
