// Base64 of URLs against the examples of RFC 4648, and what is none.
#include "base/base64url.h"

#include <gtest/gtest.h>

namespace mashang {
namespace {

TEST(Base64Url, WritesAndReadsTheExamplesOfTheRfc) {
  for (const auto& [bytes, text] : {std::pair{"", ""},
                                    {"f", "Zg"},
                                    {"fo", "Zm8"},
                                    {"foo", "Zm9v"},
                                    {"foob", "Zm9vYg"},
                                    {"\xfb\xff", "-_8"}}) {
    EXPECT_EQ(base64url(bytes), text);
    EXPECT_EQ(read_base64url(text), bytes);
  }
}

TEST(Base64Url, LetsPaddingPass) { EXPECT_EQ(read_base64url("Zg=="), "f"); }

TEST(Base64Url, RefusesWhatIsNone) {
  for (const char* text : {"Z", "Zg+/", "Z g", "Zh", "照片"}) EXPECT_FALSE(read_base64url(text));
}

}  // namespace
}  // namespace mashang
