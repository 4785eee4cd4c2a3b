// Values go in and come out as what they were; whatever does not fit is a Fault.
#include "store/connection.h"

#include <gmock/gmock.h>
#include <boost/describe/enum.hpp>

#include "store/testing.h"

namespace mashang::store {
namespace {

using namespace std::chrono_literals;

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Thing {
  UnitId id;
  std::string name;
  bool urgent;
  Instant at;
  Colour colour;
  std::optional<std::string> note;
  std::optional<Instant> ended;

  bool operator==(const Thing&) const = default;
};

Thing read_thing(Row& row) {
  return {.id = row.take<UnitId>(),
          .name = row.take<std::string>(),
          .urgent = row.take<bool>(),
          .at = row.take<Instant>(),
          .colour = row.take<Colour>(),
          .note = row.take<std::optional<std::string>>(),
          .ended = row.take<std::optional<Instant>>()};
}

class ConnectionTest : public testing::Test {
 protected:
  ConnectionTest() {
    connection.run_script(
        "create table thing (id integer primary key, name text unique, urgent integer, at bigint,"
        " colour text, note text, ended bigint)");
  }

  void insert(const Thing& t) {
    connection.run("insert into thing values ($1, $2, $3, $4, $5, $6, $7)", t.id, t.name, t.urgent,
                   t.at, t.colour, t.note, t.ended);
  }

  TestFolder folder;
  Connection connection{folder.path() / "test.db", Connection::Access::read_write};
};

TEST_F(ConnectionTest, GivesBackWhatWasBound) {
  const Thing full{{1}, "名\0字", true, Instant{1ms}, Colour::green, "", Instant{-5ms}};
  const Thing bare{{1'000'000'000'000}, "", false, Instant{}, Colour::red, {}, {}};
  insert(full);
  insert(bare);
  EXPECT_THAT((connection.all("select * from thing order by id", read_thing)),
              testing::ElementsAre(full, bare));
}

TEST_F(ConnectionTest, SaysHowManyRowsWereTouched) {
  insert({{1}, "a", false, {}, Colour::red, {}, {}});
  insert({{2}, "b", false, {}, Colour::red, {}, {}});
  EXPECT_EQ(connection.run("update thing set note = $1", "x"), 2);
  EXPECT_EQ(connection.run("update thing set note = $1 where id = $2", "y", 7), 0);
}

TEST_F(ConnectionTest, ReturnsTheNewId) {
  const auto id =
      connection.value<UnitId>("insert into thing (name) values ($1) returning id", "a");
  EXPECT_EQ(id, UnitId{1});
  EXPECT_EQ(connection.value<UnitId>("select id from thing where name = $1", "b"), std::nullopt);
}

TEST_F(ConnectionTest, RefusesARowThatDoesNotHoldWhatIsAskedFor) {
  connection.run("insert into thing (id, name, urgent, colour) values (1, 'a', 'yes', 'blue')");
  const auto reading = [&](auto take, const char* column) {
    return fault_of([&] { connection.one("select " + std::string(column) + " from thing", take); });
  };
  const auto number = [](Row& row) { return row.take<std::int64_t>(); };
  EXPECT_EQ(reading(number, "urgent").sentence(),
            "Column urgent of a stored row does not hold a number.");
  EXPECT_EQ(reading(number, "note").kind(), FaultKind::broken_row);
  EXPECT_EQ(reading([](Row& row) { return row.take<Colour>(); }, "colour").sentence(),
            "A stored row holds the unknown name blue.");
}

TEST_F(ConnectionTest, TellsABrokenConstraintFromWrongSql) {
  connection.run("insert into thing (name) values ('a')");
  const auto running = [&](const char* sql) {
    return fault_of([&] { connection.run(sql); }).kind();
  };
  EXPECT_EQ(running("insert into thing (name) values ('a')"), FaultKind::constraint);
  EXPECT_EQ(running("insert into nothing values (1)"), FaultKind::bug);
}

TEST_F(ConnectionTest, RefusesASecondRowWhereOneWasMeant) {
  connection.run("insert into thing (name) values ('a'), ('b')");
  EXPECT_EQ(fault_of([&] { connection.value<UnitId>("select id from thing"); }).kind(),
            FaultKind::bug);
}

TEST_F(ConnectionTest, CanNotWriteWhenOnlyReading) {
  Connection reader(folder.path() / "test.db", Connection::Access::read_only);
  EXPECT_EQ(reader.value<std::int64_t>("select count(*) from thing"), 0);
  EXPECT_THROW(reader.run("insert into thing (name) values ('a')"), Fault);
}

}  // namespace
}  // namespace mashang::store
