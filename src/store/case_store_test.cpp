// Cases come back as they were saved, are never overwritten unseen, and are refused when broken.
#include "store/case_store.h"

#include <gmock/gmock.h>

#include "store/city_fixture.h"
#include "store/clock_store.h"
#include "store/event_store.h"
#include "store/message_store.h"
#include "store/order_store.h"

namespace mashang::store {
namespace {

using namespace std::chrono_literals;
using rules::Action;
using rules::CaseKind;
using rules::Clock;
using rules::State;
using testing::HasSubstr;

using CaseStoreTest = CityTest;

TEST_F(CaseStoreTest, GivesAMessageBackAsItWasSaved) {
  Journey sent = sent_message(connection, city);
  EXPECT_EQ(sent.save(connection), 1);
  EXPECT_EQ(load_case(connection, CaseKind::message, 1), sent.standing);

  const cases::Actor deputy{rules::Role::deputy, city.deputy_person, "王试一"};
  sent.step(Action::answer, State::answered, cases::Words{{"已报修"}}, kStart + 1h, deputy,
            {Clock::look_limit}, {sample_clock(Clock::rating_window, 1, kStart + 1h, 168h)});
  EXPECT_EQ(sent.save(connection), 2);
  const auto loaded = load_message(connection, MessageId{1});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->head, sent.head()) << "clocks and the milliseconds of its times included";
  EXPECT_EQ(loaded->head.clocks.at(0).stopped_at, kStart + 1h);
  EXPECT_EQ(loaded->answers.at(0).text, "已报修");
}

TEST_F(CaseStoreTest, GivesAnOrderBackAsItWasSaved) {
  ASSERT_TRUE(sent_message(connection, city).save(connection));
  Journey order = submitted_order(connection, city, 1);
  ASSERT_TRUE(order.save(connection));
  const cases::Actor reviewer{rules::Role::reviewer, city.clerk, "李样本"};
  order.step(Action::accept, State::accepted, cases::Accept{rules::Category::help, true},
             kStart + 1h, reviewer, {Clock::review_limit},
             {sample_clock(Clock::dispatch_limit, 1, kStart + 1h, 1h)});
  order.step(Action::dispatch, State::dispatched,
             cases::Dispatched{.unit = city.unit, .unit_name = "市住建局"}, kStart + 2h, reviewer,
             {Clock::dispatch_limit}, {sample_clock(Clock::work_limit, 1, kStart + 2h, 24h)});
  EXPECT_EQ(order.save(connection), 3) << "two events, the first of them third in the chain";
  const auto loaded = load_order(connection, OrderId{1});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->head, order.head());
  EXPECT_EQ(loaded->work.unit, city.unit);
  EXPECT_EQ(order_of_message(connection, MessageId{1}), OrderId{1});
}

TEST_F(CaseStoreTest, KnowsNoCaseThatIsNotThere) {
  EXPECT_EQ(load_case(connection, CaseKind::message, 7), std::nullopt);
  EXPECT_EQ(load_case(connection, CaseKind::order, 7), std::nullopt);
  EXPECT_EQ(order_of_message(connection, MessageId{7}), std::nullopt);
}

TEST_F(CaseStoreTest, WritesNothingWhenSomebodyWasFaster) {
  Journey first = sent_message(connection, city);
  ASSERT_TRUE(first.save(connection));
  Journey second = first;
  const cases::Actor deputy{rules::Role::deputy, city.deputy_person, "王试一"};
  first.step(Action::comment, State::with_deputy, cases::Words{{"先"}}, kStart + 1h, deputy);
  second.step(Action::comment, State::with_deputy, cases::Words{{"后"}}, kStart + 2h, deputy);
  ASSERT_TRUE(first.save(connection));
  EXPECT_EQ(second.save(connection), std::nullopt);
  EXPECT_EQ(load_message(connection, MessageId{1})->head, first.head());
  EXPECT_EQ(last_seq(connection), 2);
}

TEST_F(CaseStoreTest, GivesEventsBackAsTheyHappened) {
  Journey sent = sent_message(connection, city);
  const cases::Event event = sent.events.front();
  ASSERT_TRUE(sent.save(connection));
  const auto events = events_of(connection, CaseKind::message, 1);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].event.at, event.at);
  EXPECT_EQ(events[0].event.actor, event.actor);
  EXPECT_EQ(std::get<cases::Send>(events[0].event.input).sender,
            std::get<cases::Send>(event.input).sender);
}

TEST_F(CaseStoreTest, NeverChangesOrForgetsAnEvent) {
  ASSERT_TRUE(sent_message(connection, city).save(connection));
  const auto refusal = [&](const char* sql) {
    return fault_of([&] { connection.run(sql); }).sentence();
  };
  EXPECT_THAT(refusal("update event set actor_name = 'x'"),
              HasSubstr("the timeline is append-only"));
  EXPECT_THAT(refusal("delete from event"), HasSubstr("the timeline is append-only"));
}

TEST_F(CaseStoreTest, RefusesABrokenRow) {
  ASSERT_TRUE(sent_message(connection, city).save(connection));
  const auto after = [&](const char* sql) {
    connection.run("savepoint whole");
    connection.run(sql);
    const Fault fault = fault_of([&] { load_message(connection, MessageId{1}); });
    connection.run("rollback to whole");
    EXPECT_EQ(fault.kind(), FaultKind::broken_row);
    return fault.sentence();
  };
  EXPECT_EQ(after("update message set state = 'lost'"),
            "A stored row holds the unknown name lost.");
  EXPECT_EQ(after("update message set doc = '{}'"),
            "The stored message 1 is broken: its document can't be read.");
  const std::string contradiction =
      "The stored message 1 is broken: its columns contradict its document or its clocks.";
  EXPECT_EQ(after("update message set state = 'answered'"), contradiction);
  EXPECT_EQ(after("update message set version = 2"), contradiction);
  EXPECT_EQ(after("update message set updated_at = updated_at + 1000"), contradiction);
  EXPECT_EQ(after("update message set next_due = next_due + 1"), contradiction);
  EXPECT_EQ(after("delete from clock"), contradiction);
}

TEST_F(CaseStoreTest, FindsTheClocksThatRanOut) {
  ASSERT_TRUE(sent_message(connection, city, 72h).save(connection));
  ASSERT_TRUE(sent_message(connection, city, 48h).save(connection));
  EXPECT_THAT(cases_overdue(connection, Clock::look_limit, kStart + 48h, 10), testing::IsEmpty());
  EXPECT_THAT(cases_overdue(connection, Clock::look_limit, kStart + 100h, 10),
              testing::ElementsAre(CaseRef{CaseKind::message, 2}, CaseRef{CaseKind::message, 1}));
}

}  // namespace
}  // namespace mashang::store
