// The lock is the kernel's and ends with the process, so a killed server leaves nothing to clean
// up.
#include "store/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/fault.h"

namespace mashang::store {
namespace {

namespace fs = std::filesystem;

/// Messages of residents lie here: the last folder is made for its owner only.
void create_private(const fs::path& path) {
  if (fs::is_directory(path)) return;
  std::error_code error;
  fs::create_directories(path, error);
  if (!error) fs::permissions(path, fs::perms::owner_all, error);
  if (error) {
    throw Fault(FaultKind::unreadable,
                "The data folder " + path.string() + " can't be made: " + error.message() + ".");
  }
}

}  // namespace

DataFolder::DataFolder(fs::path path) : path_(std::move(path)) {
  create_private(path_);
  const fs::path file = path_ / "lock";
  lock_ = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (lock_ < 0) {
    throw Fault(FaultKind::unreadable,
                "The data folder " + path_.string() + " can't be written to.");
  }
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    throw Fault(FaultKind::in_use,
                "The data folder " + path_.string() + " is in use by another running server.");
  }
}

DataFolder::~DataFolder() { ::close(lock_); }

}  // namespace mashang::store
