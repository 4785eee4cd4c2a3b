// What a sound or film file says of itself in its first bytes. Invariant: a name or a declared type
// is never asked, so that what is handed to the decoder is what it was told to expect.
#pragma once

#include <optional>
#include <string_view>

namespace mashang::desk {

/// The containers in which phones, browsers and WeChat record.
enum class MediaFormat { mp4, webm, ogg, wav, mp3, adts, amr };

/// Nothing when it is none of these.
std::optional<MediaFormat> read_media_header(std::string_view bytes);

/// The name by which ffmpeg knows the container.
std::string_view demuxer_of(MediaFormat format);

}  // namespace mashang::desk
