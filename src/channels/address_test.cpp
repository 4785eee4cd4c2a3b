// Where requests may go: what a stranger can write into an endpoint, and what a name can resolve
// to.
#include "channels/address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace mashang::channels {
namespace {

bool is_public(const char* text) {
  sockaddr_in v4{.sin_family = AF_INET};
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
    return channels::is_public(reinterpret_cast<const sockaddr&>(v4));
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  EXPECT_EQ(inet_pton(AF_INET6, text, &v6.sin6_addr), 1) << text;
  return channels::is_public(reinterpret_cast<const sockaddr&>(v6));
}

TEST(Address, NumbersOfThePublicNetworkArePublic) {
  for (const char* text : {"1.1.1.1", "142.250.1.95", "100.128.0.1", "172.32.0.1", "192.169.0.1",
                           "223.255.255.254", "2404:6800:4005::5f", "2001:4860:4860::8888"})
    EXPECT_TRUE(is_public(text)) << text;
}

TEST(Address, NumbersOfOursAndOfNobodyAreNot) {
  for (const char* text : {"0.0.0.0",
                           "10.1.2.3",
                           "100.64.0.1",
                           "127.0.0.1",
                           "127.255.255.255",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.8",
                           "192.0.2.1",
                           "192.168.1.1",
                           "198.18.0.1",
                           "198.51.100.1",
                           "203.0.113.1",
                           "224.0.0.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "::ffff:127.0.0.1",
                           "::ffff:10.0.0.1",
                           "64:ff9b::7f00:1",
                           "fe80::1",
                           "fc00::1",
                           "fd12::1",
                           "ff02::1",
                           "2001:db8::1",
                           "2001::1",
                           "2002:7f00:1::"})
    EXPECT_FALSE(is_public(text)) << text;
}

TEST(Address, IsTakenApartAsItWillBeFollowed) {
  const auto address = read_address("https://FCM.googleapis.com/fcm/send/x?y=1");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host_and_port(), "fcm.googleapis.com:443");
  EXPECT_EQ(address->origin, "https://fcm.googleapis.com");
  EXPECT_EQ(read_address("https://push.example:8443/x")->origin, "https://push.example:8443");
  EXPECT_EQ(read_address("http://2130706433/")->host, "127.0.0.1");
}

TEST(Address, WithANameAFragmentOrAnotherSchemeIsNone) {
  for (const char* text : {"", "/x", "fcm.googleapis.com/x", "ftp://push.example/", "file:///etc/x",
                           "https://user@push.example/", "https://user:word@push.example/",
                           "https://push.example/#x", "https://push.example:99999/"})
    EXPECT_FALSE(read_address(text)) << text;
}

TEST(Address, APatternFitsItselfOrWhatStandsBeforeIt) {
  EXPECT_TRUE(fits_host("push.example", "push.example"));
  EXPECT_TRUE(fits_host("*.push.example", "web.push.example"));
  for (const char* host : {"push.example", "evilpush.example", "push.example.evil.example", ""})
    EXPECT_FALSE(fits_host("*.push.example", host)) << host;
  EXPECT_FALSE(fits_host("push.example", "web.push.example"));
}

}  // namespace
}  // namespace mashang::channels
