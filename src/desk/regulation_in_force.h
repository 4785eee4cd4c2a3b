// What may change while the server runs: the versions of the rulebook, and the years' notices.
// Invariant: what was in force once stays readable for ever, so whoever began with it ends with it.
#pragma once

#include <atomic>
#include <list>
#include <mutex>
#include <vector>

#include "calendar/working_days.h"
#include "rules/rulebook.h"

namespace mashang::desk {

struct Regulation {
  rules::Rulebooks rulebooks;
  std::vector<calendar::Notice> notices;
  calendar::WorkingDays days;

  Regulation(rules::Rulebooks books, std::vector<calendar::Notice> all)
      : rulebooks(std::move(books)), notices(std::move(all)), days(notices) {}
};

class RegulationInForce {
 public:
  explicit RegulationInForce(Regulation first) { replace(std::move(first)); }

  const Regulation& now() const { return *current_.load(); }
  /// It changes a few times a year, so that keeping all that ever were costs nothing.
  void replace(Regulation next) {
    const std::lock_guard lock(mutex_);
    current_.store(&kept_.emplace_back(std::move(next)));
  }

 private:
  std::mutex mutex_;
  std::list<Regulation> kept_;
  std::atomic<const Regulation*> current_ = nullptr;
};

}  // namespace mashang::desk
