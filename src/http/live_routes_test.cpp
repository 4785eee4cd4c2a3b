// Who hears of which change. Nobody hears of a case that he may not see, and whoever may see it
// hears of it once.
#include <gmock/gmock.h>

#include <algorithm>

#include "desk/desk_fixture.h"
#include "desk/reads.h"
#include "http/live.h"

namespace mashang::http {
namespace {

using desk::Change;
using desk::Person;
using rules::Action;
using testing::HasSubstr;
using testing::Not;

class LiveTest : public desk::DeskTest {
 protected:
  static bool hears(const Person& person, const Change& change) {
    const auto keys = keys_of(person.viewer);
    const LiveEvent event = live_event(change);
    return std::ranges::any_of(event.audience, [&](const std::string& key) {
      return std::ranges::find(keys, key) != keys.end();
    });
  }
  std::vector<Person> everybody() {
    std::vector<Person> people{resident(), resident("15400000011", "刘范例"), deputy(),
                               deputy("D3")};
    for (const desk::StaffRow& row : desk::sample_city().file.staff)
      people.push_back(staff(row.login));
    return people;
  }
  Ref through_everybodys_hands() {
    const Ref message = sent();
    must(act(deputy(), message, Action::pass_on_station, cases::Note{}));
    must(act(staff("station"), message, Action::pass_on_office, cases::PassOnOffice{}));
    must(act(staff("county-office"), message, Action::give_back, cases::Note{}));
    const Ref order = submitted(message);
    dispatched(order);
    replied(order);
    must(call_back(order, rules::Outcome::satisfied));
    return order;
  }
};

TEST_F(LiveTest, WhoeverMaySeeTheCaseHearsOfItsChangeAndNobodyElse) {
  through_everybodys_hands();
  ASSERT_GT(told.size(), 10U);
  for (const Person& person : everybody())
    for (const Change& change : told)
      EXPECT_EQ(hears(person, change), rules::may_see(person.viewer, change.kind, change.parties))
          << person.name << " of " << rules::name_of(change.action);
}

TEST_F(LiveTest, APersonWithoutAUnitHearsNothingOfOrdersThatHaveNone) {
  submitted(sent());
  EXPECT_TRUE(hears(staff("reviewer"), told.back()));
  EXPECT_FALSE(hears(staff("no-unit"), told.back()));
  EXPECT_THAT(keys_of(staff("no-unit").viewer), testing::IsEmpty());
}

TEST_F(LiveTest, NobodyHoldsTwoKeysToOneEvent) {
  through_everybodys_hands();
  for (const Change& change : told) {
    auto audience = live_event(change).audience;
    std::ranges::sort(audience);
    EXPECT_EQ(std::ranges::adjacent_find(audience), audience.end());
  }
}

TEST_F(LiveTest, AnEventSaysWhatMovedAndNothingOfWhatItSays) {
  sent();
  const std::string data = live_event(told.at(0)).data;
  EXPECT_THAT(data, HasSubstr("\"kind\":\"message\""));
  EXPECT_THAT(data, HasSubstr("\"version\":1"));
  for (const char* said : {"红绿灯", "张", "154"}) EXPECT_THAT(data, Not(HasSubstr(said)));
}

TEST_F(LiveTest, AStreamThatWasAwayIsToldWhatItMissedAndMaySee) {
  const Ref order = through_everybodys_hands();
  const std::int64_t seen = told.at(2).seq;
  for (const Person& person : everybody()) {
    std::vector<std::int64_t> due;
    for (const Change& change : told)
      if (change.seq > seen &&
          rules::may_see(person.viewer, change.kind,
                         cases::parties_of(standing({change.kind, change.id}))))
        due.push_back(change.seq);
    std::vector<std::int64_t> missed;
    for (const Change& change : desk::changes_after(desk(), person, seen))
      missed.push_back(change.seq);
    EXPECT_EQ(missed, due) << person.name;
  }
  EXPECT_THAT(desk::changes_after(desk(), staff("police"), told.back().seq), testing::IsEmpty());
  EXPECT_EQ(state(order), rules::State::archived);
}

}  // namespace
}  // namespace mashang::http
