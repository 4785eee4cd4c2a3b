// libgd decodes and encodes; the size is read from the header first, so that a small file can't
// make us hold a huge picture.
#include "desk/picture.h"

#include <gd.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace mashang::desk {
namespace {

struct Free {
  void operator()(gdImagePtr image) const { gdImageDestroy(image); }
};
using Image = std::unique_ptr<gdImage, Free>;

struct Size {
  std::int64_t width = 0;
  std::int64_t height = 0;
};

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}
std::int64_t big_endian(std::string_view bytes, std::size_t at, int count) {
  std::int64_t number = 0;
  for (int i = 0; i < count; ++i) number = number << 8 | byte_at(bytes, at + std::size_t(i));
  return number;
}
std::int64_t little_endian(std::string_view bytes, std::size_t at, int count) {
  std::int64_t number = 0;
  for (int i = count; i-- > 0;) number = number << 8 | byte_at(bytes, at + std::size_t(i));
  return number;
}

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }
bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1A\n"); }
bool is_webp(std::string_view bytes) {
  return bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

/// Start-of-frame markers carry the size; DHT, JPG and DAC share their range but are none.
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<Size> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size() && byte_at(bytes, at) == 0xFF) {
    if (is_frame(byte_at(bytes, at + 1)))
      return Size{big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    at += 2 + std::size_t(big_endian(bytes, at + 2, 2));
  }
  return std::nullopt;
}

std::optional<Size> webp_size(std::string_view bytes) {
  const std::string_view form = bytes.substr(12, 4);
  if (form == "VP8X") return Size{little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1};
  if (form == "VP8 ")
    return Size{little_endian(bytes, 26, 2) & 0x3FFF, little_endian(bytes, 28, 2) & 0x3FFF};
  if (form != "VP8L") return std::nullopt;
  const std::int64_t bits = little_endian(bytes, 21, 4);
  return Size{(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
}

std::optional<Size> size_of(std::string_view bytes) {
  if (is_jpeg(bytes)) return jpeg_size(bytes);
  if (is_png(bytes)) return Size{big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
  if (is_webp(bytes) && bytes.size() > 30) return webp_size(bytes);
  return std::nullopt;
}

Image decode(std::string_view bytes) {
  void* data = const_cast<char*>(bytes.data());  // libgd's signature; it only reads
  const int size = int(bytes.size());
  if (is_jpeg(bytes)) return Image(gdImageCreateFromJpegPtr(size, data));
  if (is_png(bytes)) return Image(gdImageCreateFromPngPtr(size, data));
  return Image(gdImageCreateFromWebpPtr(size, data));
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

std::string encode(const Image& image) {
  int size = 0;
  const std::unique_ptr<void, void (*)(void*)> bytes(gdImageJpegPtr(image.get(), &size, 85),
                                                     gdFree);
  return bytes ? std::string(static_cast<char*>(bytes.get()), std::size_t(size)) : std::string();
}

}  // namespace

Result<Picture, PictureFault> read_picture(std::string_view bytes) {
  const auto size = size_of(bytes);
  if (!size || size->width < 1 || size->height < 1) return Failure{PictureFault::not_a_picture};
  if (size->width * size->height > kPicturePixelsMax) return Failure{PictureFault::too_large};
  const Image image = decode(bytes);
  if (!image) return Failure{PictureFault::damaged};
  const Image small = shrink(image);
  if (!small) return Failure{PictureFault::too_large};
  Picture picture{encode(small), gdImageSX(small.get()), gdImageSY(small.get())};
  if (picture.jpeg.empty()) return Failure{PictureFault::damaged};
  return picture;
}

}  // namespace mashang::desk
