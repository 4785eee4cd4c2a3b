// Queues by what runs out first, seen only by those whom the case concerns, page by page.
#include "store/queue_store.h"

#include <gmock/gmock.h>

#include "store/city_fixture.h"

namespace mashang::store {
namespace {

using namespace std::chrono_literals;
using rules::CaseKind;
using rules::State;
using testing::ElementsAre;
using testing::IsEmpty;

class QueueStoreTest : public CityTest {
 protected:
  QueueStoreTest() {
    for (const auto length : {30h, 10h, 20h})
      sent_message(connection, city, length).save(connection);
    Journey answered = sent_message(connection, city, 5h);
    answered.step(rules::Action::answer, State::answered, cases::Words{{"好"}}, kStart,
                  deputy_actor(), {rules::Clock::look_limit});
    answered.save(connection);
    deputy.role = rules::Role::deputy;
    deputy.deputy = city.deputy;
  }

  cases::Actor deputy_actor() const { return {rules::Role::deputy, city.deputy_person, "王试一"}; }

  std::vector<std::int64_t> ids(const rules::Viewer& viewer, rules::States states,
                                Slice slice = {}) {
    std::vector<std::int64_t> out;
    for (const QueuePlace& place :
         cases_in(connection, {viewer, viewer.role, CaseKind::message, states}, slice)) {
      out.push_back(place.id);
    }
    return out;
  }

  rules::Viewer deputy;
  rules::States both = State::with_deputy | State::answered;
};

TEST_F(QueueStoreTest, SortsByWhatRunsOutFirst) {
  EXPECT_THAT(ids(deputy, State::with_deputy), ElementsAre(2, 3, 1));
  EXPECT_THAT(ids(deputy, both), ElementsAre(2, 3, 1, 4)) << "no clock runs in 4";
}

TEST_F(QueueStoreTest, GoesOnAfterTheLastPlace) {
  Slice slice{.after = {}, .limit = 2};
  const Share share{deputy, deputy.role, CaseKind::message, both};
  const auto first = cases_in(connection, share, slice);
  ASSERT_EQ(first.size(), 2U);
  slice.after = first.back();
  EXPECT_THAT(ids(deputy, both, slice), ElementsAre(1, 4));
}

TEST_F(QueueStoreTest, ShowsTheNewestFirstOfWhatIsDone) {
  sent_message(connection, city)
      .step(rules::Action::answer, State::answered, cases::Words{{"好"}}, kStart, deputy_actor(),
            {rules::Clock::look_limit})
      .save(connection);
  Slice slice{.sorting = Sorting::newest_first, .after = {}, .limit = 1};
  EXPECT_THAT(ids(deputy, State::answered, slice), ElementsAre(5));
  slice.after = QueuePlace{kNever, 5};
  EXPECT_THAT(ids(deputy, State::answered, slice), ElementsAre(4));
}

TEST_F(QueueStoreTest, ShowsACaseOnlyToThoseItConcerns) {
  rules::Viewer other = deputy;
  other.deputy = DeputyId{99};
  EXPECT_THAT(ids(other, both), IsEmpty());
  rules::Viewer resident;
  resident.person = city.resident;
  EXPECT_THAT(ids(resident, both), ElementsAre(2, 3, 1, 4));
  rules::Viewer nobody;
  EXPECT_THAT(ids(nobody, both), IsEmpty());
  rules::Viewer office;
  office.role = rules::Role::liaison_office;
  EXPECT_THAT(ids(office, both), IsEmpty()) << "an office without a region sees nothing";
  rules::Viewer unit;
  unit.role = rules::Role::unit;
  unit.unit = city.unit;
  EXPECT_THAT(ids(unit, both), IsEmpty()) << "units see no messages at all";
}

TEST_F(QueueStoreTest, CountsTheLateOnes) {
  const QueueCount count =
      count_in(connection, {deputy, deputy.role, CaseKind::message, both}, kStart + 15h);
  EXPECT_EQ(count.count, 4);
  EXPECT_EQ(count.late, 1);
}

TEST_F(QueueStoreTest, ReadsAPageFromTheIndexAlone) {
  std::string plan;
  connection.each(
      "explain query plan select next_due, id from message where deputy_id = $1 and state = $2"
      " and (next_due, id) > ($3, $4) order by next_due, id limit $5",
      [&](Row& row) {
        row.take<int>(), row.take<int>(), row.take<int>();
        plan += row.take<std::string>();
      },
      1, "with_deputy", 0, 0, 20);
  EXPECT_THAT(plan, testing::HasSubstr("USING COVERING INDEX message_of_deputy"));
  EXPECT_THAT(plan, testing::Not(testing::HasSubstr("TEMP B-TREE")));
}

TEST_F(QueueStoreTest, TellsWhatWasMissedOfOnesOwnCases) {
  rules::Viewer stranger = deputy;
  stranger.deputy.value += 1;
  const rules::Sight& sight = *rules::sight_of(rules::Role::deputy, CaseKind::message);
  const auto seqs = [&](const rules::Viewer& viewer, std::int64_t heard_to, std::size_t limit) {
    std::vector<std::int64_t> out;
    for (const StoredEvent& stored : events_seen(connection, {viewer, sight, heard_to, limit}))
      out.push_back(stored.seq);
    return out;
  };
  EXPECT_THAT(seqs(deputy, 0, 10), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(seqs(deputy, 3, 10), ElementsAre(4, 5));
  EXPECT_THAT(seqs(deputy, 0, 2), ElementsAre(1, 2));
  EXPECT_THAT(seqs(stranger, 0, 10), IsEmpty());
}

}  // namespace
}  // namespace mashang::store
