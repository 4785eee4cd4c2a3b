// Uploads as browsers send them, and every way of sending them that is refused.
#include "http/multipart.h"

#include <gtest/gtest.h>

namespace mashang::http {
namespace {

constexpr std::string_view kType = "multipart/form-data; boundary=xYz";
constexpr std::string_view kUpload =
    "--xYz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n路灯\r\n"
    "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\".JPG\"\r\n"
    "Content-Type: image/JPEG\r\n\r\n\xFF\xD8\r\n--x\r\n\r\n--xYz--\r\n";

TEST(Multipart, ReadsWhatABrowserSends) {
  const auto parts = read_multipart(kType, kUpload);
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->size(), 2u);
  EXPECT_EQ(find_part(*parts, "note")->content, "路灯");
  EXPECT_EQ(find_part(*parts, "note")->type, "text/plain");
  const Part& file = *find_part(*parts, "file");
  EXPECT_EQ(file.file_name, "a \"b\".JPG");
  EXPECT_EQ(file.type, "image/jpeg");
  EXPECT_EQ(file.content, "\xFF\xD8\r\n--x\r\n");
  EXPECT_EQ(find_part(*parts, "other"), nullptr);
}

TEST(Multipart, TakesAQuotedBoundaryAndNoParts) {
  EXPECT_TRUE(read_multipart("Multipart/Form-Data; boundary=\"x y\"", "--x y--"));
}

TEST(Multipart, RefusesOtherTypes) {
  for (const std::string_view type :
       {"", "text/plain", "multipart/mixed; boundary=a", "multipart/form-data",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=a; boundary=b"})
    EXPECT_EQ(read_multipart(type, "--a--").error(), MultipartFault::not_multipart) << type;
}

TEST(Multipart, RefusesWhatIsBroken) {
  const std::string head = "--xYz\r\nContent-Disposition: form-data; name=\"a\"";
  for (const std::string& body : {
           std::string(),
           std::string("--xYz"),
           std::string("preamble\r\n--xYz--\r\n"),
           std::string("--xYz--\r\nepilogue"),
           head,
           head + "\r\n\r\ncontent",
           head + "\r\n\r\ncontent\r\n--xYz",
           head + "\n\ncontent\r\n--xYz--",
           head + "; name=\"b\"\r\n\r\nc\r\n--xYz--",
           head + "\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nc\r\n--xYz--",
           head + "\r\nContent-Transfer-Encoding: base64\r\n\r\nc\r\n--xYz--",
           head + "\r\nContent-Type: image\r\n\r\nc\r\n--xYz--",
           std::string("--xYz\r\n\r\nc\r\n--xYz--"),
           std::string("--xYz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nc\r\n--xYz--"),
           std::string(
               "--xYz\r\nContent-Disposition: form-data; name=\"\xFF\"\r\n\r\nc\r\n--xYz--"),
       })
    EXPECT_EQ(read_multipart(kType, body).error(), MultipartFault::malformed) << body;
}

TEST(Multipart, IsBounded) {
  std::string many;
  for (int i = 0; i < 17; ++i)
    many += "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
  EXPECT_EQ(read_multipart(kType, many + "--xYz--").error(), MultipartFault::too_many_parts);
  const std::string wide = "--xYz\r\nContent-Disposition: form-data; name=\"" +
                           std::string(2000, 'a') + "\"\r\n\r\n\r\n--xYz--";
  EXPECT_EQ(read_multipart(kType, wide).error(), MultipartFault::header_too_large);
}

}  // namespace
}  // namespace mashang::http
