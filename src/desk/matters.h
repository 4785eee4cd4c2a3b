// Matters that neighbours are shown while one of them writes (R71): the ones most like his own. It
// is advice, and decides nothing: whether a matter may be joined is asked when the message is sent.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/earth.h"
#include "desk/desk.h"

namespace mashang::desk {

struct MatterCard {
  MessageId id;
  std::string title;
  Instant since;
  rules::State state{};
  std::int64_t neighbours = 0;  // who wrote of it, the first one included
  /// In hundreds of metres, so that nobody's door is found by asking often.
  std::optional<std::int64_t> distance_m;
};
BOOST_DESCRIBE_STRUCT(MatterCard, (), (id, title, since, state, neighbours, distance_m))

/// What he has written so far, and where it is.
struct MatterSearch {
  std::string deputy;  // code
  std::string text;
  std::optional<LatLng> at;
};

/// At most three, the likest first; nothing that is neither like it nor near.
std::vector<MatterCard> find_matters(Desk& desk, const MatterSearch& search);

}  // namespace mashang::desk
