// The encryption against the worked example of RFC 8291, appendix A, and what a push service would
// check of the header that says who asks.
#include "channels/web_push.h"

#include <gmock/gmock.h>

#include "base/base64url.h"

namespace mashang::channels {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kBrowserPublic =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
constexpr std::string_view kAuth = "BTBZMqHH6r4Tts7J_aSIgg";

EcKey key_of(std::string_view text) { return EcKey::read(*read_base64url(text)).value(); }

TEST(WebPush, EncryptsAsTheRfcDoes) {
  const EcKey letter_key = key_of("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
  const auto browser = read_browser_keys(kBrowserPublic, kAuth);
  ASSERT_TRUE(browser);
  const std::string body = encrypt_for(*browser, "When I grow up, I want to be a watermelon",
                                       letter_key, *read_base64url("DGv6ra1nlYgDCS1FRnbzlw"));
  EXPECT_EQ(base64url(body),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocIn"
            "mYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNW"
            "QexSgSxsj_Qulcy4a-fN");
}

TEST(WebPush, BothSidesComputeTheSecretOfTheRfc) {
  const EcKey browser = key_of("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94");
  const EcKey letter = key_of("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
  EXPECT_EQ(base64url(browser.public_bytes()), kBrowserPublic);
  const auto secret = letter.shared_with(browser.public_bytes());
  EXPECT_EQ(secret, browser.shared_with(letter.public_bytes()));
  EXPECT_EQ(base64url(*secret), "kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs");
}

TEST(WebPush, KeysThatAreNoneAreRefused) {
  EXPECT_FALSE(read_browser_keys("", kAuth));
  EXPECT_FALSE(read_browser_keys(kAuth, kAuth));
  EXPECT_FALSE(read_browser_keys(kBrowserPublic, kBrowserPublic));
  EXPECT_FALSE(read_browser_keys(kBrowserPublic, "not base64!"));
  std::string off_the_curve = *read_base64url(kBrowserPublic);
  off_the_curve.back() ^= 1;
  EXPECT_FALSE(read_browser_keys(base64url(off_the_curve), kAuth));
}

TEST(WebPush, AKeyIsKeptByItsPrivateBytes) {
  const EcKey made = EcKey::make();
  EXPECT_EQ(EcKey::read(made.private_bytes())->public_bytes(), made.public_bytes());
  EXPECT_FALSE(EcKey::read(std::string(32, '\0')));
  EXPECT_FALSE(EcKey::read(std::string(32, '\xff')));
  EXPECT_FALSE(EcKey::read("short"));
}

TEST(WebPush, TheHeaderSaysWhoAsksForHalfADay) {
  const EcKey key = EcKey::make();
  const Instant now = *parse_instant("2026-11-24T09:00:00+08:00");
  const std::string header = vapid(key, "https://push.example", "mailto:a@example.org", now);
  EXPECT_THAT(header, StartsWith("vapid t="));
  EXPECT_THAT(header, HasSubstr(", k=" + base64url(key.public_bytes())));
  const std::size_t dot = header.find('.');
  const std::string claims = *read_base64url(
      std::string_view(header).substr(dot + 1, header.find('.', dot + 1) - dot - 1));
  EXPECT_EQ(claims, R"({"aud":"https://push.example","exp":1795525200,"sub":)"
                    R"("mailto:a@example.org"})");
}

}  // namespace
}  // namespace mashang::channels
