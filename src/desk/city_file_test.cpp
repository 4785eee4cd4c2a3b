// Reading a city: the one that is shipped is whole, and whoever spoils a file is told where and
// what, all at once.
#include <gmock/gmock.h>

#include <fstream>

#include "desk/city.h"
#include "rules/rules_fixture.h"
#include "store/testing.h"

namespace mashang::desk {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kRulebook = "hunan-hengyang-2022";

class CityFileTest : public testing::Test {
 protected:
  store::TestFolder folder;
  const fs::path data = folder.path() / "data";

  CityFileTest() { fs::copy(MASHANG_ROOT "/data", data, fs::copy_options::recursive); }

  void replace(const fs::path& file, const std::string& what, const std::string& by) {
    std::string text = rules::file_text("data/" + file.string());
    const std::size_t at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    text.replace(at, what.size(), by);
    std::ofstream(data / file, std::ios::binary) << text;
  }
  std::string complaints() {
    const auto city = read_city(data, "hengyang", kRulebook);
    EXPECT_FALSE(city) << "was read";
    return city ? "" : city.error();
  }
};

TEST_F(CityFileTest, TheShippedCityIsWhole) {
  const auto city = read_city(data, "hengyang", kRulebook);
  ASSERT_TRUE(city) << city.error();
  EXPECT_EQ(city->file.name.zh, "衡阳市");
  EXPECT_FALSE(city->file.deputies.empty());
  EXPECT_EQ(city->regulation().rulebooks.all().front().id, kRulebook);
}

TEST_F(CityFileTest, ThePeopleOfTheShippedCityAreInventedAndHaveTestNumbers) {
  const auto city = read_city(data, "hengyang", kRulebook);
  ASSERT_TRUE(city);
  for (const DeputyRow& deputy : city->file.deputies)
    EXPECT_THAT(deputy.phone, testing::MatchesRegex("1[59]4[0-9]{8}")) << deputy.name;
}

TEST_F(CityFileTest, ANameThatPointsToNothingIsToldWithItsRow) {
  replace("hengyang/city.json", R"("station": "S9P69H", "levels")", R"("station": "S0", "levels")");
  replace("labels/en.json", "\"with_deputy\"", "\"with_deptuy\"");
  const std::string all = complaints();
  EXPECT_THAT(all, HasSubstr("deputy D9RATC: no station S0"));
  EXPECT_THAT(all, HasSubstr("city.json: "));
  EXPECT_THAT(all, HasSubstr("with_deputy: This word is missing in en.json"));
  EXPECT_THAT(all, HasSubstr("with_deptuy: This word is missing in zh.json"));
}

TEST_F(CityFileTest, AMissingFileIsToldByItsName) {
  fs::remove(data / "limits" / "hunan-hengyang-2022.toml");
  fs::remove_all(data / "calendar");
  const std::string all = complaints();
  EXPECT_THAT(all, HasSubstr("hunan-hengyang-2022.toml: can't be opened"));
  EXPECT_THAT(all, HasSubstr("calendar: has no calendar file"));
}

TEST_F(CityFileTest, ACalendarFileOfAnotherYearIsRefused) {
  fs::copy_file(data / "calendar" / "2026.json", data / "calendar" / "2027.json");
  EXPECT_THAT(complaints(), HasSubstr("2027.json: /year: This should be the notice for 2027"));
}

TEST_F(CityFileTest, AnUnknownRoleIsRefused) {
  replace("hengyang/city.json", R"("role": "callback")", R"("role": "mayor")");
  EXPECT_THAT(complaints(), HasSubstr("/staff/2/role"));
}

TEST_F(CityFileTest, AnUnknownCityHasNoFile) {
  const auto city = read_city(data, "atlantis", kRulebook);
  ASSERT_FALSE(city);
  EXPECT_THAT(city.error(), HasSubstr("can't be opened"));
}

TEST_F(CityFileTest, AnOpeningRuleThatCannotBeCountedIsRefused) {
  replace("hengyang/city.json", R"("days": [10])", R"("days": [40])");
  EXPECT_THAT(complaints(), HasSubstr("station S9P69H: open: days go from 1 to 31"));
}

TEST_F(CityFileTest, ATemplateInOneLanguageIsRefused) {
  replace("hengyang/answer_templates.json", R"(, "en": "Received, first word")", "");
  EXPECT_THAT(complaints(), HasSubstr("answer_templates.json: /0/title/en"));
}

}  // namespace
}  // namespace mashang::desk
