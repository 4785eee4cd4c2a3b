// The demo begins on any day of the year: its stories must keep every rule on each of them, and a
// visitor who moves the clock must not meet a broken city.
#include "demo/demo.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "cases/cases_fixture.h"
#include "demo/stories.h"
#include "desk/clock_round.h"
#include "desk/reads.h"
#include "desk/sign_in.h"
#include "store/account_store.h"
#include "store/testing.h"
#include "store/verify.h"

namespace mashang::demo {
namespace {

using cases::at;
using testing::IsEmpty;

constexpr const char* kStories = MASHANG_ROOT "/data/hengyang/stories.json";

const desk::City& city() {
  static const desk::City city = [] {
    auto read = desk::read_city(MASHANG_ROOT "/data", "hengyang", "hunan-hengyang-2022");
    EXPECT_TRUE(read) << read.error();
    return *std::move(read);
  }();
  return city;
}

/// A demo that was opened at this moment.
struct OpenedDemo {
  store::TestFolder folder;
  store::Database database{{.folder = folder.path()}};
  Instant now;
  desk::Desk desk{.database = database,
                  .city = city(),
                  .photo_files = database.photos(),
                  .now = [this] { return now; },
                  .machine_time = [this] { return now; },
                  .tell = [](const auto&) {}};

  explicit OpenedDemo(Instant start) : now(start) {}

  desk::Person staff(const std::string& login) {
    const auto id = database.read([&](store::Connection& connection) {
      return store::find_person_by_login(connection, login)->id;
    });
    return *desk::load_person(desk, id);
  }
  store::VerifyReport verify() {
    return database.read([](store::Connection& connection) { return store::verify(connection); });
  }
};

class DemoOfDay : public testing::TestWithParam<const char*> {};

TEST_P(DemoOfDay, PlaysItsStoriesWholeAndLeavesAWholeStore) {
  OpenedDemo demo(at(GetParam()));
  ASSERT_TRUE(fill(demo.desk, kStories));
  const auto report = demo.verify();
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_GT(report.case_count, 90);
  for (int day = 0; day < 10; ++day) {
    demo.now += std::chrono::days(1);
    desk::run_clock_round(demo.desk);
  }
  EXPECT_EQ(desk::run_clock_round(demo.desk), 0) << "nothing is left to move, or moves for ever";
  EXPECT_THAT(demo.verify().findings, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Year2026, DemoOfDay,
                         testing::Values("2026-01-01 00:01", "2026-02-12 08:00", "2026-02-17 12:00",
                                         "2026-02-24 09:00", "2026-03-01 10:00", "2026-04-06 23:59",
                                         "2026-05-05 17:00", "2026-06-14 06:30", "2026-10-08 09:00",
                                         "2026-11-24 14:00", "2026-12-31 18:00"),
                         [](const auto& day) {
                           std::string name(day.param, 10);
                           std::erase(name, '-');
                           return name;
                         });

TEST(Demo, HasSomethingInEveryQueueOfTheDeskAVisitorSeesFirst) {
  OpenedDemo demo(at("2026-11-24 14:00"));
  ASSERT_TRUE(fill(demo.desk, kStories));
  for (const desk::QueueSize& row : desk::count_queues(demo.desk, demo.staff("shenhe-1")))
    EXPECT_GT(row.size.count, 0) << row.queue->name;
  for (const desk::QueueSize& row : desk::count_queues(demo.desk, demo.staff("huifang-1")))
    EXPECT_GT(row.size.count, 0) << row.queue->name;
}

TEST(Demo, IsFilledOnce) {
  OpenedDemo demo(at("2026-11-24 14:00"));
  EXPECT_TRUE(fill(demo.desk, std::nullopt));
  EXPECT_FALSE(fill(demo.desk, kStories));
  EXPECT_EQ(demo.verify().event_count, 0) << "a city without stories stays without";
}

TEST(Demo, TheGuideNamesPeopleWhoCanReallySignIn) {
  OpenedDemo demo(at("2026-11-24 14:00"));
  ASSERT_TRUE(fill(demo.desk, std::nullopt));
  const auto guide = boost::json::parse(guide_json(demo.desk));
  EXPECT_EQ(guide.at("now").as_string(), "2026-11-24T14:00:00+08:00");
  bool tried_password = false;
  for (const auto& person : guide.at("people").as_array()) {
    if (!person.as_object().contains("login") || tried_password) continue;
    tried_password = true;  // one of them: hashing is slow on purpose
    EXPECT_TRUE(desk::sign_in_by_password(demo.desk, person.at("login").as_string().c_str(),
                                          person.at("password").as_string().c_str()));
  }
  EXPECT_TRUE(tried_password);
  for (const auto& person : guide.at("people").as_array())
    if (person.as_object().contains("phone")) {
      const std::string phone = person.at("phone").as_string().c_str();
      const auto code = desk::send_code(demo.desk, phone);
      ASSERT_TRUE(code) << phone;
      const auto signed_in = desk::sign_in_by_code(demo.desk, phone, code->code);
      ASSERT_TRUE(signed_in) << phone;
      EXPECT_EQ(rules::name_of(signed_in->session.person.viewer.role),
                std::string(person.at("role").as_string()));
    }
  EXPECT_THAT(guide_text(demo.desk, "http://localhost:8080"),
              testing::HasSubstr("http://localhost:8080/d/"));
}

TEST(Demo, AStoryThatBreaksARuleStopsTheDemoWithItsSentence) {
  OpenedDemo demo(at("2026-11-24 14:00"));
  ASSERT_TRUE(fill(demo.desk, std::nullopt));
  auto stories = read_stories(kStories);
  stories.resize(1);
  stories[0].steps.resize(1);
  stories[0].steps[0].action = rules::Action::relay;
  try {
    play_stories(demo.desk, stories, demo.now);
    FAIL() << "a result was passed on that never came";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("story 1, step 1"));
  }
}

TEST(Demo, AStoriesFileWithAMistakeIsRefusedWithItsPlace) {
  store::TestFolder folder;
  const auto file = folder.path() / "stories.json";
  std::ofstream(file) << R"([{"deputy": "D1", "days_ago": "three"}])";
  try {
    read_stories(file);
    FAIL() << "was read";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("/0/days_ago"));
  }
  EXPECT_THROW(read_stories(folder.path() / "none.json"), std::runtime_error);
}

}  // namespace
}  // namespace mashang::demo
