// The description of the API names every route with what it takes and may answer; the shapes are
// compared by web/api (npm run check).
#include "commands/openapi.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "rules/actions.h"
#include "rules/rules_fixture.h"

namespace mashang::commands {
namespace {

namespace json = boost::json;

json::object described() {
  auto city = desk::read_city(MASHANG_ROOT "/data", "hengyang", "hunan-hengyang-2022");
  EXPECT_TRUE(city) << city.error();
  return json::parse(describe_api(*city)).as_object();
}

/// "POST /api/v1/orders/{id}/receipt  Nothing  201 400 401": one line a route.
std::string line(std::string method, std::string_view path, const json::object& route) {
  for (char& letter : method) letter = char(std::toupper(static_cast<unsigned char>(letter)));
  std::string text = rules::column(method, 7) + rules::column(std::string(path), 44);
  for (const auto& [status, answer] : route.at("responses").as_object())
    text += " " + std::string(status);
  return text + "\n";
}

TEST(OpenApi, GoldenRoutes) {
  std::string text = "Every route of the API and the statuses it answers with. ./dev bless.\n\n";
  const json::object description = described();
  for (const auto& [path, methods] : description.at("paths").as_object())
    for (const auto& [method, route] : methods.as_object())
      text += line(method, path, route.as_object());
  rules::expect_golden("routes.txt", text);
}

TEST(OpenApi, EveryActionOfTheTableHasItsRoute) {
  const json::object description = described();
  const json::object& paths = description.at("paths").as_object();
  for (const rules::ActionNoun& row : rules::kActionNouns) {
    const std::string path =
        "/api/v1/" + rules::name_of(row.kind) + "s/{id}/" + std::string(row.noun);
    ASSERT_TRUE(paths.contains(path)) << path;
    EXPECT_TRUE(paths.at(path).as_object().contains("post")) << path;
  }
}

TEST(OpenApi, EveryShapeThatIsNamedIsThere) {
  const json::object description = described();
  const json::object& shapes = description.at("components").at("schemas").as_object();
  const std::string text = json::serialize(description);
  const std::string mark = "\"#/components/schemas/";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const std::size_t start = at + mark.size();
    const std::string name = text.substr(start, text.find('"', start) - start);
    ASSERT_TRUE(shapes.contains(name)) << name;
  }
}

}  // namespace
}  // namespace mashang::commands
