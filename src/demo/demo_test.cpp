// The demo begins on any day of the year: its stories must keep every rule on each of them, and a
// visitor who moves the clock must not meet a broken city.
#include "demo/demo.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <map>
#include <set>

#include "cases/cases_fixture.h"
#include "demo/stories.h"
#include "desk/clock_round.h"
#include "desk/reads.h"
#include "desk/sign_in.h"
#include "rules/lifecycle.h"
#include "store/account_store.h"
#include "store/case_store.h"
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
  store::Database database{{.folder = folder.path(), .durable = false}};
  Instant now;
  desk::Desk desk{.database = database,
                  .city = city(),
                  .attachment_files = database.attachments(),
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

/// Everybody whom the guide names and who has been here before, as he is once signed in.
std::vector<desk::Person> people_of_guide(OpenedDemo& demo) {
  std::vector<desk::Person> people;
  const auto guide = boost::json::parse(guide_json(demo.desk));
  for (const auto& row : guide.at("people").as_array()) {
    const auto& person = row.as_object();
    const bool staff = person.contains("login");
    const std::string how = person.at(staff ? "login" : "phone").as_string().c_str();
    const rules::Role role =
        person.at("role").as_string() == "deputy" ? rules::Role::deputy : rules::Role::resident;
    const auto account = demo.database.read([&](store::Connection& connection) {
      return staff ? store::find_person_by_login(connection, how)
                   : store::find_person_by_phone(connection, role, how);
    });
    if (account) people.push_back(*desk::load_person(demo.desk, account->id));
  }
  return people;
}

/// "unit suggestion to_reply": a queue that the guide's people have but never with anything in it.
std::set<std::string> empty_queues(OpenedDemo& demo) {
  std::map<std::string, std::int64_t> sizes;
  for (const desk::Person& person : people_of_guide(demo))
    for (const desk::QueueSize& row : desk::count_queues(demo.desk, person))
      sizes[std::string(json::enum_name(person.viewer.role)) + " " +
            std::string(json::enum_name(row.queue->kind)) + " " + std::string(row.queue->name)] +=
          row.size.count;
  std::set<std::string> empty;
  for (const auto& [queue, size] : sizes)
    if (size == 0) empty.insert(queue);
  return empty;
}

std::vector<cases::Case> all_cases(OpenedDemo& demo, rules::CaseKind kind) {
  return demo.database.read([&](store::Connection& connection) {
    std::vector<cases::Case> all;
    for (std::int64_t id = 1;; ++id) {
      auto standing = store::load_case(connection, kind, id);
      if (!standing) return all;
      all.push_back(*std::move(standing));
    }
  });
}

/// "order tracked": a state in which no case of the demo is. A closed order is archived at once.
std::set<std::string> missing_states(OpenedDemo& demo) {
  std::set<std::string> missing;
  for (const auto& kind : json::kEnumerators<rules::CaseKind>)
    for (const rules::Transition& row : rules::lifecycle_of(kind.value))
      missing.insert(std::string(kind.name) + " " + std::string(json::enum_name(row.to)));
  missing.erase("order closed");
  for (const auto& kind : json::kEnumerators<rules::CaseKind>)
    for (const cases::Case& one : all_cases(demo, kind.value))
      missing.erase(std::string(kind.name) + " " +
                    std::string(json::enum_name(cases::head_of(one).state)));
  return missing;
}

std::set<int> supervision_levels(OpenedDemo& demo) {
  std::set<int> levels;
  for (const cases::Case& one : all_cases(demo, rules::CaseKind::order))
    if (const auto* supervision = std::get<cases::Order>(one).supervision())
      levels.insert(supervision->level);
  return levels;
}

class DemoOfDay : public testing::TestWithParam<const char*> {};

TEST_P(DemoOfDay, PlaysItsStoriesWholeAndLeavesAWholeStore) {
  OpenedDemo demo(at(GetParam()));
  ASSERT_TRUE(fill(demo.desk, kStories));
  const auto report = demo.verify();
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_GT(report.case_count, 180);
  EXPECT_THAT(empty_queues(demo), IsEmpty());
  EXPECT_THAT(missing_states(demo), IsEmpty());
  EXPECT_THAT(supervision_levels(demo), testing::IsSupersetOf({1, 2}));
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
