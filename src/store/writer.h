// Writer: the only thread that writes. It takes whatever waits, runs each job in a savepoint of its
// own inside one transaction, commits, and only then answers. So a sync to disk is shared by all
// that wait, and a job that fails takes nobody with it.
// Invariant: a job is answered exactly once, and "done" is never said before it is on disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "base/result.h"
#include "store/connection.h"

namespace mashang::store {

/// Too many jobs wait, or the writer is stopping: nothing was queued, ask again later.
struct Busy {};

/// What a job brought back, or the Fault that undid it.
template <typename T>
using Outcome = Result<T, Fault>;

class Writer {
 public:
  struct Limits {
    std::size_t waiting_max = 1024;
    std::size_t batch_max = 256;  // bounds how long the first of a batch waits for the last
  };

  Writer(Connection& connection, Limits limits);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Queues `work(Connection&)`. After the commit, `handler(Outcome<T>)` is called on the writer
  /// thread with what the work returned; it must be quick and must not throw.
  /// False means Busy, and the handler is never called.
  template <typename Work, typename Handler>
  [[nodiscard]] bool submit(Work work, Handler handler) {
    using T = std::invoke_result_t<Work&, Connection&>;
    struct State {
      Work work;
      Handler handler;
      std::optional<T> value;
    };
    // Shared only because std::function must be copyable, and works and handlers often are not.
    auto state = std::make_shared<State>(State{std::move(work), std::move(handler), {}});
    auto run = [state](Connection& connection) { state->value.emplace(state->work(connection)); };
    auto answer = [state](std::optional<Fault> fault) {
      state->handler(fault ? Outcome<T>(Failure<Fault>{std::move(*fault)})
                           : Outcome<T>(std::move(*state->value)));
    };
    return enqueue(Job{std::move(run), std::move(answer)});
  }

  /// The same, waiting for the answer; a Fault is thrown. Not for the writer thread itself.
  template <typename Work>
  auto run(Work work) -> Result<std::invoke_result_t<Work&, Connection&>, Busy> {
    using T = std::invoke_result_t<Work&, Connection&>;
    std::promise<Outcome<T>> promise;
    std::future<Outcome<T>> future = promise.get_future();
    auto handler = [promise = std::move(promise)](Outcome<T> outcome) mutable {
      promise.set_value(std::move(outcome));
    };
    if (!submit(std::move(work), std::move(handler))) return Failure<Busy>{};
    Outcome<T> outcome = future.get();
    if (!outcome) throw outcome.error();
    return *std::move(outcome);
  }

  /// Runs and answers what waits, refuses what comes after, and ends the thread.
  void stop();

 private:
  struct Job {
    std::function<void(Connection&)> run;
    std::function<void(std::optional<Fault>)> answer;
  };

  bool enqueue(Job job);
  void loop();
  std::vector<Job> take_waiting();
  void commit_and_answer(std::vector<Job>& batch);
  std::optional<Fault> run_all(std::vector<Job>& batch, std::vector<std::optional<Fault>>& faults);
  std::optional<Fault> run_alone(Job& job);
  void roll_back();

  Connection& connection_;
  const Limits limits_;
  std::mutex mutex_;
  std::condition_variable something_waits_;
  std::deque<Job> waiting_;
  bool stopping_ = false;
  std::thread thread_;  // last: it starts when everything above stands
};

}  // namespace mashang::store
