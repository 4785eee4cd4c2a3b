// The thread sleeps until there is a job; `busy_` is what keeps a second one out.
#include "http/one_at_a_time.h"

#include <utility>

namespace mashang::http {

OneAtATime::OneAtATime() : thread_([this] { work(); }) {}

OneAtATime::~OneAtATime() { stop(); }

bool OneAtATime::start(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (busy_ || stopping_) return false;
    busy_ = true;
    job_ = std::move(job);
  }
  something_.notify_one();
  return true;
}

void OneAtATime::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  something_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void OneAtATime::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    something_.wait(lock, [this] { return busy_ || stopping_; });
    if (!busy_) return;
    const Job job = std::exchange(job_, nullptr);
    lock.unlock();
    job(stopping_);
    lock.lock();
    busy_ = false;
  }
}

}  // namespace mashang::http
