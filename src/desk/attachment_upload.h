// Uploading an attachment, and reading it back within what the viewer may see.
#pragma once

#include <boost/describe/class.hpp>

#include "desk/desk.h"
#include "desk/media.h"
#include "desk/picture.h"
#include "store/attachment_store.h"

namespace mashang::desk {

inline constexpr std::size_t kPhotoSizeMax = 12 * 1024 * 1024;  // bytes, as it is sent

/// The answer to an upload.
struct AttachmentCard {
  AttachmentId id;
  store::AttachmentKind kind{};
  std::string media_type;
  std::int64_t size = 0;
  std::optional<int> width;
  std::optional<int> height;
  std::optional<int> seconds;
};
BOOST_DESCRIBE_STRUCT(AttachmentCard, (), (id, kind, media_type, size, width, height, seconds))

/// What is uploaded: the request's key, and the file as it came.
struct Upload {
  const std::string& key;
  std::string_view bytes;
};

/// The card, or the code of what is wrong with the file or the key.
using Uploaded = Result<AttachmentCard, std::string_view>;

/// The answer that the same file with the same key got before, or nothing: so that a long film is
/// not worked on twice.
std::optional<Uploaded> uploaded_before(Desk& desk, const Person& person, const Upload& upload);

/// Decodes a photo, keeps the bytes, then the row; the same key gives the same attachment again.
/// Blocks for some tens of milliseconds. The failure is its code: not_media, picture_too_large,
/// picture_damaged, media_too_large or idempotency_key_reused. A busy store and a failing one throw
/// store::Fault.
Uploaded upload_photo(Desk& desk, const Person& person, const Upload& upload);

/// The same for a recording or a short video, which takes up to minutes; one at a time, please. Its
/// failures are not_media, media_too_long, media_too_large, media_damaged, no_media_tools,
/// media_busy (we were stopping) and idempotency_key_reused.
Uploaded upload_media(Desk& desk, const Person& person, const Upload& upload,
                      const MediaTools& tools, const std::atomic<bool>& stop);

/// What may be told of an attachment to whoever may see it.
struct AttachmentFile {
  std::string sha256;
  std::string media_type;
  std::int64_t size = 0;
};
/// Of a case the person may see, or an own one that is in no case yet.
std::optional<AttachmentFile> find_attachment(Desk& desk, const Person& person, AttachmentId id);

}  // namespace mashang::desk
