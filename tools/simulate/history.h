// History: all that happened in a town, in order. Invariant: two histories have one digest only if
// every event, with all it carries, is the same.
#pragma once

#include <string>
#include <vector>

#include "cases/event.h"

namespace mashang::simulate {

class History {
 public:
  void add(cases::Event event);

  const std::vector<cases::Event>& events() const { return events_; }
  std::uint64_t digest() const { return digest_; }
  /// The events of one case, a line each.
  std::string timeline(std::int64_t case_id) const;

 private:
  std::vector<cases::Event> events_;
  std::uint64_t digest_ = 0xCBF29CE484222325U;
  std::string text_;  // of one event at a time
};

}  // namespace mashang::simulate
