// Uploading an attachment, and reading it back within what the viewer may see.
#pragma once

#include <boost/describe/class.hpp>

#include "desk/desk.h"
#include "desk/picture.h"
#include "store/attachment_store.h"

namespace mashang::desk {

/// The answer to an upload.
struct AttachmentCard {
  AttachmentId id;
  std::string media_type;
  std::int64_t size = 0;
  int width = 0;
  int height = 0;
};
BOOST_DESCRIBE_STRUCT(AttachmentCard, (), (id, media_type, size, width, height))

/// Decodes, keeps the bytes, then the row; the same key gives the same attachment again. Blocks for
/// some tens of milliseconds. The failure is its code: not_a_picture, picture_too_large,
/// picture_damaged or idempotency_key_reused. A busy store and a failing one throw store::Fault.
Result<AttachmentCard, std::string_view> upload_attachment(Desk& desk, const Person& person,
                                                           const std::string& key,
                                                           std::string_view bytes);

/// The bytes of an attachment of a case the person may see, or of an own one that is in no case
/// yet.
std::optional<std::string> read_attachment(Desk& desk, const Person& person, AttachmentId id);

}  // namespace mashang::desk
