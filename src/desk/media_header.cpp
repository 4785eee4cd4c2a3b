// The marks at the start of each container.
#include "desk/media_header.h"

namespace mashang::desk {
namespace {

using namespace std::literals;

/// A frame of MPEG sound starts with eleven or twelve bits that are set, its layer in the next.
bool starts_frame(std::string_view bytes, unsigned mask, unsigned wanted) {
  return bytes.size() > 1 && bytes[0] == '\xFF' &&
         (static_cast<unsigned char>(bytes[1]) & mask) == wanted;
}

bool is_adts(std::string_view bytes) { return starts_frame(bytes, 0xF6, 0xF0); }

bool is_mp3(std::string_view bytes) {
  return bytes.starts_with("ID3") || starts_frame(bytes, 0xE6, 0xE2);
}

}  // namespace

std::optional<MediaFormat> read_media_header(std::string_view bytes) {
  constexpr std::size_t kLeast = 32;
  if (bytes.size() < kLeast) return std::nullopt;
  if (bytes.substr(4, 4) == "ftyp") return MediaFormat::mp4;
  if (bytes.starts_with("\x1A\x45\xDF\xA3")) return MediaFormat::webm;
  if (bytes.starts_with("OggS")) return MediaFormat::ogg;
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WAVE") return MediaFormat::wav;
  if (bytes.starts_with("#!AMR")) return MediaFormat::amr;
  if (is_adts(bytes)) return MediaFormat::adts;
  if (is_mp3(bytes)) return MediaFormat::mp3;
  return std::nullopt;
}

std::string_view demuxer_of(MediaFormat format) {
  switch (format) {
    case MediaFormat::mp4: return "mov";
    case MediaFormat::webm: return "matroska";
    case MediaFormat::ogg: return "ogg";
    case MediaFormat::wav: return "wav";
    case MediaFormat::mp3: return "mp3";
    case MediaFormat::adts: return "aac";
    case MediaFormat::amr: return "amr";
  }
  return "mov";
}

}  // namespace mashang::desk
