// Attachment store: what is known of each attachment, and its bytes. The bytes lie in files named
// by their SHA-256, so the same picture is kept once, and a file never changes once it is there.
#pragma once

#include <boost/describe/enum.hpp>
#include <filesystem>
#include <span>
#include <vector>

#include "store/clock_store.h"
#include "store/connection.h"

namespace mashang::store {

enum class AttachmentKind { photo, audio, video };
BOOST_DESCRIBE_ENUM(AttachmentKind, photo, audio, video)

struct Attachment {
  AttachmentId id;
  AttachmentKind kind{};
  std::string sha256;  // lower-case hexadecimal
  std::string media_type;
  std::int64_t size = 0;
  int width = 0;
  int height = 0;
  int seconds = 0;
  PersonId uploader;
  Instant created_at;
  std::optional<CaseRef> used_in;
};

/// The id is given here; the one in the struct is ignored, and so is `used_in`.
AttachmentId add_attachment(Connection& connection, const Attachment& attachment);
std::optional<Attachment> find_attachment(Connection& connection, AttachmentId id);

/// True when all of these are the uploader's and not used in any case yet.
bool attachments_usable(Connection& connection, std::span<const AttachmentId> attachments,
                        PersonId uploader);
/// Ties the attachments to the case that uses them, once and for all.
void use_attachments(Connection& connection, std::span<const AttachmentId> attachments,
                     const CaseRef& in);

/// Forgets attachments uploaded before `before` and never used. Gives the hashes that no attachment
/// has any more, so that their files can go after the commit.
std::vector<std::string> forget_unused_attachments(Connection& connection, Instant before);

struct FilePart {
  std::int64_t from = 0;
  std::int64_t size = 0;
};

/// The folder of the bytes. May be used from any thread.
class AttachmentFiles {
 public:
  explicit AttachmentFiles(std::filesystem::path folder);

  /// On disk, durably, when it returns.
  void keep(std::string_view sha256, std::string_view bytes) const;
  /// Nothing when there is no such file.
  std::optional<std::string> read(std::string_view sha256) const;
  /// So many bytes from `from` on, or as many as there are.
  std::optional<std::string> read(std::string_view sha256, FilePart part) const;
  void remove(std::string_view sha256) const;

  /// Where a file may lie while it is worked on. What a server that was cut off left there is gone.
  std::filesystem::path work_folder() const { return folder_ / "work"; }

 private:
  std::filesystem::path file_of(std::string_view sha256) const;

  std::filesystem::path folder_;
};

}  // namespace mashang::store
