// Pictures as phones and strangers send them: turned the right way up, made smaller, made anew, or
// refused.
#include "desk/picture.h"

#include <gd.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <random>

namespace mashang::desk {
namespace {

using testing::HasSubstr;
using testing::Not;

using Image = std::unique_ptr<gdImage, void (*)(gdImagePtr)>;
using Encode = std::function<void*(gdImagePtr, int*)>;

constexpr int kRed = gdTrueColor(200, 0, 0);
constexpr int kGreen = gdTrueColor(0, 200, 0);
constexpr int kBlue = gdTrueColor(0, 0, 200);
constexpr int kGrey = gdTrueColor(90, 90, 90);

/// Red above left, green above right, blue below left, grey below right.
Image quarters(int width, int height) {
  Image image(gdImageCreateTrueColor(width, height), gdImageDestroy);
  const int x = width / 2;
  const int y = height / 2;
  gdImageFilledRectangle(image.get(), 0, 0, x - 1, y - 1, kRed);
  gdImageFilledRectangle(image.get(), x, 0, width, y - 1, kGreen);
  gdImageFilledRectangle(image.get(), 0, y, x - 1, height, kBlue);
  gdImageFilledRectangle(image.get(), x, y, width, height, kGrey);
  return image;
}

std::string encoded(const Image& image, const Encode& encode) {
  int size = 0;
  const std::unique_ptr<void, void (*)(void*)> bytes(encode(image.get(), &size), gdFree);
  return {static_cast<char*>(bytes.get()), std::size_t(size)};
}
std::string jpeg(int width, int height) {
  return encoded(quarters(width, height),
                 [](gdImagePtr image, int* size) { return gdImageJpegPtr(image, size, 95); });
}
std::string png(int width, int height) { return encoded(quarters(width, height), gdImagePngPtr); }
std::string webp(int width, int height) { return encoded(quarters(width, height), gdImageWebpPtr); }

std::string two_bytes(std::size_t number) { return {char(number >> 8), char(number & 0xFF)}; }

/// The JPEG with an Exif segment that says how the phone was held, and who owns it.
std::string with_exif(const std::string& jpeg, int orientation, bool big_endian = true) {
  const std::string tiff =
      big_endian ? std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) +
                       char(orientation) + std::string("\0\0\0\0\0\0", 6)
                 : std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) +
                       char(orientation) + std::string("\0\0\0\0\0\0\0", 7);
  const std::string body = std::string("Exif\0\0", 6) + tiff + "owner 154-0000-0001";
  return jpeg.substr(0, 2) + "\xFF\xE1" + two_bytes(body.size() + 2) + body + jpeg.substr(2);
}

Picture taken(const std::string& bytes) {
  const auto picture = read_picture(bytes);
  EXPECT_TRUE(picture) << (picture ? 0 : int(picture.error()));
  return picture ? *picture : Picture{};
}
PictureFault refused(std::string_view bytes) {
  const auto picture = read_picture(bytes);
  EXPECT_FALSE(picture) << "was taken";
  return picture ? PictureFault::not_a_picture : picture.error();
}

/// The nearest of the four colours, as a letter.
char letter(gdImagePtr image, int x, int y) {
  const int pixel = gdImageGetTrueColorPixel(image, x, y);
  if (gdTrueColorGetRed(pixel) > 150) return 'r';
  if (gdTrueColorGetGreen(pixel) > 150) return 'g';
  return gdTrueColorGetBlue(pixel) > 150 ? 'b' : '-';
}

/// "rg b-": the colours of the quarters, row by row.
std::string look_of(const Picture& picture) {
  std::string jpeg = picture.jpeg;
  const Image image(gdImageCreateFromJpegPtr(int(jpeg.size()), jpeg.data()), gdImageDestroy);
  const int left = picture.width / 4;
  const int right = picture.width * 3 / 4;
  const int upper = picture.height / 4;
  const int lower = picture.height * 3 / 4;
  return {letter(image.get(), left, upper), letter(image.get(), right, upper), ' ',
          letter(image.get(), left, lower), letter(image.get(), right, lower)};
}

TEST(Picture, IsTakenAsJpegPngOrWebpAndKeptAsJpeg) {
  for (const std::string& bytes : {jpeg(80, 40), png(80, 40), webp(80, 40)}) {
    const Picture picture = taken(bytes);
    EXPECT_THAT(picture.jpeg, testing::StartsWith("\xFF\xD8\xFF"));
    EXPECT_EQ(picture.width, 80);
    EXPECT_EQ(picture.height, 40);
    EXPECT_EQ(look_of(picture), "rg b-");
  }
}

TEST(Picture, LargerThanNeededIsShrunkAndSmallerIsNotBlownUp) {
  const Picture large = taken(jpeg(4096, 1024));
  EXPECT_EQ(large.width, 2048);
  EXPECT_EQ(large.height, 512);
  const Picture thin = taken(png(5000, 1));
  EXPECT_EQ(thin.width, 2048);
  EXPECT_EQ(thin.height, 1);
  EXPECT_EQ(taken(png(1, 1)).width, 1);
}

