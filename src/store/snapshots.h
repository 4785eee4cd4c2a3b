// Snapshots: read-only connections that are lent out. Invariant: one read sees one state of the
// data, however many statements it takes, and never waits for the writer.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "store/connection.h"

namespace mashang::store {

class Snapshots {
 public:
  Snapshots(const std::filesystem::path& file, std::size_t count);

  /// `work(Connection&)` inside one read transaction. Waits when all connections are lent out, so
  /// a read must not start another one inside itself.
  template <typename Work>
  decltype(auto) read(Work&& work) {
    const Loan loan(*this);
    return std::forward<Work>(work)(loan.connection());
  }

 private:
  /// A connection taken from the pool, and given back however the read ends.
  class Loan {
   public:
    explicit Loan(Snapshots& pool);
    ~Loan();
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;

    Connection& connection() const { return *connection_; }

   private:
    Snapshots& pool_;
    std::unique_ptr<Connection> connection_;
  };

  std::unique_ptr<Connection> borrow();
  void give_back(std::unique_ptr<Connection> connection);

  std::mutex mutex_;
  std::condition_variable one_is_free_;
  std::vector<std::unique_ptr<Connection>> free_;
};

}  // namespace mashang::store
