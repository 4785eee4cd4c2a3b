// Pages follow one another without a gap and without a repetition, while the list changes too.
#include "http/paging.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"
#include "rules/queues.h"

namespace mashang::http {
namespace {

using desk::Person;
using rules::CaseKind;
using testing::ElementsAre;

Request asking(const std::string& query) {
  Request request;
  request.method = Method::get;
  request.target = "/api/v1/messages?" + query;
  return request;
}

TEST(Paging, TheFirstPageHasTwentyRows) {
  const auto asked = page_asked(asking("box=open"));
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->limit, 20);
  EXPECT_FALSE(asked->after);
}

TEST(Paging, ACursorComesBackAsThePlaceItWas) {
  const desk::QueuePlace place{cases::at("2026-11-24 24:00"), 17};
  const auto asked = page_asked(asking("limit=100&cursor=" + cursor_of(place)));
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->after, place);
  EXPECT_EQ(asked->limit, 100);
}

TEST(Paging, MadeUpLimitsAndCursorsAreRefused) {
  for (const char* limit : {"0", "-1", "101", "ten", "", "99999999999999999999"}) {
    const auto asked = page_asked(asking(std::string("limit=") + limit));
    ASSERT_FALSE(asked) << limit;
    EXPECT_EQ(asked.error(), "bad_limit");
  }
  for (const char* cursor : {"", "17", ".", "1.", ".1", "1.2.3", "a.1", "1.-2", "1.2 or 1=1"}) {
    const auto asked = page_asked(asking(std::string("cursor=") + cursor));
    ASSERT_FALSE(asked) << cursor;
    EXPECT_EQ(asked.error(), "bad_cursor");
  }
}

class PagesTest : public desk::DeskTest {
 protected:
  /// The ids of the pages from this cursor on, two rows each; `between` happens after every page.
  template <typename Between>
  std::vector<std::vector<std::int64_t>> pages(const Person& person, std::string_view box,
                                               Between between) {
    const rules::Queue* queue = rules::queue_of(person.viewer.role, CaseKind::message, box);
    std::vector<std::vector<std::int64_t>> pages;
    for (std::string cursor = "limit=2"; !cursor.empty(); between()) {
      const auto asked = page_asked(asking(cursor));
      const auto listing = desk::list_queue(desk(), person, *queue, asked->after, asked->limit);
      pages.emplace_back();
      for (const desk::CaseReading& reading : listing.cases)
        pages.back().push_back(cases::head_of(reading.standing).id);
      cursor = listing.next ? "limit=2&cursor=" + cursor_of(*listing.next) : "";
    }
    return pages;
  }
};

TEST_F(PagesTest, FollowOneAnotherWithoutGapOrRepetition) {
  for (int i = 0; i < 5; ++i) sent();
  EXPECT_THAT(pages(deputy(), "waiting", [] {}),
              ElementsAre(ElementsAre(1, 2), ElementsAre(3, 4), ElementsAre(5)));
  EXPECT_THAT(pages(deputy("D3"), "waiting", [] {}), ElementsAre(testing::IsEmpty()));
}

TEST_F(PagesTest, WhatIsDoneMeanwhileDoesNotShiftTheNextPage) {
  for (int i = 0; i < 5; ++i) sent();
  std::int64_t done = 0;
  const auto answer_one = [&] {
    if (++done > 2) return;
    must(act(deputy(), {CaseKind::message, done}, rules::Action::answer, cases::Words{{"好"}}));
  };
  EXPECT_THAT(pages(deputy(), "waiting", answer_one),
              ElementsAre(ElementsAre(1, 2), ElementsAre(3, 4), ElementsAre(5)));
}

TEST_F(PagesTest, WhatRunsOutFirstStandsFirstAndWhatIsOverStandsNewestFirst) {
  const Ref first = sent();
  now += std::chrono::days(1);
  const Ref second = sent();
  EXPECT_THAT(pages(deputy(), "waiting", [] {}), ElementsAre(ElementsAre(first.id, second.id)));
  for (const Ref& ref : {first, second})
    must(act(resident(), ref, rules::Action::withdraw, cases::Withdraw{}));
  EXPECT_THAT(pages(deputy(), "closed", [] {}), ElementsAre(ElementsAre(second.id, first.id)));
}

TEST_F(PagesTest, AnotherPersonsCursorShowsNothingOfHis) {
  for (int i = 0; i < 3; ++i) sent();
  const Person other = deputy("D3");
  const auto listing = desk::list_queue(
      desk(), other, *rules::queue_of(rules::Role::deputy, CaseKind::message, "all"),
      desk::QueuePlace{now, 1}, 20);
  EXPECT_TRUE(listing.cases.empty());
}

}  // namespace
}  // namespace mashang::http
