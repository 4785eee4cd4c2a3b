// Tokens flow in as time passes; nothing runs in between.
#include "http/rate_limiter.h"

#include <algorithm>
#include <cmath>

namespace mashang::http {

RateLimiter::RateLimiter(Rate rate, std::size_t keys_max) : rate_(rate), keys_max_(keys_max) {}

RateLimiter::Bucket& RateLimiter::bucket_of(std::string_view key, Instant now) {
  if (const auto known = by_key_.find(key); known != by_key_.end()) {
    recent_.splice(recent_.begin(), recent_, known->second);
    return recent_.front();
  }
  if (recent_.size() >= keys_max_) {
    by_key_.erase(recent_.back().key);
    recent_.pop_back();
  }
  recent_.push_front({std::string(key), rate_.burst, now});
  by_key_.emplace(recent_.front().key, recent_.begin());
  return recent_.front();
}

std::optional<std::chrono::seconds> RateLimiter::take(std::string_view key, Instant now) {
  const std::lock_guard lock(mutex_);
  Bucket& bucket = bucket_of(key, now);
  // A clock set back must not take tokens away.
  const double passed = std::max(0.0, std::chrono::duration<double>(now - bucket.at).count());
  const double each = std::chrono::duration<double>(rate_.each).count();
  bucket.tokens = std::min(rate_.burst, bucket.tokens + passed / each);
  bucket.at = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  const double wait = std::ceil((1 - bucket.tokens) * each);
  return std::chrono::seconds(std::max<long long>(1, static_cast<long long>(wait)));
}

void RateLimiter::give_back(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto known = by_key_.find(key);
  if (known == by_key_.end()) return;
  Bucket& bucket = *known->second;
  bucket.tokens = std::min(rate_.burst, bucket.tokens + 1);
}

}  // namespace mashang::http
