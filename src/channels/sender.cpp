// What is claimed and not recorded when the server dies is ended as `unknown` by the next one.
#include "channels/sender.h"

#include "base/json_writer.h"

namespace mashang::channels {

using desk::Fate;
using desk::Letter;
using desk::Sent;

int Sender::run_round(const std::function<bool()>& stopped) {
  while (desk::pass_on_notices(desk_) > 0 && !stopped()) {
  }
  int sent = 0;
  for (const std::int64_t delivery : desk::letters_due(desk_)) {
    if (stopped()) break;
    sent += send(delivery) ? 1 : 0;
  }
  return sent;
}

bool Sender::send(std::int64_t delivery) {
  const auto letter = desk::take_letter(desk_, delivery);
  if (!letter) return false;
  const Sent sent = hand_over(*letter);
  desk::record(desk_, *letter, sent);
  tell_log(*letter, sent);
  return sent.fate == Fate::taken;
}

/// A fault of an outlet stops its letter and no other.
Sent Sender::hand_over(const Letter& letter) {
  const auto outlet = outlets_.find(letter.channel);
  if (outlet == outlets_.end()) return {Fate::refused, "not set up"};
  try {
    return outlet->second->send(letter);
  } catch (const std::exception& fault) {
    log_("outlet_failed", fault.what());
    return {Fate::unknown, "fault"};
  }
}

void Sender::tell_log(const Letter& letter, const Sent& sent) const {
  if (sent.fate == Fate::taken) return;
  log_("notice_not_sent", std::string(json::enum_name(letter.channel)) + " " +
                              std::to_string(letter.delivery) + ": " + sent.why);
}

}  // namespace mashang::channels
