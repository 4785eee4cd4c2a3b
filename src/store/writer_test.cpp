// Group commit: a job that fails is alone with it, and an answer means that the job is on disk.
#include "store/writer.h"

#include <gmock/gmock.h>

#include <atomic>
#include <latch>

#include "store/testing.h"

namespace mashang::store {
namespace {

class WriterTest : public testing::Test {
 protected:
  WriterTest() {
    connection.run_script("create table job (number integer primary key, text text)");
  }

  static std::int64_t insert(Connection& c, std::int64_t number) {
    c.run("insert into job (number) values ($1)", number);
    return number;
  }

  std::vector<std::int64_t> kept() {
    return connection.all("select number from job order by number",
                          [](Row& row) { return row.take<std::int64_t>(); });
  }

  /// Holds the writer thread inside a job, so that what follows waits and goes into one batch.
  void hold(Writer& writer, std::latch& until) {
    const bool queued =
        writer.submit([&until](Connection&) { return until.wait(), 0; }, [](Outcome<int>) {});
    ASSERT_TRUE(queued);
  }

  TestFolder folder;
  Connection connection{folder.path() / "test.db", Connection::Access::read_write};
};

TEST_F(WriterTest, UndoesAJobThatThrowsAndNoOther) {
  Writer writer(connection, {});
  std::latch all_waiting{1};
  hold(writer, all_waiting);
  std::vector<std::int64_t> done;
  std::vector<std::string> failed;
  for (std::int64_t number = 0; number < 200; ++number) {
    const auto work = [number](Connection& c) {
      insert(c, number);
      if (number % 4 == 0) throw std::runtime_error("job " + std::to_string(number));
      return number;
    };
    const auto handler = [&](Outcome<std::int64_t> outcome) {
      outcome ? done.push_back(*outcome) : failed.push_back(outcome.error().sentence());
    };
    ASSERT_TRUE(writer.submit(work, handler));
  }
  all_waiting.count_down();
  writer.stop();
  EXPECT_EQ(done.size(), 150U);
  EXPECT_EQ(failed.size(), 50U);
  EXPECT_EQ(failed[1], "job 4");
  EXPECT_EQ(kept(), done);
}

TEST_F(WriterTest, AnswersOnlyWhatAnotherConnectionCanSee) {
  Connection reader(folder.path() / "test.db", Connection::Access::read_only);
  Writer writer(connection, {});
  for (std::int64_t number = 0; number < 20; ++number) {
    ASSERT_TRUE(writer.run([=](Connection& c) { return insert(c, number); }));
    EXPECT_EQ(reader.value<std::int64_t>("select max(number) from job"), number);
  }
}

TEST_F(WriterTest, KeepsNothingWhenTheCommitFails) {
  connection.run_script(
      "create table parent (id integer primary key);"
      "create table child (parent integer references parent (id) deferrable initially deferred)");
  Writer writer(connection, {});
  std::latch all_waiting{1};
  hold(writer, all_waiting);
  std::vector<FaultKind> faults;
  const auto handler = [&](Outcome<std::int64_t> outcome) {
    faults.push_back(outcome.error().kind());
  };
  const auto orphan = [](Connection& c) { return c.run("insert into child values (1)"); };
  ASSERT_TRUE(writer.submit([](Connection& c) { return insert(c, 1); }, handler));
  ASSERT_TRUE(writer.submit(orphan, handler));
  all_waiting.count_down();
  writer.stop();
  EXPECT_THAT(faults, testing::ElementsAre(FaultKind::constraint, FaultKind::constraint));
  EXPECT_THAT(kept(), testing::IsEmpty());
}

TEST_F(WriterTest, SaysThatTheDiskIsFullAndGoesOnWhenItIsNot) {
  connection.run_script("pragma max_page_count = 40");
  Writer writer(connection, {});
  const auto big = [](std::int64_t number) {
    return [number](Connection& c) {
      return c.run("insert into job values ($1, $2)", number, std::string(60'000, 'x'));
    };
  };
  ASSERT_TRUE(writer.run(big(1)));
  ASSERT_TRUE(writer.run(big(2)));
  const Fault fault = fault_of([&] { (void)writer.run(big(3)); });
  EXPECT_EQ(fault.kind(), FaultKind::disk_full);
  EXPECT_EQ(fault.sentence(), "The disk is full; nothing was written.");
  ASSERT_TRUE(writer.run([](Connection& c) { return c.run("delete from job where number = 1"); }));
  ASSERT_TRUE(writer.run(big(4)));
  writer.stop();
  EXPECT_THAT(kept(), testing::ElementsAre(2, 4));
}

TEST_F(WriterTest, RefusesWhenTooManyWait) {
  Writer writer(connection, {.waiting_max = 2, .batch_max = 2});
  std::latch release{1};
  std::latch held{1};
  const auto block = [&](Connection&) { return held.count_down(), release.wait(), 0; };
  ASSERT_TRUE(writer.submit(block, [](Outcome<int>) {}));
  held.wait();
  const auto work = [](Connection&) { return 0; };
  std::atomic<int> answers{0};
  const auto handler = [&](Outcome<int>) { ++answers; };
  EXPECT_TRUE(writer.submit(work, handler));
  EXPECT_TRUE(writer.submit(work, handler));
  EXPECT_FALSE(writer.submit(work, handler));
  EXPECT_FALSE(writer.run(work)) << "Busy is a value, not a fault";
  release.count_down();
  writer.stop();
  EXPECT_EQ(answers, 2);
  EXPECT_FALSE(writer.submit(work, handler)) << "stopped";
}

TEST_F(WriterTest, AnswersEveryJobOfManyThreadsBeforeItStops) {
  Writer writer(connection, {});
  std::atomic<int> answers{0};
  std::vector<std::thread> threads;
  for (std::int64_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::int64_t i = 0; i < 100; ++i) {
        const auto work = [=](Connection& c) { return insert(c, t * 100 + i); };
        ASSERT_TRUE(writer.submit(work, [&](Outcome<std::int64_t> o) { answers += bool(o); }));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  writer.stop();
  EXPECT_EQ(answers, 400);
  EXPECT_EQ(kept().size(), 400U);
}

}  // namespace
}  // namespace mashang::store
