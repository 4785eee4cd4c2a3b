// Group commit. What SQLite may undo by itself is checked after every failed job: when the whole
// transaction is gone, every job of the batch is told so.
#include "store/writer.h"

#include <algorithm>
#include <iterator>

namespace mashang::store {
namespace {

/// What was thrown, as a Fault that can be handed to another thread by value.
Fault current_fault() {
  try {
    throw;
  } catch (const Fault& fault) {
    return fault;
  } catch (const std::exception& other) {
    return Fault(FaultKind::bug, other.what());
  } catch (...) {
    return Fault(FaultKind::bug, "A job threw something that is no exception.");
  }
}

}  // namespace

Writer::Writer(Connection& connection, Limits limits)
    : connection_(connection), limits_(limits), thread_([this] { loop(); }) {}

Writer::~Writer() { stop(); }

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  something_waits_.notify_one();
  if (thread_.joinable()) thread_.join();
}

bool Writer::enqueue(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= limits_.waiting_max) return false;
    waiting_.push_back(std::move(job));
  }
  something_waits_.notify_one();
  return true;
}

void Writer::loop() {
  for (;;) {
    std::vector<Job> batch = take_waiting();
    if (batch.empty()) return;
    commit_and_answer(batch);
  }
}

/// Sleeps until something waits. Empty only when the writer is stopping and all is done.
std::vector<Writer::Job> Writer::take_waiting() {
  std::unique_lock lock(mutex_);
  something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), limits_.batch_max));
  const auto end = waiting_.begin() + count;
  std::vector<Job> batch(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return batch;
}

void Writer::commit_and_answer(std::vector<Job>& batch) {
  std::vector<std::optional<Fault>> faults(batch.size());
  const std::optional<Fault> all_lost = run_all(batch, faults);
  // From here on the batch is on disk, or nothing of it is.
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].answer(all_lost ? all_lost : faults[i]);
}

/// One transaction for the batch. A Fault here means that nothing of it was kept.
std::optional<Fault> Writer::run_all(std::vector<Job>& batch,
                                     std::vector<std::optional<Fault>>& faults) {
  try {
    connection_.run("begin immediate");
    for (std::size_t i = 0; i < batch.size(); ++i) faults[i] = run_alone(batch[i]);
    connection_.run("commit");
    return std::nullopt;
  } catch (const Fault& fault) {
    roll_back();
    return fault;
  }
}

/// A job in its savepoint: its own failure is returned; a failure of the transaction is thrown.
std::optional<Fault> Writer::run_alone(Job& job) {
  connection_.run("savepoint job");
  std::optional<Fault> fault;
  try {
    job.run(connection_);
  } catch (...) {
    fault = current_fault();
    if (!connection_.in_transaction()) throw *fault;
    connection_.run("rollback to savepoint job");
  }
  connection_.run("release savepoint job");
  return fault;
}

void Writer::roll_back() {
  if (!connection_.in_transaction()) return;
  try {
    connection_.run("rollback");
  } catch (const Fault&) {
    // ROLLBACK ends the transaction even when it reports an error, and the batch is lost already.
  }
}

}  // namespace mashang::store
