// The small readers of a request: addresses, cookies, languages, traces, whom to believe.
#include "http/request.h"

#include <gtest/gtest.h>

#include "http/client_address.h"
#include "http/rate_limiter.h"

namespace mashang::http {
namespace {

TEST(Url, DecodesStrictly) {
  EXPECT_EQ(percent_decoded("a%20b%E8%B7%AF"), "a b路");
  for (const std::string_view bad : {"%", "%4", "%zz", "a%00b", "%C0%AF", "%0d%0a"})
    EXPECT_FALSE(percent_decoded(bad)) << bad;
  EXPECT_EQ(percent_encoded("a b路/"), "a%20b%E8%B7%AF%2F");
}

TEST(Url, FindsAParameter) {
  EXPECT_EQ(query_value("q=a+b&cursor=%31", "q"), "a b");
  EXPECT_EQ(query_value("q=a+b&cursor=%31", "cursor"), "1");
  EXPECT_EQ(query_value("q&x=", "q"), "");
  EXPECT_EQ(query_value("q&x=", "x"), "");
  EXPECT_EQ(query_value("q=1", "qq"), std::nullopt);
}

TEST(Cookies, FindsByWholeName) {
  EXPECT_EQ(cookie_value("a=1; mashang_session=t0k; b=2", "mashang_session"), "t0k");
  EXPECT_EQ(cookie_value("xmashang_session=bad", "mashang_session"), "");
  EXPECT_EQ(set_cookie({.name = "s", .value = "v", .lasts = std::chrono::seconds(60)}),
            "s=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
}

TEST(Language, TakesTheHeaviestThatIsSpoken) {
  EXPECT_EQ(language_of(""), Language::zh);
  EXPECT_EQ(language_of("en-GB,en;q=0.8"), Language::en);
  EXPECT_EQ(language_of("fr, en;q=0.3, zh-CN;q=0.5"), Language::zh);
  EXPECT_EQ(language_of("en;q=0"), Language::zh);
  EXPECT_EQ(language_of("*;;;q=,,="), Language::zh);
}

TEST(Trace, GoesOnFromTheCallersOrBeginsAnew) {
  const Trace known = trace_of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  EXPECT_EQ(known.id(), "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(known.header().substr(0, 36), "00-0af7651916cd43dd8448eb211c80319c-");
  EXPECT_NE(trace_of("nonsense").id(), trace_of("").id());
  EXPECT_NE(trace_of("00-00000000000000000000000000000000-b7ad6b7169203331-01").id(),
            std::string(32, '0'));
}

TEST(Headers, JoinsWhatWasRepeated) {
  Headers headers;
  headers.add("X-Forwarded-For", "1.1.1.1");
  headers.add("Host", "a");
  headers.add("x-forwarded-for", "2.2.2.2");
  EXPECT_EQ(headers.joined("x-forwarded-for"), "1.1.1.1, 2.2.2.2");
  EXPECT_EQ(headers.count("x-forwarded-for"), 2u);
  EXPECT_EQ(headers.get("host"), "a");
}

TEST(ClientAddress, BelievesOnlyOurProxies) {
  const TrustedProxies none;
  EXPECT_EQ(none.client_of("9.9.9.9", "1.1.1.1"), "9.9.9.9");
  const TrustedProxies ours({"127.0.0.1", "10.0.0.0/8", "::1"});
  EXPECT_EQ(ours.client_of("9.9.9.9", "1.1.1.1"), "9.9.9.9");
  EXPECT_EQ(ours.client_of("127.0.0.1", "6.6.6.6, 1.1.1.1, 10.2.3.4"), "1.1.1.1");
  EXPECT_EQ(ours.client_of("::1", "1.1.1.1, rubbish"), "::1");
  EXPECT_EQ(ours.client_of("127.0.0.1", ""), "127.0.0.1");
  EXPECT_TRUE(ours.trusts("::ffff:10.1.1.1"));
  EXPECT_THROW(TrustedProxies({"10.0.0.0/40"}), std::invalid_argument);
  EXPECT_THROW(TrustedProxies({"localhost"}), std::invalid_argument);
}

TEST(ClientAddress, CountsAnIPv6NetworkAsOneClient) {
  EXPECT_EQ(client_network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(client_network("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(client_network("::ffff:203.0.113.7"), "::ffff:203.0.113.7");
}

TEST(RateLimiter, FillsUpAsTimePasses) {
  RateLimiter limiter({.burst = 2, .each = std::chrono::seconds(10)});
  const Instant start{std::chrono::hours(1)};
  EXPECT_FALSE(limiter.take("a", start));
  EXPECT_FALSE(limiter.take("a", start));
  EXPECT_EQ(limiter.take("a", start), std::chrono::seconds(10));
  EXPECT_FALSE(limiter.take("b", start));
  EXPECT_FALSE(limiter.take("a", start + std::chrono::seconds(10)));
  EXPECT_EQ(limiter.take("a", start + std::chrono::seconds(16)), std::chrono::seconds(4));
}

TEST(RateLimiter, TakesBackWhatDidNotCount) {
  RateLimiter limiter({.burst = 1, .each = std::chrono::hours(1)});
  const Instant now{};
  EXPECT_FALSE(limiter.take("a", now));
  limiter.give_back("a");
  limiter.give_back("a");  // never more than the burst
  limiter.give_back("unknown");
  EXPECT_FALSE(limiter.take("a", now));
  EXPECT_TRUE(limiter.take("a", now));
}

TEST(RateLimiter, ForgetsTheLongestUnusedFirst) {
  RateLimiter limiter({.burst = 1, .each = std::chrono::hours(1)}, 2);
  const Instant now{};
  EXPECT_FALSE(limiter.take("a", now));
  EXPECT_FALSE(limiter.take("b", now));
  EXPECT_TRUE(limiter.take("a", now));
  EXPECT_FALSE(limiter.take("c", now));  // b has to go
  EXPECT_TRUE(limiter.take("a", now));
  EXPECT_FALSE(limiter.take("b", now));
}

}  // namespace
}  // namespace mashang::http