TEST(Picture, KeepsNothingOfItsExif) {
  const std::string sent = with_exif(jpeg(80, 40), 1);
  EXPECT_THAT(sent, HasSubstr("owner"));
  const Picture picture = taken(sent);
  EXPECT_THAT(picture.jpeg, Not(HasSubstr("owner")));
  EXPECT_THAT(picture.jpeg, Not(HasSubstr("Exif")));
}

TEST(Picture, OfAPhoneIsTurnedTheRightWayUp) {
  const std::string sent = jpeg(80, 40);
  const std::vector<std::string> looks{"rg b-", "gr -b", "-b gr", "b- rg",
                                       "rb g-", "br -g", "-g br", "g- rb"};
  for (int orientation = 1; orientation <= 8; ++orientation)
    for (const bool big_endian : {true, false}) {
      const Picture picture = taken(with_exif(sent, orientation, big_endian));
      EXPECT_EQ(look_of(picture), looks[std::size_t(orientation - 1)]) << orientation;
      EXPECT_EQ(picture.width, orientation <= 4 ? 80 : 40) << orientation;
    }
}

TEST(Picture, IsTakenAsItIsWhenItsExifTalksNonsense) {
  EXPECT_EQ(look_of(taken(with_exif(jpeg(80, 40), 0))), "rg b-");
  EXPECT_EQ(look_of(taken(with_exif(jpeg(80, 40), 9))), "rg b-");
  std::string far = with_exif(jpeg(80, 40), 6);
  far.replace(far.find(std::string("\0\0\0\x08", 4)), 4, "\xFF\xFF\xFF\xFF");
  EXPECT_EQ(look_of(taken(far)), "rg b-");
}

TEST(Picture, TransparencyBecomesWhite) {
  Image image(gdImageCreateTrueColor(8, 8), gdImageDestroy);
  gdImageSaveAlpha(image.get(), 1);
  gdImageAlphaBlending(image.get(), 0);
  gdImageFilledRectangle(image.get(), 0, 0, 7, 7, gdTrueColorAlpha(0, 0, 0, gdAlphaTransparent));
  Picture picture = taken(encoded(image, gdImagePngPtr));
  const Image kept(gdImageCreateFromJpegPtr(int(picture.jpeg.size()), picture.jpeg.data()),
                   gdImageDestroy);
  EXPECT_GT(gdTrueColorGetRed(gdImageGetTrueColorPixel(kept.get(), 4, 4)), 250);
}

TEST(Picture, ThatBreaksOffIsDamaged) {
  for (const std::string& bytes : {jpeg(80, 40), png(80, 40), webp(80, 40)})
    EXPECT_EQ(refused(std::string_view(bytes).substr(0, bytes.size() / 2)), PictureFault::damaged);
}

TEST(Picture, IsNotAnyOtherFile) {
  EXPECT_EQ(refused(""), PictureFault::not_a_picture);
  EXPECT_EQ(refused("\xFF\xD8\xFF"), PictureFault::not_a_picture);
  EXPECT_EQ(refused(std::string(1000, 'a')), PictureFault::not_a_picture);
  EXPECT_EQ(refused("<svg xmlns='http://www.w3.org/2000/svg' onload='x'></svg>"),
            PictureFault::not_a_picture);
  EXPECT_EQ(refused("GIF89a" + std::string(100, '\0')), PictureFault::not_a_picture);
}

TEST(Picture, AFewBytesThatClaimToBeHugeAreNotDecoded) {
  std::string bomb = png(8, 8);
  bomb.replace(16, 8, std::string("\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF", 8));
  EXPECT_EQ(refused(bomb), PictureFault::too_large);
  std::string wide = jpeg(8, 8);
  const std::size_t frame = wide.find("\xFF\xC0");
  wide.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_EQ(refused(wide), PictureFault::too_large);
}

TEST(Picture, AFrameHiddenWhereOnlyTheDecoderLooksIsNotTaken) {
  // Two markers in front of the true frame: a reader that takes fill bytes for a segment would
  // jump over it, to a smaller frame of the attacker's choice.
  const std::string sent = jpeg(80, 40);
  EXPECT_EQ(taken(sent.substr(0, 2) + "\xFF\xFF" + sent.substr(2)).width, 80);
  EXPECT_EQ(refused(sent.substr(0, 2) + "\xFF\xD0" + sent.substr(2)), PictureFault::not_a_picture);
}

TEST(Picture, HostileBytesNeverStopTheServer) {
  std::mt19937 random(20261124);  // the same tries in every run
  const std::vector<std::string> originals{with_exif(jpeg(24, 16), 6), png(24, 16), webp(24, 16)};
  int taken_count = 0;
  for (int i = 0; i < 600; ++i) {
    std::string bytes = originals[random() % originals.size()];
    // Mostly in the header, where the lengths and sizes stand.
    const std::size_t reach = i % 2 == 0 ? std::min<std::size_t>(bytes.size(), 64) : bytes.size();
    for (unsigned n = 1 + random() % 4; n > 0; --n) bytes[random() % reach] = char(random());
    if (i % 5 == 0) bytes.resize(random() % bytes.size());
    const auto picture = read_picture(bytes);
    if (!picture) continue;
    ++taken_count;
    EXPECT_LE(std::max(picture->width, picture->height), kPictureSideMax);
  }
  EXPECT_GT(taken_count, 0) << "some mutations are harmless";
}

}  // namespace
}  // namespace mashang::desk
