// Uploading a photo, and reading it back within what the viewer may see.
#pragma once

#include <boost/describe/class.hpp>

#include "desk/desk.h"
#include "desk/picture.h"
#include "store/photo_store.h"

namespace mashang::desk {

/// The answer to an upload.
struct PhotoCard {
  PhotoId id;
  std::string media_type;
  std::int64_t size = 0;
  int width = 0;
  int height = 0;
};
BOOST_DESCRIBE_STRUCT(PhotoCard, (), (id, media_type, size, width, height))

/// Decodes, keeps the bytes, then the row. Blocks for some tens of milliseconds. A busy store and
/// a failing one throw store::Fault.
Result<PhotoCard, PictureFault> upload_photo(Desk& desk, const Person& person,
                                             std::string_view bytes);

/// The bytes of a photo of a case the person may see, or of an own one that is in no case yet.
std::optional<std::string> read_photo(Desk& desk, const Person& person, PhotoId id);

}  // namespace mashang::desk
