// A folder of pages: what is served, how long it is kept, and that nothing outside is reached.
#include "http/static_files.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

namespace mashang::http {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public testing::Test {
 protected:
  StaticFilesTest() {
    std::string pattern = (fs::temp_directory_path() / "mashang-static-XXXXXX").string();
    outer_ = mkdtemp(pattern.data());
    put("secret.txt", "secret");
    put("pages/index.html", "<p>");
    put("pages/assets/index-B2x9Qa7k.js", "let a");
    put("pages/assets/index-B2x9Qa7k.js.gz", "packed");
    fs::create_symlink(outer_ / "secret.txt", outer_ / "pages" / "link.txt");
  }
  ~StaticFilesTest() override { fs::remove_all(outer_); }

  void put(const std::string& name, std::string_view text) const {
    fs::create_directories((outer_ / name).parent_path());
    std::ofstream(outer_ / name) << text;
  }
  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

  fs::path outer_;
};

TEST_F(StaticFilesTest, ServesPagesAndAsksAgainForThem) {
  const StaticFiles files(outer_ / "pages");
  const Response page = files.answer({}, "");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(*page.shared_body, "<p>");
  EXPECT_EQ(page.type, "text/html; charset=utf-8");
  EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
  Request again;
  again.headers.add("If-None-Match", "W/" + header(page, "ETag"));
  EXPECT_EQ(files.answer(again, "index.html").status, 304);
}

TEST_F(StaticFilesTest, KeepsHashedNamesForEverAndSendsThemPacked) {
  const StaticFiles files(outer_ / "pages");
  Request request;
  const Response plain = files.answer(request, "assets/index-B2x9Qa7k.js");
  EXPECT_EQ(*plain.shared_body, "let a");
  EXPECT_EQ(header(plain, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
  request.headers.add("Accept-Encoding", "br, gzip");
  const Response packed = files.answer(request, "assets/index-B2x9Qa7k.js");
  EXPECT_EQ(*packed.shared_body, "packed");
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
}

TEST_F(StaticFilesTest, AsksAgainForTheWorkerThatKeepsThePages) {
  put("pages/sw.js", "let files");
  put("pages/manifest.webmanifest", "{}");
  const StaticFiles files(outer_ / "pages");
  const Response worker = files.answer({}, "sw.js");
  EXPECT_EQ(worker.type, "text/javascript; charset=utf-8");
  EXPECT_EQ(header(worker, "Cache-Control"), "no-cache");
  EXPECT_EQ(files.answer({}, "manifest.webmanifest").type, "application/manifest+json");
}

TEST_F(StaticFilesTest, ReachesNothingOutside) {
  const StaticFiles files(outer_ / "pages");
  EXPECT_EQ(files.size(), 2u);
  for (const std::string_view name : {"../secret.txt", "assets/../../secret.txt", "/etc/passwd",
                                      "link.txt", "assets", "assets/", "index-B2x9Qa7k.js.gz"})
    EXPECT_EQ(files.answer({}, name).status, 404) << name;
  EXPECT_EQ(StaticFiles(outer_ / "absent").size(), 0u);
}

TEST(StaticNames, KnowsAHashWhenItSeesOne) {
  EXPECT_TRUE(has_hash("assets/index-B2x9Qa7k.js"));
  EXPECT_TRUE(has_hash("a/index.5d3fe1c2.css"));
  EXPECT_FALSE(has_hash("pages-settings.js"));
  EXPECT_FALSE(has_hash("index.html"));
  EXPECT_FALSE(has_hash("icon-192.png"));
}

}  // namespace
}  // namespace mashang::http
