// Verify: the whole store checked against its own timeline. Invariant: it only reads, and what it
// finds it says; nothing is ever mended here.
#pragma once

#include <string>
#include <vector>

#include "store/connection.h"

namespace mashang::store {

struct VerifyReport {
  std::int64_t event_count = 0;
  std::int64_t case_count = 0;
  /// The hash of the last event. Whoever noted it elsewhere can prove that nothing before it was
  /// changed since, even by somebody who made all the hashes anew.
  std::string last_hash;
  /// One plain sentence for each break.
  std::vector<std::string> findings;
};

/// Checks that the chain of hashes is whole; that each case's versions run from 1 without a hole;
/// that its events, applied in order, give the stored case with its clocks; that no clock runs in a
/// case that has ended; and that every outgoing row and every clock has what it belongs to.
VerifyReport verify(Connection& connection);

}  // namespace mashang::store
