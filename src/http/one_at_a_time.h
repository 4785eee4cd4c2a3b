// One thread for long work, of which there is one at a time: whoever comes while it works is told
// to come back. Invariant: after stop() nothing runs any more and nothing is taken in.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace mashang::http {

class OneAtATime {
 public:
  /// A job must not throw; it ends early when the flag that it is given becomes true.
  using Job = std::function<void(const std::atomic<bool>& stop)>;

  OneAtATime();
  ~OneAtATime();
  OneAtATime(const OneAtATime&) = delete;
  OneAtATime& operator=(const OneAtATime&) = delete;

  /// False when one is at work.
  [[nodiscard]] bool start(Job job);
  void stop();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable something_;
  Job job_;
  bool busy_ = false;
  std::atomic<bool> stopping_{false};
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace mashang::http
