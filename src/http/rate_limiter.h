// Rate limiter: a bucket of tokens per key (an address, a phone number). Invariant: it never holds
// more than so many keys, whoever makes them up; the one longest unused is forgotten first.
#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.h"

namespace mashang::http {

struct Rate {
  double burst = 10;                     // so many at once
  std::chrono::milliseconds each{1000};  // and one more after each of these
};

class RateLimiter {
 public:
  explicit RateLimiter(Rate rate, std::size_t keys_max = 10'000);

  /// Takes one token; the whole seconds to wait (at least 1) when there is none.
  std::optional<std::chrono::seconds> take(std::string_view key, Instant now);
  /// Gives a token back: what was taken for turned out not to count.
  void give_back(std::string_view key);

 private:
  struct Bucket {
    std::string key;
    double tokens;
    Instant at;
  };
  Bucket& bucket_of(std::string_view key, Instant now);

  const Rate rate_;
  const std::size_t keys_max_;
  std::mutex mutex_;
  std::list<Bucket> recent_;  // the one used last comes first
  std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;  // views into recent_
};

}  // namespace mashang::http
