// Sample city: the shipped city in a data folder, with as many residents and messages as a figure
// needs. Invariant: everything goes in through the desk, so it weighs what it weighs in life.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "desk/act.h"
#include "desk/message_send.h"

namespace mashang::bench {

/// The city, rulebook and calendar as shipped; throws std::runtime_error when they can't be read.
desk::City shipped_city();

/// Keeps this many of the desk's answers on their way, as so many people at once would.
inline constexpr int kInFlight = 64;

class SampleCity {
 public:
  /// Opens the folder, or sets a city up in it.
  explicit SampleCity(const std::filesystem::path& folder);

  desk::Desk& desk() { return desk_; }

  /// So many residents, the same ones each time.
  std::vector<desk::Person> residents(int count);
  /// The nth resident's session, whose token is made from n.
  struct Session {
    std::string token;
    std::string csrf;
  };
  Session open_session(const desk::Person& resident, int n);

  /// The code of the nth active deputy, counted round and round.
  const std::string& deputy_code(int n) const;
  desk::MessageDraft draft(int n) const;
  /// `count` messages that the deputy looked at and passed on to the hotline; message i (from 0) is
  /// resident i's, round and round. Their ids.
  std::vector<std::int64_t> passed_on_messages(const std::vector<desk::Person>& residents,
                                               int count);

 private:
  const desk::City city_;
  store::Database database_;
  desk::Desk desk_;
  std::vector<desk::DeputyRow> active_;
  std::vector<desk::Person> deputies_;
};

/// Calls `start(i, respond)` for 0, 1, 2 ... while `go_on(i)`, kInFlight at a time, from whichever
/// thread answers, and waits for the last. A denied one throws std::runtime_error. How many were
/// answered.
int keep_in_flight(const std::function<bool(int)>& go_on,
                   const std::function<void(int, desk::Respond)>& start);

}  // namespace mashang::bench
