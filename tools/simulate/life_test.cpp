// What only a town can break: histories from which something was taken out, and lives lived twice.
#include <gtest/gtest.h>

#include <algorithm>

#include "simulate/life.h"

namespace mashang::simulate {
namespace {

using cases::Event;
using rules::Action;

const Statutes& statutes() {
  static const Statutes read = read_statutes(MASHANG_DATA);
  return read;
}

struct Lived {
  Inspector inspector;
  Life life;

  explicit Lived(std::uint64_t seed) : life(statutes(), seed, 10, inspector) { life.live(); }
};
const Life& life() {
  static const Lived lived{12};
  return lived.life;
}

/// The town that lived through these events, of a city like that of the life.
struct Rebuilt {
  City city = life().town().city();
  Town town{city};

  explicit Rebuilt(const std::vector<Event>& events) { town.replay(events); }
};

/// Everything up to the first step of that kind, with it.
std::vector<Event> until(Action action) {
  const auto& events = life().history().events();
  const auto last = std::ranges::find(events, action, &Event::action);
  EXPECT_NE(last, events.end());
  return {events.begin(), std::next(last)};
}

/// The name of the invariant that a town breaks, or nothing.
std::string broken_in(const Town& town, Instant now) {
  Inspector inspector;
  try {
    inspector.look_at_all(town, now);
  } catch (const Breach& breach) {
    return breach.invariant;
  }
  return "";
}

/// Whether this invariant, and not another one that breaks with it, sees what is wrong.
bool sees(std::string_view name, const Town& town, Instant now) {
  for (const TownInvariant& invariant : town_invariants())
    for (std::int64_t id = 1; invariant.name == name && id <= town.last_id(); ++id)
      if (town.find(id) != nullptr && invariant.fault(town, town.at(id), now)) return true;
  return false;
}

TEST(TownInvariants, HoldInATownThatLived) {
  const Rebuilt town{life().history().events()};
  EXPECT_EQ(broken_in(town.town, life().now()), "");
}

TEST(TownInvariants, AMessageThatWaitsForNoOrderIsSeen) {
  const std::vector<Event> events = until(Action::pass_on_hotline);
  EXPECT_TRUE(sees("a message waits at the hotline exactly while its order is open",
                   Rebuilt{events}.town, events.back().at));
}

TEST(TownInvariants, AMessageThatWasDroppedOnAppendingIsSeen) {
  const std::vector<Event> events = until(Action::append);
  EXPECT_TRUE(
      sees("whatever joins another order stays in it", Rebuilt{events}.town, events.back().at));
}

TEST(TownInvariants, AnOrderLinkedToItselfIsSeen) {
  std::vector<Event> events = until(Action::link);
  std::get<cases::Earlier>(events.back().input).matter = {events.back().case_id};
  EXPECT_TRUE(sees("the first order of a matter is in no other matter", Rebuilt{events}.town,
                   events.back().at));
}

TEST(TownInvariants, AStepThatTimeShouldHaveTakenIsSeen) {
  const std::vector<Event> events = until(Action::send);
  EXPECT_TRUE(sees("nothing is left that should have moved by itself", Rebuilt{events}.town,
                   events.back().at + std::chrono::days{60}));
}

TEST(WholeInvariants, ACaseThatIsGoneIsSeen) {
  std::vector<Event> events = life().history().events();
  std::erase_if(events, [](const Event& event) { return event.case_id == 2; });
  EXPECT_EQ(broken_in(Rebuilt{events}.town, life().now()), "nothing that began is lost");
}

TEST(WholeInvariants, ANumberGivenTwiceIsSeen) {
  std::vector<Event> events = until(Action::send);
  events.erase(events.begin(), std::prev(events.end()));
  events.push_back(events.back());
  events.front().case_id = 1;
  events.back().case_id = 2;
  Rebuilt rebuilt{events};
  for (Deputy& deputy : rebuilt.city.deputies) deputy.status = rules::DeputyStatus::active;
  EXPECT_EQ(broken_in(rebuilt.town, events.back().at), "no number is given twice");
}

TEST(WholeInvariants, ACaseThatDiffersFromItsEventsIsSeen) {
  const Event& first = life().history().events().front();
  const Rebuilt town{life().history().events()};
  const Changes changes{{cases::blank_case(first.kind, first.case_id), {first}}};
  Inspector inspector;
  try {
    inspector.look_at(town.town, changes, life().now());
    ADD_FAILURE() << "not seen";
  } catch (const Breach& breach) {
    EXPECT_EQ(breach.invariant, "a case is what its events make of it");
  }
}

TEST(WholeInvariants, EachEndsTheLifeInWhichItIsBroken) {
  Inspector inspector;
  for (int i = 0; i <= int(Whole::same_seed_same_history); ++i) {
    EXPECT_NO_THROW(inspector.check(Whole(i), true, 1, ""));
    EXPECT_THROW(inspector.check(Whole(i), false, 1, ""), Breach);
  }
}

TEST(Lives, ATownBuiltFromFewerEventsIsAnother) {
  std::vector<Event> fewer = life().history().events();
  fewer.pop_back();
  EXPECT_TRUE(Rebuilt{life().history().events()}.town == life().town());
  EXPECT_FALSE(Rebuilt{fewer}.town == life().town());
}

TEST(Lives, TheSameSeedGivesTheSameHistoryAndAnotherAnother) {
  EXPECT_EQ(Lived{12}.life.history().digest(), life().history().digest());
  EXPECT_NE(Lived{13}.life.history().digest(), life().history().digest());
}

TEST(Lives, AreFullOfWhatMustBeRefused) {
  EXPECT_GT(life().told().refused_count, life().told().cases_count / 2);
  EXPECT_GT(life().told().codes.size(), 15U);
}

}  // namespace
}  // namespace mashang::simulate
