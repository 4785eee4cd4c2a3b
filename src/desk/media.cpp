// ffprobe says what is inside, ffmpeg writes it anew, ffprobe says what came of it. The container
// is named to them, so that they guess nothing, and they may open files and nothing else.
#include "desk/media.h"

#include <unistd.h>

#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "desk/child_process.h"

namespace mashang::desk {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

// A minute of film on a slow machine; what takes longer is no phone's.
constexpr std::chrono::seconds kCleaningTimeMax{180};
constexpr std::chrono::seconds kProbingTimeMax{15};
constexpr std::string_view kCleanFormat = "mov";

/// What a stranger's file may cost at most, kept by the kernel.
const Words kBounds{"/usr/bin/prlimit", "--as=1610612736", "--cpu=150",
                    "--fsize=67108864", "--nofile=64",     "--core=0"};

void add(Words& words, const Words& more) { words.insert(words.end(), more.begin(), more.end()); }

struct Track {
  std::string codec;
  std::string pixels;
  int width = 0;
  int height = 0;
};

struct Inside {
  std::optional<Track> film;
  std::optional<Track> sound;
  double seconds = 0;  // 0: the file does not say
};

double number_in(const std::string& text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::isfinite(number) ? number : 0;
}

/// ffprobe's flat form: `streams.stream.0.codec_name="h264"`, a value a line.
std::map<std::string, std::string> read_flat(const std::string& text) {
  std::map<std::string, std::string> values;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t sign = line.find('=');
    if (sign == std::string::npos) continue;
    std::string value = line.substr(sign + 1);
    if (value.size() > 1 && value.front() == '"') value = value.substr(1, value.size() - 2);
    values[line.substr(0, sign)] = value;
  }
  return values;
}

Inside inside_of(const std::string& probed) {
  constexpr int kTracksMost = 8;
  auto values = read_flat(probed);
  Inside inside{.film = {}, .sound = {}, .seconds = number_in(values["format.duration"])};
  for (int i = 0; i < kTracksMost; ++i) {
    const std::string track = "streams.stream." + std::to_string(i) + ".";
    const Track found{values[track + "codec_name"], values[track + "pix_fmt"],
                      int(number_in(values[track + "width"])),
                      int(number_in(values[track + "height"]))};
    const std::string kind = values[track + "codec_type"];
    // A cover picture of a sound file is called a film too.
    const bool picture = values[track + "disposition.attached_pic"] == "1";
    if (kind == "video" && !picture && !inside.film) inside.film = found;
    if (kind == "audio" && !inside.sound) inside.sound = found;
  }
  return inside;
}

/// Before the name of every input: its container, and that it may lead to no other file.
Words read_from(std::string_view demuxer, const fs::path& file) {
  return {"-protocol_whitelist", "file", "-max_pixels", "20000000", "-threads", "1", "-f",
          std::string(demuxer),  "-i",   file.string()};
}

MediaFault fault_of(ChildEnd end) {
  if (end == ChildEnd::not_there) return MediaFault::no_tools;
  return end == ChildEnd::stopped ? MediaFault::stopped : MediaFault::damaged;
}

Result<std::string, MediaFault> run(const MediaRoom& room, const std::string& program,
                                    const Words& arguments, std::chrono::seconds time_max) {
  const fs::path tool = room.tools.folder / program;
  if (::access(tool.c_str(), X_OK) != 0) return Failure{MediaFault::no_tools};
  Words words = kBounds;
  words.push_back(tool.string());
  add(words, arguments);
  ChildResult result = run_child(words, time_max, room.stop);
  if (result.end != ChildEnd::succeeded) return Failure{fault_of(result.end)};
  return std::move(result.output);
}

Result<Inside, MediaFault> probe(const MediaRoom& room, std::string_view demuxer,
                                 const fs::path& file) {
  Words arguments{"-v",
                  "error",
                  "-of",
                  "flat",
                  "-show_entries",
                  "format=duration:stream=codec_type,codec_name,pix_fmt,width,height"
                  ":stream_disposition=attached_pic"};
  add(arguments, read_from(demuxer, file));
  const auto probed = run(room, "ffprobe", arguments, kProbingTimeMax);
  if (!probed) return Failure{probed.error()};
  return inside_of(*probed);
}

/// H.264 as every phone plays it; ours is no better.
bool plays_everywhere(const Inside& inside, MediaFormat format) {
  return format == MediaFormat::mp4 && inside.film->codec == "h264" &&
         inside.film->pixels.ends_with("420p") && inside.film->pixels.starts_with("yuv");
}

