// DataFolder: the folder that holds everything a server keeps. Invariant: while one is open, no
// other server, on this machine, has the same folder open.
#pragma once

#include <filesystem>

namespace mashang::store {

class DataFolder {
 public:
  /// Creates the folder, for its owner only, when it is not there. A Fault when another server
  /// holds it.
  explicit DataFolder(std::filesystem::path path);
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  std::filesystem::path database_file() const { return path_ / "mashang.db"; }
  std::filesystem::path attachment_folder() const { return path_ / "attachments"; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace mashang::store
