// Typed texts, hashes and random tokens: the small tools that others build on without looking.
#include <set>

#include <gtest/gtest.h>

#include "base/bounded_text.h"
#include "base/random.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace mashang {
namespace {

using Line = BoundedText<2, 5>;

TEST(BoundedText, CutsOuterWhiteSpaceOnly) {
  EXPECT_EQ(Line::make(" \xE3\x80\x80 a b\t\n")->value, "a b");
  EXPECT_EQ(Line::make("a\r\nb")->value, "a\nb");
}

TEST(BoundedText, RefusesByLengthInCharacters) {
  EXPECT_EQ(Line::make("路").error(), TextFault::too_short);
  EXPECT_TRUE(Line::make("路灯坏了吗"));
  EXPECT_EQ(Line::make("路灯坏了吗?").error(), TextFault::too_long);
}

TEST(BoundedText, RefusesControlCharactersAndBrokenText) {
  EXPECT_EQ(Line::make("a\x1b[0m").error(), TextFault::control_character);
  EXPECT_EQ(Line::make("a\xC2\x85z").error(), TextFault::control_character);
  EXPECT_EQ(Line::make("a\xFF").error(), TextFault::invalid_utf8);
  EXPECT_EQ(Line::make("a\rb").error(), TextFault::control_character);
}

TEST(Utf8, RefusesWhatUnicodeForbids) {
  for (const std::string_view bad :
       {"\x80", "\xC1\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xE8\xB7"})
    EXPECT_FALSE(valid_utf8(bad));
  EXPECT_TRUE(valid_utf8("a é 路 😀 \xF4\x8F\xBF\xBF"));
  EXPECT_EQ(count_characters("aé路😀"), 4u);
}

TEST(Sha256, KnowsThePublishedVectors) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // RFC 4231, test case 2.
  EXPECT_EQ(hex_of(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
}

TEST(Random, MakesTokensForUrls) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random_token());
  EXPECT_EQ(seen.size(), 1000u);
  EXPECT_EQ(seen.begin()->size(), 32u);
  EXPECT_EQ(random_token(16).size(), 22u);
  for (const std::string& token : seen)
    EXPECT_EQ(
        token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
}

TEST(Random, DrawsWithinBounds) {
  for (int i = 0; i < 1000; ++i) EXPECT_LT(random_below(7), 7u);
  EXPECT_EQ(random_digits(6).size(), 6u);
}

}  // namespace
}  // namespace mashang