Words film_words(const Inside& inside, MediaFormat format) {
  // Messages that a camera hides between the pictures (SEI) go, the pictures stay as they are.
  if (plays_everywhere(inside, format))
    return {"-map", "0:V:0", "-c:v", "copy", "-bsf:v", "filter_units=remove_types=6"};
  return {"-map",
          "0:V:0",
          "-c:v",
          "libx264",
          "-preset",
          "veryfast",
          "-crf",
          "26",
          "-pix_fmt",
          "yuv420p",
          "-fpsmax",
          "30",
          "-filter_threads",
          "1",
          "-threads:v",
          "1",
          "-vf",
          "scale='if(gt(iw,ih),min(1280,iw),min(720,iw))':'if(gt(iw,ih),min(720,ih),min(1280,ih))'"
          ":force_original_aspect_ratio=decrease:force_divisible_by=2"};
}

Words sound_words(const Inside& inside, MediaFormat format) {
  if (inside.film && format == MediaFormat::mp4 && inside.sound->codec == "aac")
    return {"-map", "0:a:0", "-c:a", "copy"};
  return {"-map", "0:a:0", "-c:a", "aac", "-b:a", "96k", "-ac", "2", "-ar", "44100"};
}

std::chrono::seconds time_max_of(const Inside& inside) {
  return inside.film ? kVideoTimeMax : kAudioTimeMax;
}

/// A second more than is allowed is written, which tells what was too long.
Words cleaning_words(const Inside& inside, MediaFormat format, const fs::path& from,
                     const fs::path& to) {
  Words words{"-nostdin", "-v", "error", "-y"};
  add(words, read_from(demuxer_of(format), from));
  if (inside.film) add(words, film_words(inside, format));
  if (inside.sound) add(words, sound_words(inside, format));
  add(words, {"-sn",
              "-dn",
              "-map_metadata",
              "-1",
              "-map_metadata:s",
              "-1",
              "-map_chapters",
              "-1",
              "-fflags",
              "+bitexact",
              "-flags:v",
              "+bitexact",
              "-flags:a",
              "+bitexact",
              "-t",
              std::to_string(time_max_of(inside).count() + 2),
              "-movflags",
              "+faststart",
              "-f",
              "mp4",
              to.string()});
  return words;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool too_long(double seconds, const Inside& inside) {
  // Encoders fill up the last frame.
  return seconds > double(time_max_of(inside).count()) + 1;
}

/// What broke off in the middle plays on to there and says nothing; its header knew better.
bool broke_off(const Inside& sent, const Inside& kept) {
  return sent.seconds > 0 && kept.seconds < sent.seconds * 0.9 - 1;
}

Result<Media, MediaFault> accept(const Inside& sent, const Inside& kept, const fs::path& file) {
  if (too_long(kept.seconds, sent)) return Failure{MediaFault::too_long};
  if (kept.seconds <= 0 || broke_off(sent, kept)) return Failure{MediaFault::damaged};
  Media media{.video = kept.film.has_value(),
              .bytes = bytes_of(file),
              .width = kept.film ? kept.film->width : 0,
              .height = kept.film ? kept.film->height : 0,
              .seconds = std::max(1, int(std::lround(kept.seconds)))};
  if (media.bytes.size() > kMediaSizeMax) return Failure{MediaFault::too_large};
  return media;
}

}  // namespace

Result<Media, MediaFault> clean_media(const MediaRoom& room, MediaFormat format,
                                      std::string_view bytes) {
  if (bytes.size() > kMediaSizeMax) return Failure{MediaFault::too_large};
  const fs::path sent_file = room.folder / "sent";
  const fs::path clean_file = room.folder / "clean";
  if (!(std::ofstream(sent_file, std::ios::binary) << bytes).flush())
    throw std::system_error(errno, std::generic_category(), "the file sent can't be set down");
  const auto sent = probe(room, demuxer_of(format), sent_file);
  if (!sent) return Failure{sent.error()};
  if (!sent->film && !sent->sound) return Failure{MediaFault::not_media};
  if (too_long(sent->seconds, *sent)) return Failure{MediaFault::too_long};
  const auto cleaned =
      run(room, "ffmpeg", cleaning_words(*sent, format, sent_file, clean_file), kCleaningTimeMax);
  if (!cleaned) return Failure{cleaned.error()};
  const auto kept = probe(room, kCleanFormat, clean_file);
  return kept ? accept(*sent, *kept, clean_file) : Failure{kept.error()};
}

}  // namespace mashang::desk
