// Opening, sharing, upgrading and losing a data folder.
#include "store/database.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "store/migrations.h"
#include "store/testing.h"

namespace mashang::store {
namespace {

using testing::HasSubstr;

std::int64_t add_region(Connection& c, const std::string& code) {
  return c.run("insert into region (code, name) values ($1, $1)", code);
}

std::int64_t count_regions(Connection& c) {
  return *c.value<std::int64_t>("select count(*) from region");
}

TEST(DatabaseTest, MakesAFolderForItsOwnerOnly) {
  TestFolder folder;
  const auto path = folder.path() / "new" / "data";
  Database database({.folder = path});
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

TEST(DatabaseTest, KeepsWhatWasWrittenWhenOpenedAgain) {
  TestFolder folder;
  {
    Database database({.folder = folder.path()});
    ASSERT_TRUE(database.write([](Connection& c) { return add_region(c, "430400"); }));
  }
  Database database({.folder = folder.path()});
  EXPECT_EQ(database.read(count_regions), 1);
}

TEST(DatabaseTest, ReadsOneStateHoweverManyStatements) {
  TestFolder folder;
  Database database({.folder = folder.path(), .reader_count = 1});
  database.read([&](Connection& c) {
    EXPECT_EQ(count_regions(c), 0);
    EXPECT_TRUE(database.write([](Connection& w) { return add_region(w, "430400"); }));
    EXPECT_EQ(count_regions(c), 0);
  });
  EXPECT_EQ(database.read(count_regions), 1);
}

TEST(DatabaseTest, GivesTheConnectionBackWhenAReadFails) {
  TestFolder folder;
  Database database({.folder = folder.path(), .reader_count = 1});
  const auto bad = [](Connection& c) { return c.run("select nothing"); };
  EXPECT_THROW(database.read(bad), Fault);
  EXPECT_EQ(database.read(count_regions), 0);
}

TEST(DatabaseTest, RefusesAFolderThatIsInUse) {
  TestFolder folder;
  Database database({.folder = folder.path()});
  const Fault fault = fault_of([&] { Database second({.folder = folder.path()}); });
  EXPECT_EQ(fault.kind(), FaultKind::in_use);
  EXPECT_THAT(fault.sentence(), HasSubstr("is in use by another running server"));
}

TEST(DatabaseTest, RefusesDataOfANewerProgram) {
  TestFolder folder;
  { Database database({.folder = folder.path()}); }
  Connection(folder.path() / "mashang.db", Connection::Access::read_write)
      .run_script("pragma user_version = 9999");
  const Fault fault = fault_of([&] { Database database({.folder = folder.path()}); });
  EXPECT_EQ(fault.kind(), FaultKind::newer_schema);
  EXPECT_THAT(fault.sentence(), HasSubstr("newer version of this program (schema 9999;"));
}

TEST(DatabaseTest, RefusesAFileThatIsNoDatabase) {
  TestFolder folder;
  std::FILE* file = std::fopen((folder.path() / "mashang.db").c_str(), "w");
  std::fputs(std::string(8192, 'x').c_str(), file);
  std::fclose(file);
  EXPECT_EQ(fault_of([&] { Database database({.folder = folder.path()}); }).kind(),
            FaultKind::unreadable);
}

TEST(MigrationTest, RunsOnlyTheStepsThatAreMissing) {
  TestFolder folder;
  Connection connection(folder.path() / "test.db", Connection::Access::read_write);
  const std::array<std::string_view, 1> first{"create table a (x integer)"};
  const std::array<std::string_view, 2> second{first[0], "insert into a values (2)"};
  migrate(connection, first);
  migrate(connection, second);
  migrate(connection, second);
  EXPECT_EQ(connection.value<std::int64_t>("select sum(x) from a"), 2);
}

TEST(MigrationTest, LeavesTheFileAsItWasWhenAStepFails) {
  TestFolder folder;
  Connection connection(folder.path() / "test.db", Connection::Access::read_write);
  const std::array<std::string_view, 2> steps{"create table a (x integer)", "create tabel b (x)"};
  EXPECT_THROW(migrate(connection, steps), Fault);
  EXPECT_EQ(connection.value<std::int64_t>("pragma user_version"), 0);
  EXPECT_EQ(connection.value<std::int64_t>("select count(*) from sqlite_schema"), 0);
}

/// Writes for ever, and tells through the pipe what was answered as written.
[[noreturn]] void write_until_killed(const std::filesystem::path& folder, int pipe_end) {
  Database database({.folder = folder});
  for (std::int64_t next = 0;; ++next) {
    const auto work = [next](Connection& c) { return add_region(c, std::to_string(next)), next; };
    const auto tell = [pipe_end](Outcome<std::int64_t> outcome) {
      if (::write(pipe_end, &*outcome, sizeof(std::int64_t)) < 0) ::_exit(1);
    };
    while (!database.submit(work, tell)) ::usleep(100);
  }
}

TEST(DatabaseTest, HasEveryAnsweredWriteAfterAKill) {
  TestFolder folder;
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const pid_t child = ::fork();
  if (child == 0) write_until_killed(folder.path(), ends[1]);
  ::close(ends[1]);
  std::int64_t answered = -1;
  while (answered < 500 && ::read(ends[0], &answered, sizeof answered) == sizeof answered) continue;
  ::kill(child, SIGKILL);
  // What was answered between the 500th and the kill still stands in the pipe.
  while (::read(ends[0], &answered, sizeof answered) == sizeof answered) continue;
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  ASSERT_GE(answered, 500);

  Database database({.folder = folder.path()});
  const auto below = [&](Connection& c) {
    return c.value<std::int64_t>("select count(*) from region where cast(code as bigint) <= $1",
                                 answered);
  };
  EXPECT_EQ(database.read(below), answered + 1);
  EXPECT_EQ(
      database.read([](Connection& c) { return c.value<std::string>("pragma integrity_check"); }),
      "ok");
}

}  // namespace
}  // namespace mashang::store
