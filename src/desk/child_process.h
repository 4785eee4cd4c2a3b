// A program run beside us, with a list of arguments and nothing else of ours: no shell, no
// environment, no open file. Invariant: when run_child returns, the child is gone.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

namespace mashang::desk {

enum class ChildEnd { succeeded, failed, not_there, timed_out, stopped };

struct ChildResult {
  ChildEnd end{};
  std::string output;  // what it wrote to its standard output, up to 64 kB
};

/// `words` are the program's path and its arguments. Ends early, by force, when the time is over or
/// `stop` becomes true.
ChildResult run_child(const std::vector<std::string>& words, std::chrono::milliseconds time_max,
                      const std::atomic<bool>& stop);

}  // namespace mashang::desk
