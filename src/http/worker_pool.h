// Worker pool: the threads on which handlers may wait for the database. Invariant: no more than so
// many jobs wait; beyond that the asker is told to come back instead of being kept in the dark.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace mashang::http {

class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t waiting_max);
  /// Finishes what was taken in, then joins.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when too many wait. The job must not throw.
  [[nodiscard]] bool post(std::function<void()> job);

 private:
  void work();

  const std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable something_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace mashang::http
