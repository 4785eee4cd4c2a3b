// The configuration as shipped for an example, and what is refused in one.
#include "channels/channels_file.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

namespace mashang::channels {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string example() {
  std::ifstream in(MASHANG_ROOT "/data/channels.example.toml");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string refusal(std::string_view toml) {
  const auto read = read_channels(toml);
  EXPECT_FALSE(read) << toml;
  return read ? "" : read.error().en;
}

TEST(ChannelsFile, TheExampleIsInOrder) {
  const auto read = read_channels(example());
  ASSERT_TRUE(read) << read.error().en;
  EXPECT_TRUE(read->allowed_hosts.empty());
  EXPECT_THAT(read->push->hosts, ElementsAre("fcm.googleapis.com", "*.push.services.mozilla.com",
                                             "*.notify.windows.com", "*.push.apple.com"));
  EXPECT_EQ(read->wechat->base, "https://api.weixin.qq.com");
  EXPECT_EQ(read->wechat->fields.at("thing1"), FieldSource::sentence);
}

TEST(ChannelsFile, AnEmptyOneSetsNothingUp) {
  const auto read = read_channels("");
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->push || read->wechat);
}

TEST(ChannelsFile, SigningInNeedsNoTemplate) {
  const auto read = read_channels("[wechat]\nappid = \"a\"\nsecret = \"s\"\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->wechat->template_id, "");
}

TEST(ChannelsFile, MistakesAreNamedWithTheirLine) {
  EXPECT_THAT(refusal("[mail]\n"), HasSubstr("`mail`"));
  EXPECT_THAT(refusal("[push]\n"), HasSubstr("`contact` is missing"));
  EXPECT_THAT(refusal("[push]\ncontact = \"a@b\"\n"), HasSubstr("line 2"));
  EXPECT_THAT(refusal("[push]\ncontact = \"mailto:a@b\"\nhosts = \"x\"\n"), HasSubstr("list"));
  EXPECT_THAT(refusal("[wechat]\nappid = \"a\"\n"), HasSubstr("`secret` is missing"));
  EXPECT_THAT(refusal("[wechat]\nappid = \"a\"\nsecret = \"s\"\ntemplate = \"t\"\n"),
              HasSubstr("[wechat.fields] is missing"));
  EXPECT_THAT(refusal("[wechat]\nappid = \"a\"\nsecret = \"s\"\ntemplate = \"t\"\n"
                      "[wechat.fields]\nthing1 = \"name\"\n"),
              HasSubstr("one of sentence"));
}

TEST(ChannelsFile, AMistakeBesideASecretDoesNotTellIt) {
  EXPECT_EQ(refusal("[wechat]\nsecret = \"s3cret\" x\n"), "line 2 is no TOML");
}

}  // namespace
}  // namespace mashang::channels
