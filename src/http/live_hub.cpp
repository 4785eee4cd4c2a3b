// Everything shared is under one mutex; wakes are called after it is let go, so a connection may
// take from its stream at once.
#include "http/live_hub.h"

#include <algorithm>

#include "http/problem.h"

namespace mashang::http {

std::string event_text(const LiveEvent& event) {
  std::string out = "event: ";
  out += event.name;
  out += "\nid: " + std::to_string(event.id) + "\ndata: ";
  out += event.data;
  out += "\n\n";
  return out;
}

LiveStream::LiveStream(LiveHub& hub, std::vector<std::string> keys)
    : hub_(hub), keys_(std::move(keys)) {}

LiveStream::~LiveStream() { hub_.remove(*this); }

std::optional<std::string> LiveStream::take() {
  const std::lock_guard lock(hub_.mutex_);
  woken_ = false;
  if (over_) return std::nullopt;
  return std::exchange(waiting_, {});
}

void LiveStream::on_ready(std::function<void()> wake) {
  const std::lock_guard lock(hub_.mutex_);
  wake_ = std::move(wake);
}

Response LiveHub::open(const Request& request, std::vector<std::string> keys,
                       const Replay& replay) {
  auto stream = std::make_shared<LiveStream>(*this, std::move(keys));
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || streams_.size() >= limits_.streams_max) {
      stream->over_ = true;
      return problem(503, "busy", request.language()).with("Retry-After", "5");
    }
    streams_.insert(stream.get());
    for (const std::string& key : stream->keys_) by_key_[key].push_back(stream.get());
  }
  const auto last_id = positive_number(request.header("last-event-id"));
  replay_into(*stream, last_id && replay ? replay(*last_id) : std::vector<LiveEvent>{});
  Response response{.type = "text/event-stream"};
  response.with("Cache-Control", "no-store").with("X-Accel-Buffering", "no");
  response.stream = std::move(stream);
  return response;
}

void LiveHub::replay_into(LiveStream& stream, std::vector<LiveEvent> missed) {
  const std::lock_guard lock(mutex_);
  // A page that lost its connection waits three seconds before it comes back.
  stream.waiting_ = "retry: 3000\n: ready\n\n";
  for (const LiveEvent& event : missed) {
    stream.waiting_ += event_text(event);
    stream.replayed_to_ = std::max(stream.replayed_to_, event.id);
  }
  stream.replaying_ = false;
  Wakes wakes;  // nobody listens yet
  for (const LiveEvent& event : std::exchange(stream.during_replay_, {}))
    deliver(stream, event, wakes);
}

void LiveHub::deliver(LiveStream& stream, const LiveEvent& event, Wakes& wakes) {
  if (stream.over_ || event.id <= stream.replayed_to_) return;
  if (stream.replaying_) {
    stream.during_replay_.push_back(event);
    return;
  }
  stream.replayed_to_ = event.id;
  stream.waiting_ += event_text(event);
  if (stream.waiting_.size() > limits_.waiting_bytes_max && stream.wake_) return end(stream, wakes);
  if (!std::exchange(stream.woken_, true) && stream.wake_) wakes.push_back(stream.wake_);
}

void LiveHub::end(LiveStream& stream, Wakes& wakes) {
  stream.over_ = true;
  stream.waiting_ = {};
  if (stream.wake_) wakes.push_back(stream.wake_);
}

void LiveHub::publish(const LiveEvent& event) {
  Wakes wakes;
  {
    const std::lock_guard lock(mutex_);
    for (const std::string& key : event.audience) {
      const auto found = by_key_.find(key);
      if (found == by_key_.end()) continue;
      // A stream with two of the keys is skipped the second time, as the event is no news to it.
      for (LiveStream* stream : found->second) deliver(*stream, event, wakes);
    }
  }
  for (const auto& wake : wakes) wake();
}

void LiveHub::close() {
  Wakes wakes;
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (LiveStream* stream : streams_) end(*stream, wakes);
  }
  for (const auto& wake : wakes) wake();
}

void LiveHub::remove(LiveStream& stream) {
  const std::lock_guard lock(mutex_);
  if (streams_.erase(&stream) == 0) return;
  for (const std::string& key : stream.keys_) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) continue;
    std::erase(found->second, &stream);
    if (found->second.empty()) by_key_.erase(found);
  }
}

std::size_t LiveHub::size() const {
  const std::lock_guard lock(mutex_);
  return streams_.size();
}

}  // namespace mashang::http
