// Recordings and short videos that people send: looked into by ffmpeg in a child process, never by
// us. Invariant: what is kept was written anew by ffmpeg without its metadata, so that no position,
// no owner's name and no track that nobody hears or sees goes along.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/media_header.h"

namespace mashang::desk {

inline constexpr std::size_t kMediaSizeMax = 40 * 1024 * 1024;  // bytes, sent and kept
inline constexpr std::chrono::seconds kAudioTimeMax{120};
inline constexpr std::chrono::seconds kVideoTimeMax{60};

/// Where ffmpeg and ffprobe lie; a machine without them takes photos only.
struct MediaTools {
  std::filesystem::path folder = "/usr/bin";
};

struct Media {
  bool video = false;
  std::string bytes;  // MP4: H.264 with AAC, or AAC alone
  int width = 0;
  int height = 0;
  int seconds = 0;
};

enum class MediaFault { not_media, too_long, too_large, damaged, no_tools, stopped };

/// One job: where it may write, and how it is told to end early.
struct MediaRoom {
  const MediaTools& tools;
  std::filesystem::path folder;  // is there, and is this job's alone
  const std::atomic<bool>& stop;
};

/// Blocks for seconds, at most some minutes.
Result<Media, MediaFault> clean_media(const MediaRoom& room, MediaFormat format,
                                      std::string_view bytes);

}  // namespace mashang::desk
