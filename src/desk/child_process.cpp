// posix_spawn, then a look at the child every few milliseconds until it has ended.
#include "desk/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace mashang::desk {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kGlance = std::chrono::milliseconds(20);

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
      throw std::system_error(errno, std::generic_category(), "pipe");
  }
  ~Pipe() {
    close_writing();
    ::close(ends_[0]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int reading() const { return ends_[0]; }
  int writing() const { return ends_[1]; }
  void close_writing() {
    if (ends_[1] >= 0) ::close(std::exchange(ends_[1], -1));
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

/// What the child starts with: no files but the three, signals as a fresh program has them, and a
/// group of its own, so that it can be ended with whatever it started.
class Start {
 public:
  explicit Start(const Pipe& output) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files_, output.writing(), 1);
    posix_spawn_file_actions_addopen(&files_, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files_, 3);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_init(&ways_);
    posix_spawnattr_setsigmask(&ways_, &none);
    posix_spawnattr_setsigdefault(&ways_, &all);
    posix_spawnattr_setpgroup(&ways_, 0);
    posix_spawnattr_setflags(
        &ways_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~Start() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&ways_);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  /// Nothing when the program is not there or may not be run.
  std::optional<pid_t> run(const std::vector<std::string>& words) const {
    std::vector<char*> pointers;
    for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};
    pid_t child = 0;
    const int error = ::posix_spawn(&child, words.front().c_str(), &files_, &ways_, pointers.data(),
                                    environment.data());
    return error == 0 ? std::optional(child) : std::nullopt;
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t ways_{};
};

/// Waits for a moment, and takes what has been written meanwhile; false when nothing more comes.
bool take_output(int from, std::string& output) {
  constexpr std::size_t kOutputMax = 64 * 1024;
  pollfd look{.fd = from, .events = POLLIN, .revents = 0};
  if (::poll(&look, 1, int(kGlance.count())) <= 0) return true;
  std::array<char, 4096> bytes;
  const ssize_t size = ::read(from, bytes.data(), bytes.size());
  if (size <= 0) return size < 0 && errno == EINTR;
  // Beyond that it is read, so that the child can go on, and dropped.
  if (output.size() < kOutputMax) output.append(bytes.data(), std::size_t(size));
  return true;
}

ChildEnd end_of(int status) {
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ChildEnd::succeeded : ChildEnd::failed;
}

ChildEnd kill_child(pid_t child, ChildEnd why) {
  ::kill(-child, SIGKILL);
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
  return why;
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& words, std::chrono::milliseconds time_max,
                      const std::atomic<bool>& stop) {
  Pipe output;
  const auto child = Start(output).run(words);
  output.close_writing();
  if (!child) return {ChildEnd::not_there, {}};
  const Clock::time_point deadline = Clock::now() + time_max;
  ChildResult result;
  bool writes = true;
  for (int status = 0;;) {
    if (writes)
      writes = take_output(output.reading(), result.output);
    else if (::waitpid(*child, &status, WNOHANG) == *child)
      return {end_of(status), std::move(result.output)};
    else
      std::this_thread::sleep_for(kGlance);
    if (stop) return {kill_child(*child, ChildEnd::stopped), {}};
    if (Clock::now() > deadline) return {kill_child(*child, ChildEnd::timed_out), {}};
  }
}

}  // namespace mashang::desk
