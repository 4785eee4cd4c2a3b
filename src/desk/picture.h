// Pictures that people send: looked into, never trusted. Invariant: what is kept was decoded and
// written anew by us, so that no position, no owner's name and no hidden payload goes along.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace mashang::desk {

inline constexpr int kPictureSideMax = 2048;                   // pixels, of what is kept
inline constexpr std::int64_t kPicturePixelsMax = 50'000'000;  // of what is sent

struct Picture {
  std::string jpeg;
  int width = 0;
  int height = 0;
};

enum class PictureFault { not_a_picture, too_large, damaged };

/// Reads JPEG, PNG or WebP and gives a JPEG of at most kPictureSideMax on its longer side.
Result<Picture, PictureFault> read_picture(std::string_view bytes);

}  // namespace mashang::desk
