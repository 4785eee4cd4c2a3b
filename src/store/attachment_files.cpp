// A file is written under another name, synced and then renamed: after a power cut it is either
// whole or not there.
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <fstream>

#include "store/attachment_store.h"

namespace mashang::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, int error) {
  if (error == ENOSPC || error == EDQUOT) {
    throw Fault(FaultKind::disk_full, "The disk is full; the attachment was not kept.");
  }
  throw Fault(FaultKind::unreadable,
              "The attachment file " + file.string() +
                  " can't be written: " + std::generic_category().message(error) + ".");
}

/// An open file that is closed however its writing ends.
class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags)
      : path_(path), handle_(::open(path.c_str(), flags, 0600)) {
    if (handle_ < 0) fail(path_, errno);
  }
  ~OpenFile() { ::close(handle_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(handle_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() const {
    if (::fsync(handle_) != 0) fail(path_, errno);
  }

 private:
  fs::path path_;
  int handle_;
};

/// Two uploads of the same picture at once write two files; the later rename wins with the same
/// bytes.
fs::path draft_of(const fs::path& file) {
  static std::atomic<unsigned> count{0};
  return file.string() + "." + std::to_string(++count) + ".draft";
}

}  // namespace

AttachmentFiles::AttachmentFiles(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) fail(folder_, error.value());
  fs::remove_all(work_folder(), error);
  fs::create_directories(work_folder(), error);
  if (error) fail(work_folder(), error.value());
}

fs::path AttachmentFiles::file_of(std::string_view sha256) const {
  // The name is never anybody's text: only a hash may become part of a path.
  if (sha256.size() != 64 ||
      sha256.find_first_not_of("0123456789abcdef") != std::string_view::npos) {
    throw Fault(FaultKind::bug, "This is not a SHA-256: " + std::string(sha256));
  }
  return folder_ / sha256;
}

void AttachmentFiles::keep(std::string_view sha256, std::string_view bytes) const {
  const fs::path file = file_of(sha256);
  if (fs::exists(file)) return;
  const fs::path draft = draft_of(file);
  try {
    const OpenFile out(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    out.write(bytes);
    out.sync();
    if (::rename(draft.c_str(), file.c_str()) != 0) fail(file, errno);
    OpenFile(folder_, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
  } catch (...) {
    ::unlink(draft.c_str());
    throw;
  }
}

std::optional<std::string> AttachmentFiles::read(std::string_view sha256) const {
  std::ifstream in(file_of(sha256), std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::optional<std::string> AttachmentFiles::read(std::string_view sha256, FilePart part) const {
  std::ifstream in(file_of(sha256), std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes(std::size_t(part.size), '\0');
  in.seekg(part.from).read(bytes.data(), part.size);
  bytes.resize(std::size_t(in.gcount()));
  return bytes;
}

void AttachmentFiles::remove(std::string_view sha256) const {
  std::error_code ignored;
  fs::remove(file_of(sha256), ignored);
}

}  // namespace mashang::store
