// Children: what they get, what they write, and that none is left behind.
#include "desk/child_process.h"

#include <gtest/gtest.h>

#include <thread>

namespace mashang::desk {
namespace {

using namespace std::literals;

ChildResult run(std::vector<std::string> words, std::chrono::milliseconds time_max = 20s) {
  static const std::atomic<bool> go_on{false};
  return run_child(words, time_max, go_on);
}

TEST(ChildProcess, GivesWhatTheChildWrote) {
  const ChildResult result = run({"/bin/echo", "a b", "$HOME", ";"});
  EXPECT_EQ(result.end, ChildEnd::succeeded);
  EXPECT_EQ(result.output, "a b $HOME ;\n");
}

TEST(ChildProcess, TellsFailureFromAbsence) {
  EXPECT_EQ(run({"/bin/false"}).end, ChildEnd::failed);
  EXPECT_EQ(run({"/nowhere/ffmpeg"}).end, ChildEnd::not_there);
}

TEST(ChildProcess, HasNoEnvironmentAndNoFileOfOurs) {
  EXPECT_EQ(run({"/usr/bin/env"}).output, "");
  // The three, and the one by which `ls` reads the list.
  EXPECT_EQ(run({"/bin/ls", "/proc/self/fd"}).output, "0\n1\n2\n3\n");
}

TEST(ChildProcess, IsEndedWithItsChildrenWhenItsTimeIsOver) {
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(run({"/bin/sh", "-c", "sleep 60 & sleep 60"}, 200ms).end, ChildEnd::timed_out);
  EXPECT_LT(std::chrono::steady_clock::now() - before, 20s);
}

TEST(ChildProcess, IsEndedWhenWeStop) {
  std::atomic<bool> stop{false};
  std::jthread later([&] {
    std::this_thread::sleep_for(100ms);
    stop = true;
  });
  EXPECT_EQ(run_child({"/bin/sleep", "60"}, 60s, stop).end, ChildEnd::stopped);
}

TEST(ChildProcess, WhatIsWrittenWithoutEndIsDropped) {
  const ChildResult result = run({"/bin/sh", "-c", "head -c 300000 /dev/zero"});
  EXPECT_EQ(result.end, ChildEnd::succeeded);
  EXPECT_LT(result.output.size(), 70'000u);
}

}  // namespace
}  // namespace mashang::desk
