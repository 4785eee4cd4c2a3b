// An event is digested as the JSON that a store would keep of it.
#include "simulate/history.h"

#include "base/json.h"

namespace mashang::simulate {
namespace {

void write_event(std::string& text, const cases::Event& event) {
  for (const std::int64_t number :
       {std::int64_t(event.kind), event.case_id, event.version, millis_of(event.at),
        std::int64_t(event.actor.role), event.actor.person.value, std::int64_t(event.action),
        std::int64_t(event.from), std::int64_t(event.to), std::int64_t(event.rulebook)})
    text += std::to_string(number) + " ";
  std::visit([&](const auto& input) { write_json(text, input); }, event.input);
  write_json(text, event.stopped);
  write_json(text, event.started);
  write_json(text, event.moved);
}

}  // namespace

void History::add(cases::Event event) {
  text_.clear();
  write_event(text_, event);
  for (const char c : text_) digest_ = (digest_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  events_.push_back(std::move(event));
}

std::string History::timeline(std::int64_t case_id) const {
  std::string text;
  for (const cases::Event& event : events_) {
    if (event.case_id != case_id) continue;
    text += "  " + std::to_string(event.version) + "  " + format_instant(event.at) + "  " +
            std::string(json::enum_name(event.actor.role)) + " " +
            std::string(json::enum_name(event.action)) + ": " +
            std::string(json::enum_name(event.from)) + " to " +
            std::string(json::enum_name(event.to)) + "\n";
    for (const cases::ClockRun& run : event.started) text += "       starts " + to_json(run) + "\n";
    for (const cases::ClockMove& move : event.moved) text += "       moves " + to_json(move) + "\n";
  }
  return text;
}

}  // namespace mashang::simulate
