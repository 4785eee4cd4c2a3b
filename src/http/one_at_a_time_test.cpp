// One at a time: the second is sent away, the next is taken, and an end comes at once.
#include "http/one_at_a_time.h"

#include <gtest/gtest.h>

#include <future>

namespace mashang::http {
namespace {

using namespace std::literals;

TEST(OneAtATime, SendsTheSecondAwayAndTakesTheNext) {
  OneAtATime work;
  std::promise<void> go;
  std::promise<void> done;
  ASSERT_TRUE(work.start([&](const auto&) { go.get_future().wait(); }));
  EXPECT_FALSE(work.start([](const auto&) {}));
  go.set_value();
  while (!work.start([&](const auto&) { done.set_value(); })) std::this_thread::sleep_for(1ms);
  EXPECT_EQ(done.get_future().wait_for(20s), std::future_status::ready);
}

TEST(OneAtATime, TellsTheJobToEndAndTakesNoOther) {
  OneAtATime work;
  ASSERT_TRUE(work.start([](const std::atomic<bool>& stop) {
    while (!stop) std::this_thread::sleep_for(1ms);
  }));
  work.stop();
  EXPECT_FALSE(work.start([](const auto&) {}));
}

}  // namespace
}  // namespace mashang::http
