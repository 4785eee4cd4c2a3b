// Database: the data folder opened, with its one writer and its readers. Everything that stores or
// reads goes through here; what is asked for stands in the *_store.h files as free functions.
#pragma once

#include <filesystem>
#include <utility>

#include "store/attachment_store.h"
#include "store/connection.h"
#include "store/data_folder.h"
#include "store/snapshots.h"
#include "store/writer.h"

namespace mashang::store {

struct DatabaseSettings {
  std::filesystem::path folder;
  std::size_t reader_count = 4;
  Writer::Limits writer = {};
  /// What was answered survives a power cut. Without it only what was closed does, and a store that
  /// is filled by hundreds of writes in a row need not wait for the disk at each.
  bool durable = true;
};

class Database {
 public:
  /// Opens, or makes, the data folder and brings its schema up to date. A Fault says why not.
  explicit Database(const DatabaseSettings& settings);
  /// Finishes and answers every write that waits.
  ~Database();

  /// Reads inside one consistent view; see Snapshots::read.
  template <typename Work>
  decltype(auto) read(Work&& work) {
    return snapshots_.read(std::forward<Work>(work));
  }

  /// Queues a write whose handler is called after the commit; see Writer::submit.
  template <typename Work, typename Handler>
  [[nodiscard]] bool submit(Work work, Handler handler) {
    return writer_.submit(std::move(work), std::move(handler));
  }

  /// Writes and waits for the commit; see Writer::run.
  template <typename Work>
  auto write(Work work) {
    return writer_.run(std::move(work));
  }

  /// Finishes and answers every write that waits, and takes no more. Reads go on.
  void stop_writing() { writer_.stop(); }

  const AttachmentFiles& attachments() const { return attachments_; }

 private:
  DataFolder folder_;
  AttachmentFiles attachments_;
  // Closed last of the connections: SQLite then moves the log into the file.
  Connection write_connection_;
  Writer writer_;
  Snapshots snapshots_;
};

}  // namespace mashang::store
