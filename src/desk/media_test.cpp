// Recordings and videos: made here with ffmpeg, sent in every container, damaged in every way.
#include "desk/media.h"

#include <gtest/gtest.h>

#include <fstream>

#include "desk/child_process.h"
#include "store/testing.h"

namespace mashang::desk {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kSecret = "SECRETPLACE";

class MediaTest : public testing::Test {
 protected:
  store::TestFolder folder;
  const std::atomic<bool> go_on{false};
  MediaTools tools;

  /// A file made by ffmpeg: a test picture and a tone, with a place and a name hidden in it.
  std::string made(const std::string& name, const Words& how, double seconds = 2) {
    const std::string file = (folder.path() / name).string();
    Words words{"/usr/bin/ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=64x48:rate=10",
                "-f",
                "lavfi",
                "-i",
                "sine=440"};
    words.insert(words.end(), how.begin(), how.end());
    words.insert(words.end(),
                 {"-t", std::to_string(seconds), "-metadata", "title=SECRETPLACE", "-metadata",
                  "location=+26.9+112.6/", "-metadata:s", "handler_name=SECRETPLACE", file});
    EXPECT_EQ(run_child(words, std::chrono::seconds(60), go_on).end, ChildEnd::succeeded);
    return bytes_of(file);
  }
  std::string film(double seconds = 2) {
    return made(
        "film.mp4",
        {"-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "use_metadata_tags"},
        seconds);
  }
  std::string voice(double seconds = 2) {
    return made("voice.ogg", {"-map", "1:a", "-c:a", "libopus"}, seconds);
  }
  static std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }

  Result<Media, MediaFault> clean(std::string_view bytes) {
    const auto format = read_media_header(bytes);
    if (!format) return Failure{MediaFault::not_media};
    const auto work = folder.path() / "work";
    std::filesystem::create_directories(work);
    return clean_media({tools, work, go_on}, *format, bytes);
  }
  Media must_clean(std::string_view bytes) {
    auto media = clean(bytes);
    EXPECT_TRUE(media) << "fault " << (media ? 0 : int(media.error()));
    return media ? *std::move(media) : Media{};
  }
  MediaFault fault(std::string_view bytes) {
    const auto media = clean(bytes);
    EXPECT_FALSE(media) << "was taken";
    return media ? MediaFault{} : media.error();
  }
};

TEST_F(MediaTest, AFilmKeepsItsPicturesAndLosesWhatWasHiddenInIt) {
  const std::string sent = film();
  ASSERT_NE(sent.find(kSecret), std::string::npos);
  ASSERT_NE(sent.find("+26.9"), std::string::npos);
  const Media media = must_clean(sent);
  EXPECT_TRUE(media.video);
  EXPECT_EQ(media.width, 64);
  EXPECT_EQ(media.height, 48);
  EXPECT_EQ(media.seconds, 2);
  EXPECT_EQ(media.bytes.find(kSecret), std::string::npos);
  EXPECT_EQ(media.bytes.find("+26.9"), std::string::npos);
  EXPECT_EQ(media.bytes.find("x264"), std::string::npos) << "what the encoder said of itself";
}

TEST_F(MediaTest, ItBeginsWithItsIndexSoThatItPlaysBeforeItIsThere) {
  const Media media = must_clean(film());
  EXPECT_LT(media.bytes.find("moov"), media.bytes.find("mdat"));
}

TEST_F(MediaTest, EveryContainerOfPhonesAndBrowsersIsRead) {
  const auto voice_as = [&](const std::string& name, const std::string& codec) {
    return must_clean(made(name, {"-map", "1:a", "-ar", "48000", "-c:a", codec}));
  };
  for (const Media& media : {voice_as("a.m4a", "aac"), voice_as("a.webm", "libopus"),
                             voice_as("a.ogg", "libvorbis"), voice_as("a.wav", "pcm_s16le"),
                             voice_as("a.mp3", "libmp3lame"), voice_as("a.aac", "aac")}) {
    EXPECT_FALSE(media.video);
    EXPECT_EQ(media.seconds, 2);
    EXPECT_EQ(media.bytes.substr(4, 4), "ftyp");
    EXPECT_EQ(media.bytes.find(kSecret), std::string::npos);
  }
}

TEST_F(MediaTest, AnotherCodecIsWrittenAnewAndALargePictureMadeSmaller) {
  const Media small = must_clean(made("a.webm", {"-c:v", "libvpx", "-c:a", "libopus"}));
  EXPECT_TRUE(small.video);
  EXPECT_EQ(small.width, 64);
  const Media tall = must_clean(
      made("b.webm", {"-vf", "scale=1080:1920", "-c:v", "libvpx", "-deadline", "realtime"}, 0.4));
  EXPECT_EQ(tall.width, 720);
  EXPECT_EQ(tall.height, 1280);
}

TEST_F(MediaTest, ARecordingMayLastTwoMinutesAndAVideoOne) {
  EXPECT_EQ(must_clean(voice(119)).seconds, 119);
  EXPECT_EQ(fault(voice(125)), MediaFault::too_long);
  EXPECT_EQ(must_clean(film(59)).seconds, 59);
  EXPECT_EQ(fault(film(65)), MediaFault::too_long);
}

TEST_F(MediaTest, AFileThatDoesNotSayHowLongItLastsIsMeasured) {
  const std::string live = made("a.webm", {"-map", "1:a", "-c:a", "libopus", "-live", "1"}, 125);
  EXPECT_EQ(fault(live), MediaFault::too_long);
}

TEST_F(MediaTest, WhatBrokeOffIsDamaged) {
  const std::string sent = film(20);
  EXPECT_EQ(fault(std::string_view(sent).substr(0, sent.size() / 2)), MediaFault::damaged);
  const Media whole = must_clean(sent);
  // With its index in front half a file would play, but only half of it.
  EXPECT_EQ(fault(std::string_view(whole.bytes).substr(0, whole.bytes.size() / 2)),
            MediaFault::damaged);
}

TEST_F(MediaTest, WhatOnlyLooksLikeOneIsNone) {
  EXPECT_EQ(fault("This is no film, whatever it is called: film.mp4"), MediaFault::not_media);
  EXPECT_EQ(fault(std::string("PK\x03\x04", 4) + std::string(100, 'z')), MediaFault::not_media);
  EXPECT_EQ(fault(std::string("\0\0\0\x18", 4) + "ftypmp42" + std::string(400, 'x')),
            MediaFault::damaged);
}

TEST_F(MediaTest, AListOfOtherFilesIsNotFollowed) {
  const std::string list = "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n";
  EXPECT_EQ(fault(list), MediaFault::not_media);
  EXPECT_EQ(fault("ID3" + std::string(40, '\0') + list), MediaFault::damaged);
}

TEST_F(MediaTest, TooManyBytesAreNotEvenWrittenDown) {
  std::string large = "OggS" + std::string(kMediaSizeMax, '\0');
  EXPECT_EQ(fault(large), MediaFault::too_large);
}

TEST_F(MediaTest, AMachineWithoutFfmpegSaysSo) {
  tools.folder = folder.path();
  EXPECT_EQ(fault("OggS" + std::string(100, '\0')), MediaFault::no_tools);
}

}  // namespace
}  // namespace mashang::desk
