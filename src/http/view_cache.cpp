// Tickets: each change gives the case a new one, so a text read before the change carries an old
// one and is not kept. What depends on time alone (what may be done now) is at most a second old.
#include "http/view_cache.h"

namespace mashang::http {
namespace {

constexpr auto kKeptFor = std::chrono::seconds(1);
// A text lives for a second, so only those read at this very moment are worth their memory.
constexpr std::size_t kCasesMost = 1'000;

}  // namespace

std::optional<ViewCache::Text> ViewCache::find(const CaseKey& key,
                                               const std::string& viewer) const {
  const std::lock_guard lock(mutex_);
  const auto of_case = cases_.find(key);
  if (of_case == cases_.end()) return std::nullopt;
  const auto entry = of_case->second.by_viewer.find(viewer);
  if (entry == of_case->second.by_viewer.end() || entry->second.ticket != of_case->second.ticket ||
      entry->second.until < std::chrono::steady_clock::now())
    return std::nullopt;
  return entry->second.text;
}

ViewCache::Ticket ViewCache::ticket(const CaseKey& key) const {
  const std::lock_guard lock(mutex_);
  const auto of_case = cases_.find(key);
  // A case nobody has read yet carries the newest ticket, which any change will outdo.
  return of_case == cases_.end() ? last_ticket_ : of_case->second.ticket;
}

void ViewCache::keep(const CaseKey& key, const std::string& viewer, Ticket ticket, Text text) {
  const std::lock_guard lock(mutex_);
  if (cases_.size() >= kCasesMost && !cases_.contains(key)) cases_.clear();
  const auto [of_case, is_new] = cases_.try_emplace(key);
  if (is_new) of_case->second.ticket = last_ticket_;
  if (of_case->second.ticket != ticket) return;
  of_case->second.by_viewer[viewer] = {std::move(text), ticket,
                                       std::chrono::steady_clock::now() + kKeptFor};
}

void ViewCache::changed(const CaseKey& key) {
  const std::lock_guard lock(mutex_);
  ++last_ticket_;
  const auto of_case = cases_.find(key);
  if (of_case == cases_.end()) return;
  of_case->second.ticket = last_ticket_;
  of_case->second.by_viewer.clear();
}

void ViewCache::clear() {
  const std::lock_guard lock(mutex_);
  ++last_ticket_;
  cases_.clear();
}

}  // namespace mashang::http
