// A code is tried as a phone tries it: drawn as pixels and read back by another library.
#include "desk/qr.h"

#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>

#include <regex>
#include <stdexcept>
#include <vector>

namespace mashang::desk {
namespace {

struct Drawing {
  int side = 0;  // pixels
  std::vector<std::uint8_t> pixels;
};

/// Paints the squares of the SVG's one path, `kScale` pixels each.
Drawing drawn(const std::string& svg) {
  constexpr int kScale = 4;
  std::smatch found;
  EXPECT_TRUE(std::regex_search(svg, found, std::regex("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"")));
  EXPECT_EQ(found[1], found[2]);
  Drawing drawing{std::stoi(found[1]) * kScale, {}};
  drawing.pixels.assign(std::size_t(drawing.side * drawing.side), 255);
  const std::regex square("M([0-9]+) ([0-9]+)h1v1h-1z");
  for (std::sregex_iterator it(svg.begin(), svg.end(), square), end; it != end; ++it)
    for (int i = 0; i < kScale * kScale; ++i) {
      const int x = std::stoi((*it)[1]) * kScale + i % kScale;
      const int y = std::stoi((*it)[2]) * kScale + i / kScale;
      drawing.pixels[std::size_t(y * drawing.side + x)] = 0;
    }
  return drawing;
}

std::string read_back(const std::string& svg) {
  const Drawing drawing = drawn(svg);
  const ZXing::ImageView view(drawing.pixels.data(), drawing.side, drawing.side,
                              ZXing::ImageFormat::Lum);
  const auto result = ZXing::ReadBarcode(view);
  EXPECT_TRUE(result.isValid()) << "no phone could read it";
  return result.text();
}

TEST(Qr, IsReadBackAsWhatItSays) {
  for (const std::string& text :
       {std::string("http://localhost:8080/d/DNDEMY"),
        std::string("https://zhao-daibiao.example.cn/s/S7ED97"), std::string("码上找代表"),
        "https://example.cn/d/" + std::string(300, 'A')})
    EXPECT_EQ(read_back(qr_svg(text)), text);
}

TEST(Qr, LeavesTheQuietZoneWhite) {
  const Drawing drawing = drawn(qr_svg("https://example.cn/d/DNDEMY"));
  for (int y = 0; y < 16; ++y)
    for (int x = 0; x < drawing.side; ++x)
      ASSERT_EQ(drawing.pixels[std::size_t(y * drawing.side + x)], 255) << x << " " << y;
}

TEST(Qr, HasNoRoomForABook) { EXPECT_THROW(qr_svg(std::string(3000, 'a')), std::runtime_error); }

TEST(Qr, TheCodeIsTheFilesNameWithoutItsEnding) {
  EXPECT_EQ(code_of_file("S7K3QF.svg"), "S7K3QF");
  EXPECT_EQ(code_of_file("S7K3QF"), "S7K3QF");
  EXPECT_EQ(code_of_file(".svg"), "");
}

}  // namespace
}  // namespace mashang::desk
