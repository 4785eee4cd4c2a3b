// The sender: one round passes on what waits and sends what is due, letter by letter. It is one
// thread's work: a city tells a few thousand people a day, and a service takes a tenth of a second.
// Invariant: a letter is claimed in the store before it leaves and recorded after, so that a
// restart sends none twice; see desk/delivery.h for where that ends.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "channels/outlet.h"

namespace mashang::channels {

/// Told of what went wrong: an event and a plain detail, with nothing of a person in it.
using Log = std::function<void(std::string_view event, std::string_view detail)>;

class Sender {
 public:
  using Outlets = std::map<rules::NoticeChannel, std::unique_ptr<Outlet>>;

  Sender(desk::Desk& desk, Outlets outlets, Log log)
      : desk_(desk), outlets_(std::move(outlets)), log_(std::move(log)) {}

  /// Once, before the first round.
  void begin() { desk::end_abandoned_letters(desk_); }
  /// What is due now, unless `stopped` says so before; the number of letters that were taken.
  /// Throws store::Fault.
  int run_round(const std::function<bool()>& stopped);

 private:
  bool send(std::int64_t delivery);
  desk::Sent hand_over(const desk::Letter& letter);
  void tell_log(const desk::Letter& letter, const desk::Sent& sent) const;

  desk::Desk& desk_;
  Outlets outlets_;
  Log log_;
};

}  // namespace mashang::channels
