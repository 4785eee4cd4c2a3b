// View cache: the text of a case as one viewer sees it, kept until the case changes. Reading a case
// again is by far the most frequent request: pages refetch on every live event.
// Invariant: a text made before a change is never given out after the change was answered.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "rules/vocabulary.h"

namespace mashang::http {

struct CaseKey {
  rules::CaseKind kind{};
  std::int64_t id = 0;

  bool operator==(const CaseKey&) const = default;
};

class ViewCache {
 public:
  struct Text {
    std::shared_ptr<const std::string> body;
    std::string tag;  // of this very text
  };
  /// Taken before a case is read, and given back with the text made from it.
  using Ticket = std::uint64_t;

  /// The kept text for this viewer ("person 7"), unless the case changed or the text is too old.
  std::optional<Text> find(const CaseKey& key, const std::string& viewer) const;
  Ticket ticket(const CaseKey& key) const;
  void keep(const CaseKey& key, const std::string& viewer, Ticket ticket, Text text);

  /// The case changed: what was made of it is void.
  void changed(const CaseKey& key);
  /// Time jumped: everything is void.
  void clear();

 private:
  struct Entry {
    Text text;
    Ticket ticket = 0;
    std::chrono::steady_clock::time_point until;
  };
  struct Hash {
    std::size_t operator()(const CaseKey& key) const noexcept {
      return std::hash<std::int64_t>{}(key.id * 2 + (key.kind == rules::CaseKind::order ? 1 : 0));
    }
  };
  struct OfCase {
    Ticket ticket = 0;
    std::unordered_map<std::string, Entry> by_viewer;
  };

  mutable std::mutex mutex_;
  Ticket last_ticket_ = 0;
  std::unordered_map<CaseKey, OfCase, Hash> cases_;
};

}  // namespace mashang::http
