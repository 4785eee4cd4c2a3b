// libgd decodes and encodes; the header is looked at first (picture_header.h).
#include "desk/picture.h"

#include <gd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "desk/picture_header.h"

namespace mashang::desk {
namespace {

struct Free {
  void operator()(gdImagePtr image) const { gdImageDestroy(image); }
};
using Image = std::unique_ptr<gdImage, Free>;

Image decode(std::string_view bytes, PictureFormat format) {
  // What libgd has to say of strangers' files would fill the log; the answer tells them.
  [[maybe_unused]] static const bool quiet =
      (gdSetErrorMethod([](int, const char*, va_list) {}), true);
  void* data = const_cast<char*>(bytes.data());  // libgd's signature; it only reads
  const int size = int(bytes.size());
  switch (format) {
    case PictureFormat::jpeg: return Image(gdImageCreateFromJpegPtr(size, data));
    case PictureFormat::png: return Image(gdImageCreateFromPngPtr(size, data));
    case PictureFormat::webp: return Image(gdImageCreateFromWebpPtr(size, data));
  }
  return {};
}

/// A white ground, since JPEG has no transparency, and at most kPictureSideMax on a side.
Image shrink(const Image& image) {
  const double factor = std::min(
      1.0, double(kPictureSideMax) / std::max(gdImageSX(image.get()), gdImageSY(image.get())));
  const int width = std::max(1, int(gdImageSX(image.get()) * factor));
  const int height = std::max(1, int(gdImageSY(image.get()) * factor));
  Image small(gdImageCreateTrueColor(width, height));
  if (!small) return small;
  gdImageFilledRectangle(small.get(), 0, 0, width, height, gdTrueColor(255, 255, 255));
  gdImageCopyResampled(small.get(), image.get(), 0, 0, 0, 0, width, height, gdImageSX(image.get()),
                       gdImageSY(image.get()));
  return small;
}

/// Where a pixel of the upright picture lies in the one the camera wrote.
struct Turn {
  bool on_its_side;  // x and y change places
  bool from_right;
  bool from_below;
};
constexpr auto kTurns = std::to_array<Turn>({
    {false, false, false},  // Exif's 1: upright
    {false, true, false},   // 2
    {false, true, true},    // 3: upside down
    {false, false, true},   // 4
    {true, false, false},   // 5
    {true, false, true},    // 6: the usual one of a phone held upright
    {true, true, true},     // 7
    {true, true, false},    // 8
});

/// The file keeps no Exif, so the picture itself is turned the right way up.
Image upright(Image image, int orientation) {
  if (orientation == 1) return image;
  const Turn& turn = kTurns[std::size_t(orientation - 1)];
  const int right = gdImageSX(image.get()) - 1;
  const int bottom = gdImageSY(image.get()) - 1;
  const int width = (turn.on_its_side ? bottom : right) + 1;
  const int height = (turn.on_its_side ? right : bottom) + 1;
  Image turned(gdImageCreateTrueColor(width, height));
  if (!turned) return turned;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const int across = turn.on_its_side ? y : x;
      const int down = turn.on_its_side ? x : y;
      turned->tpixels[y][x] = image->tpixels[turn.from_below ? bottom - down : down]
                                            [turn.from_right ? right - across : across];
    }
  return turned;
}

std::string encode(const Image& image) {
  int size = 0;
  const std::unique_ptr<void, void (*)(void*)> bytes(gdImageJpegPtr(image.get(), &size, 85),
                                                     gdFree);
  return bytes ? std::string(static_cast<char*>(bytes.get()), std::size_t(size)) : std::string();
}

}  // namespace

Result<Picture, PictureFault> read_picture(std::string_view bytes) {
  const auto header = read_picture_header(bytes);
  if (!header || header->width < 1 || header->height < 1)
    return Failure{PictureFault::not_a_picture};
  if (header->width > kPicturePixelsMax / header->height) return Failure{PictureFault::too_large};
  if (!header->whole) return Failure{PictureFault::damaged};
  Image image = decode(bytes, header->format);
  if (!image) return Failure{PictureFault::damaged};
  image = shrink(image);
  if (image) image = upright(std::move(image), header->orientation);
  if (!image) return Failure{PictureFault::too_large};
  Picture picture{encode(image), gdImageSX(image.get()), gdImageSY(image.get())};
  if (picture.jpeg.empty()) return Failure{PictureFault::damaged};
  return picture;
}

}  // namespace mashang::desk
