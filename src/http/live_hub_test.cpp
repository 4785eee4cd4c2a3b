// Who hears of what, what a reconnecting page is told first, and what happens to the slow.
#include "http/live_hub.h"

#include <thread>

#include <gtest/gtest.h>

namespace mashang::http {
namespace {

LiveEvent event(std::int64_t id, std::vector<std::string> audience) {
  return {.id = id, .data = "{}", .audience = std::move(audience)};
}

/// The ids a stream was given since it was last asked.
std::vector<int> ids(LiveStream& stream) {
  std::vector<int> list;
  const std::string text = stream.take().value_or("");
  for (std::size_t at = text.find("\nid: "); at != std::string::npos;
       at = text.find("\nid: ", at + 1))
    list.push_back(std::atoi(text.c_str() + at + 5));
  return list;
}

TEST(LiveHub, TellsOnlyTheAudienceAndOnce) {
  LiveHub hub;
  const auto deputy = hub.open({}, {"person:5", "role:deputy"}, nullptr).stream;
  const auto unit = hub.open({}, {"unit:3"}, nullptr).stream;
  hub.publish(event(1, {"person:5"}));
  hub.publish(event(2, {"unit:3", "unit:4"}));
  hub.publish(event(3, {"role:deputy", "person:5", "unit:3"}));
  EXPECT_EQ(ids(*deputy), (std::vector<int>{1, 3}));
  EXPECT_EQ(ids(*unit), (std::vector<int>{2, 3}));
  EXPECT_EQ(ids(*unit), (std::vector<int>{}));
}

TEST(LiveHub, ReplaysWhatWasMissedBeforeWhatIsNew) {
  LiveHub hub;
  Request request;
  request.headers.add("Last-Event-ID", "4");
  const auto replay = [&](std::int64_t last) {
    EXPECT_EQ(last, 4);
    // While the replay is read, the world goes on: 6 is in both, 7 only in the new.
    hub.publish(event(6, {"all"}));
    hub.publish(event(7, {"all"}));
    return std::vector<LiveEvent>{event(5, {}), event(6, {})};
  };
  const auto stream = hub.open(request, {"all"}, replay).stream;
  EXPECT_EQ(ids(*stream), (std::vector<int>{5, 6, 7}));
}

TEST(LiveHub, WakesOnceUntilTaken) {
  LiveHub hub;
  const auto stream = hub.open({}, {"all"}, nullptr).stream;
  int wakes = 0;
  stream->on_ready([&] { ++wakes; });
  (void)stream->take();
  hub.publish(event(1, {"all"}));
  hub.publish(event(2, {"all"}));
  EXPECT_EQ(wakes, 1);
  EXPECT_EQ(ids(*stream), (std::vector<int>{1, 2}));
  hub.publish(event(3, {"all"}));
  EXPECT_EQ(wakes, 2);
}

TEST(LiveHub, DropsTheSlow) {
  LiveHub hub({.waiting_bytes_max = 100});
  const auto stream = hub.open({}, {"all"}, nullptr).stream;
  stream->on_ready([] {});
  for (int i = 1; i < 10; ++i) hub.publish(event(i, {"all"}));
  EXPECT_EQ(stream->take(), std::nullopt);
}

TEST(LiveHub, ForgetsStreamsAndIsBounded) {
  LiveHub hub({.streams_max = 1});
  auto stream = hub.open({}, {"all", "all"}, nullptr).stream;
  EXPECT_EQ(hub.size(), 1u);
  EXPECT_EQ(hub.open({}, {"all"}, nullptr).status, 503);
  stream.reset();
  EXPECT_EQ(hub.size(), 0u);
  hub.publish(event(1, {"all"}));
  EXPECT_EQ(hub.open({}, {}, nullptr).status, 200);
}

TEST(LiveHub, EndsEveryStreamWhenClosed) {
  LiveHub hub;
  const auto stream = hub.open({}, {}, nullptr).stream;
  hub.close();
  EXPECT_EQ(stream->take(), std::nullopt);
  EXPECT_EQ(hub.open({}, {"all"}, nullptr).status, 503);
}

TEST(LiveHub, IsSafeFromManyThreads) {
  LiveHub hub;
  std::thread opener([&] {
    for (int i = 0; i < 500; ++i) {
      const auto stream = hub.open({}, {"all"}, nullptr).stream;
      stream->on_ready([] {});
      (void)stream->take();
    }
  });
  for (int i = 1; i < 2000; ++i) hub.publish(event(i, {"all"}));
  opener.join();
  EXPECT_EQ(hub.size(), 0u);
}

}  // namespace
}  // namespace mashang::http
