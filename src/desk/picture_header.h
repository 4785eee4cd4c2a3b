// What a picture says of itself, read before any decoder sees it. Invariant: the size found here is
// the one that the decoder will find, or there is no header at all, so that a small file can't make
// us hold a huge picture.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mashang::desk {

enum class PictureFormat { jpeg, png, webp };

struct PictureHeader {
  PictureFormat format{};
  std::int64_t width = 0;
  std::int64_t height = 0;
  /// Exif's number for how the camera was held, from 1 (upright) to 8.
  int orientation = 1;
  /// False when the file breaks off; decoders would fill up the rest with grey.
  bool whole = true;
};

/// Nothing when it is no JPEG, PNG or WebP, or none that an honest program writes.
std::optional<PictureHeader> read_picture_header(std::string_view bytes);

}  // namespace mashang::desk
