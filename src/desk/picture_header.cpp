// Reading beyond the end gives zeros, so hostile lengths and offsets need no check of their own.
#include "desk/picture_header.h"

namespace mashang::desk {
namespace {

using namespace std::literals;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}
std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < count; ++i) number = number << 8 | byte_at(bytes, at + i);
  return number;
}
std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t i = count; i-- > 0;) number = number << 8 | byte_at(bytes, at + i);
  return number;
}

/// The TIFF inside an Exif segment, in the byte order that it chose.
struct Tiff {
  std::string_view bytes;

  std::uint32_t number(std::size_t at, std::size_t count) const {
    return bytes.starts_with("II") ? little_endian(bytes, at, count) : big_endian(bytes, at, count);
  }
};

int exif_orientation(std::string_view segment) {
  constexpr auto kMark = "Exif\0\0"sv;
  constexpr std::uint32_t kOrientationTag = 0x0112;
  constexpr std::size_t kEntrySize = 12;
  if (!segment.starts_with(kMark)) return 1;
  const Tiff tiff{segment.substr(kMark.size())};
  const std::size_t directory = tiff.number(4, 4);
  const std::size_t entries_count = tiff.number(directory, 2);
  for (std::size_t i = 0; i < entries_count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntrySize;
    if (entry >= tiff.bytes.size()) break;
    if (tiff.number(entry, 2) != kOrientationTag) continue;
    const std::uint32_t orientation = tiff.number(entry + 8, 2);
    return orientation >= 1 && orientation <= 8 ? int(orientation) : 1;
  }
  return 1;
}

struct Segment {
  unsigned marker = 0;
  std::string_view body;
};

/// Takes the next segment off. Markers without a body (restarts, end of image) have no place before
/// the frame; who puts one there wants decoders to disagree about where the frame is.
std::optional<Segment> take_segment(std::string_view& rest) {
  while (rest.starts_with("\xFF\xFF")) rest.remove_prefix(1);
  const unsigned marker = byte_at(rest, 1);
  const bool without_body = marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD9);
  const std::size_t length = big_endian(rest, 2, 2);
  if (!rest.starts_with('\xFF') || without_body || length < 2 || rest.size() < 2 + length)
    return std::nullopt;
  const Segment segment{marker, rest.substr(4, length - 2)};
  rest.remove_prefix(2 + length);
  return segment;
}

/// Start-of-frame markers carry the size; DHT, JPG and DAC share their range but are none.
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureHeader> jpeg_header(std::string_view bytes) {
  constexpr unsigned kExifMarker = 0xE1;
  PictureHeader header{.format = PictureFormat::jpeg};
  std::string_view rest = bytes.substr(2);
  while (const auto segment = take_segment(rest)) {
    if (segment->marker == kExifMarker && header.orientation == 1)
      header.orientation = exif_orientation(segment->body);
    if (!is_frame(segment->marker)) continue;
    header.height = big_endian(segment->body, 1, 2);
    header.width = big_endian(segment->body, 3, 2);
    header.whole = rest.find("\xFF\xD9") != std::string_view::npos;
    return header;
  }
  return std::nullopt;
}

std::optional<PictureHeader> png_header(std::string_view bytes) {
  if (bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return PictureHeader{.format = PictureFormat::png,
                       .width = big_endian(bytes, 16, 4),
                       .height = big_endian(bytes, 20, 4)};
}

std::optional<PictureHeader> webp_header(std::string_view bytes) {
  PictureHeader header{.format = PictureFormat::webp};
  const std::string_view form = bytes.substr(12, 4);
  const std::uint32_t bits = little_endian(bytes, 21, 4);
  if (form == "VP8X") {
    header.width = little_endian(bytes, 24, 3) + 1;
    header.height = little_endian(bytes, 27, 3) + 1;
  } else if (form == "VP8 ") {
    header.width = little_endian(bytes, 26, 2) & 0x3FFF;
    header.height = little_endian(bytes, 28, 2) & 0x3FFF;
  } else if (form == "VP8L") {
    header.width = (bits & 0x3FFF) + 1;
    header.height = (bits >> 14 & 0x3FFF) + 1;
  } else {
    return std::nullopt;
  }
  return header;
}

}  // namespace

std::optional<PictureHeader> read_picture_header(std::string_view bytes) {
  constexpr std::size_t kLeast = 32;  // of any picture, however small
  if (bytes.size() < kLeast) return std::nullopt;
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_header(bytes);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png_header(bytes);
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return webp_header(bytes);
  return std::nullopt;
}

}  // namespace mashang::desk
