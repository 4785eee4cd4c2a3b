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
  EXPECT_EQ(station->open_days.zh, "每周三 15:00—17:00");
  EXPECT_EQ(station->open_days.en, "Wednesdays, 15:00 to 17:00");
  ASSERT_EQ(station->next_open.size(), 3U);
  EXPECT_EQ(format_day(station->next_open[0].day), "2026-11-25");
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

TEST_F(SetUpTest, TheStationsDaysAreForWhoBelongsToIt) {
  const auto clerk = list_station_days(desk(), staff("station"));
  ASSERT_TRUE(clerk);
  EXPECT_EQ(clerk->size(), 9U) << "Wednesdays until 23 January";
  EXPECT_EQ(clerk->front().station.code, "S1");
  EXPECT_EQ(list_station_days(desk(), deputy("D3"))->front().from, "8:30");
  EXPECT_FALSE(list_station_days(desk(), resident()));
  EXPECT_FALSE(list_station_days(desk(), staff("police")));
}

}  // namespace
}  // namespace mashang::desk
