// The connection given back last is lent first: its pages are still in memory.
#include "store/snapshots.h"

namespace mashang::store {

Snapshots::Snapshots(const std::filesystem::path& file, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    free_.push_back(std::make_unique<Connection>(file, Connection::Access::read_only));
  }
}

std::unique_ptr<Connection> Snapshots::borrow() {
  std::unique_lock lock(mutex_);
  one_is_free_.wait(lock, [this] { return !free_.empty(); });
  std::unique_ptr<Connection> connection = std::move(free_.back());
  free_.pop_back();
  return connection;
}

void Snapshots::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(connection));
  }
  one_is_free_.notify_one();
}

Snapshots::Loan::Loan(Snapshots& pool) : pool_(pool), connection_(pool.borrow()) {
  try {
    connection_->run("begin");
  } catch (...) {
    pool_.give_back(std::move(connection_));
    throw;
  }
}

Snapshots::Loan::~Loan() {
  try {
    connection_->run("rollback");
  } catch (const Fault&) {
    // A read that failed may have ended its transaction itself; there is nothing to undo.
  }
  pool_.give_back(std::move(connection_));
}

}  // namespace mashang::store
