// The live hub: events go in from any thread, and out to every open stream that may see them.
// Invariant: a stream gets each event at most once and in order, or it is dropped; it never
// silently misses one, because a page that reconnects says which it saw last.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "http/request.h"
#include "http/response.h"

namespace mashang::http {

/// `audience` are keys such as "person:5", "unit:3", "role:reviewer": who holds one of them sees
/// it.
struct LiveEvent {
  std::int64_t id = 0;
  std::string_view name = "case";
  std::string data;  // JSON on one line
  std::vector<std::string> audience;
};

class LiveHub;

/// One open stream. Shared by the hub, which fills it, and the connection, which empties it.
class LiveStream {
 public:
  LiveStream(LiveHub& hub, std::vector<std::string> keys);
  ~LiveStream();
  LiveStream(const LiveStream&) = delete;
  LiveStream& operator=(const LiveStream&) = delete;

  /// What has to be sent now; nothing when the stream is over.
  std::optional<std::string> take();
  /// Called (on the hub's caller) once whenever something is there after `take` found nothing.
  void on_ready(std::function<void()> wake);

 private:
  friend class LiveHub;
  LiveHub& hub_;
  const std::vector<std::string> keys_;
  // What follows is guarded by the hub's mutex.
  std::string waiting_;
  std::int64_t replayed_to_ = 0;
  bool replaying_ = true;
  bool over_ = false;
  bool woken_ = false;
  std::function<void()> wake_;
  std::vector<LiveEvent> during_replay_;
};

class LiveHub {
 public:
  struct Limits {
    std::size_t streams_max = 10'000;
    std::size_t waiting_bytes_max = 64 * 1024;  // more than that behind: dropped, to reconnect
  };
  /// The events after `last_id` that this viewer may see, oldest first.
  using Replay = std::function<std::vector<LiveEvent>(std::int64_t last_id)>;

  LiveHub() : LiveHub(Limits{}) {}
  explicit LiveHub(Limits limits) : limits_(limits) {}

  /// The answer that opens a stream for the holder of `keys`. What the request's Last-Event-ID
  /// missed comes first, by `replay`; what happens meanwhile is held back and follows it.
  Response open(const Request& request, std::vector<std::string> keys, const Replay& replay);

  /// From any thread, but in the order of the ids: the store's writer calls it after each commit.
  /// Never waits for a client.
  void publish(const LiveEvent& event);

  /// Ends every stream and opens no more.
  void close();

  std::size_t size() const;

 private:
  friend class LiveStream;
  using Wakes = std::vector<std::function<void()>>;

  void replay_into(LiveStream& stream, std::vector<LiveEvent> missed);
  void deliver(LiveStream& stream, const LiveEvent& event, Wakes& wakes);
  void end(LiveStream& stream, Wakes& wakes);
  void remove(LiveStream& stream);

  const Limits limits_;
  mutable std::mutex mutex_;
  bool closed_ = false;
  std::unordered_set<LiveStream*> streams_;
  std::unordered_map<std::string, std::vector<LiveStream*>> by_key_;
};

/// An event as it goes over the wire.
std::string event_text(const LiveEvent& event);

}  // namespace mashang::http
