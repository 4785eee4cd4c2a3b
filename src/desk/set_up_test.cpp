// A city is set up once, whole, and its people stand where its file puts them.
#include "desk/set_up.h"

#include "desk/desk_fixture.h"
#include "desk/places.h"

namespace mashang::desk {
namespace {

class SetUpTest : public DeskTest {};

TEST_F(SetUpTest, ASecondTimeChangesNothing) {
  EXPECT_FALSE(set_up_city(desk()));
  reopen();
  EXPECT_FALSE(set_up_city(desk()));
  EXPECT_EQ(list_stations(desk(), {}).size(), 2U);
}

TEST_F(SetUpTest, PlacesAreFoundByWhatPeopleType) {
  EXPECT_EQ(list_stations(desk(), {.text = "样例"}).at(0).code, "S2");
  EXPECT_TRUE(list_stations(desk(), {.text = "没有这个"}).empty());
  EXPECT_TRUE(list_stations(desk(), {.text = "%"}).empty()) << "% is a character like others";
  EXPECT_EQ(list_stations(desk(), {.where = "430406"}).at(0).code, "S1");
  EXPECT_EQ(list_units(desk(), "住建").at(0).name, "住建局");
}

TEST_F(SetUpTest, AStationShowsWhoServesAndNoNumbers) {
  const auto station = show_station(desk(), "S1");
  ASSERT_TRUE(station);
  EXPECT_EQ(station->county.name, "雁峰区");
  EXPECT_EQ(station->open_days.en, "Wednesdays");
  EXPECT_EQ(station->deputy_count, 1);
  ASSERT_EQ(station->deputies->size(), 1U) << "the suspended one is left out";
  EXPECT_EQ(station->deputies->at(0).name, "王试一");
  EXPECT_FALSE(show_station(desk(), "S9"));
}

TEST_F(SetUpTest, ASuspendedDeputysPageSaysSoAndNamesTheStation) {
  EXPECT_EQ(show_deputy(desk(), "D2")->status, rules::DeputyStatus::suspended);
  EXPECT_EQ(show_deputy(desk(), "D2")->station.code, "S1");
  EXPECT_FALSE(show_deputy(desk(), "D9"));
}

TEST_F(SetUpTest, StaffBelongWhereTheFileSays) {
  EXPECT_EQ(affiliation_of(desk(), staff("station")).station->name, "示例街道联络站");
  EXPECT_EQ(affiliation_of(desk(), staff("county-office")).region->name, "雁峰区");
  EXPECT_EQ(affiliation_of(desk(), staff("police")).unit->name, "交警支队");
  EXPECT_FALSE(affiliation_of(desk(), staff("reviewer")).unit);
}

}  // namespace
}  // namespace mashang::desk
