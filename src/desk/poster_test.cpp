// A sheet is tried as a passer-by tries it: printed, photographed, and its code read back by
// another library.
#include "desk/poster.h"

#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

/// What fontconfig and Cairo have read of the fonts they keep as long as the program runs.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libcairo\nleak:libpango\n";
}

namespace mashang::desk {
namespace {

namespace fs = std::filesystem;

Poster poster_to(const std::string& address) {
  return {.platform = "示例市人大代表联络平台",
          .heading = "示例街道代表联络站",
          .below_heading = "示例区 · 示例街道",
          .call = {"扫一扫，给代表留言", "Scan to write to a deputy"},
          .steps = {{"说清何事", "Say what happened"}, {"代表答复", "The deputy answers"}},
          .facts = {"地址：示例路1号"},
          .emergency = {"紧急情况请拨打110", "In an emergency call 110"},
          .address = address};
}

/// A greyscale picture as pdftoppm writes it.
struct Page {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
};

Page read_pgm(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string kind;
  int most = 0;
  Page page;
  in >> kind >> page.width >> page.height >> most;
  in.get();
  page.pixels.resize(std::size_t(page.width) * std::size_t(page.height));
  in.read(reinterpret_cast<char*>(page.pixels.data()), std::streamsize(page.pixels.size()));
  EXPECT_TRUE(in.good() && kind == "P5" && most == 255) << file;
  return page;
}

std::string read_code(const Page& page) {
  const ZXing::ImageView view(page.pixels.data(), page.width, page.height, ZXing::ImageFormat::Lum);
  return ZXing::ReadBarcode(view).text();
}

class PosterTest : public ::testing::Test {
 protected:
  PosterTest() { fs::create_directories(folder_); }
  ~PosterTest() override { fs::remove_all(folder_); }

  std::vector<Page> printed(const std::string& pdf) {
    std::ofstream(folder_ / "posters.pdf", std::ios::binary) << pdf;
    const std::string page = (folder_ / "page").string();
    const std::string command =
        "pdftoppm -gray -r 72 " + (folder_ / "posters.pdf").string() + " " + page;
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_))
      if (entry.path().extension() == ".pgm") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Page> pages;
    for (const fs::path& file : files) pages.push_back(read_pgm(file));
    return pages;
  }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("poster-test-" + std::to_string(::getpid()));
};

TEST_F(PosterTest, EachSheetsCodeLeadsWhereItSays) {
  const std::vector<Poster> posters{poster_to("http://localhost:8080/s/SPP3YY"),
                                    poster_to("https://zhao-daibiao.example.cn/d/DY7RJ3")};
  const std::vector<Page> pages = printed(posters_pdf(posters, Paper::a4));
  ASSERT_EQ(pages.size(), 2U);
  for (std::size_t i = 0; i < pages.size(); ++i) EXPECT_EQ(read_code(pages[i]), posters[i].address);
}

TEST_F(PosterTest, PapersAreA4AndA3) {
  const std::vector<Poster> posters{poster_to("http://localhost:8080/s/SPP3YY")};
  const std::vector<Page> a4 = printed(posters_pdf(posters, Paper::a4));
  ASSERT_EQ(a4.size(), 1U);
  EXPECT_NEAR(a4[0].width, 595, 1);  // points of 1/72 inch
  EXPECT_NEAR(a4[0].height, 842, 1);
  const std::vector<Page> a3 = printed(posters_pdf(posters, Paper::a3));
  ASSERT_EQ(a3.size(), 1U);
  EXPECT_NEAR(a3[0].width, 842, 1);
  EXPECT_NEAR(a3[0].height, 1191, 1);
  EXPECT_EQ(read_code(a3[0]), posters[0].address);
}

TEST_F(PosterTest, ALongNameBreaksAndLeavesTheCodeReadable) {
  Poster poster = poster_to("http://localhost:8080/s/SPP3YY");
  poster.heading = "示例市示例自治县示例民族乡第一第二第三联合人大代表联络工作站（东区分站）";
  const std::vector<Page> pages = printed(posters_pdf({&poster, 1}, Paper::a4));
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(read_code(pages[0]), poster.address);
}

TEST_F(PosterTest, ThePictureIsTheSameSheet) {
  const std::string svg = poster_svg(poster_to("http://localhost:8080/s/SPP3YY"), Paper::a4);
  EXPECT_NE(svg.find("<svg"), std::string::npos);
  EXPECT_NE(svg.find("width=\"595.28"), std::string::npos) << svg.substr(0, 300);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace mashang::desk
