// The route table: what an address finds, and the description made from it.
#include "http/route.h"

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "base/bounded_text.h"
#include "http/body.h"
#include "http/openapi.h"
#include "http/problem.h"

namespace mashang::http {
namespace {

struct Wish {
  BoundedText<1, 20> text;
  int urgency = 0;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (text, urgency))

Handler says(std::string word) {
  return [word](const Request&) { return json(200, word); };
}

RouteTable table_of_tests() {
  RouteTable table;
  table.add({.method = Method::get, .pattern = "/", .handler = says("root"), .described = false});
  table.add({.method = Method::get,
             .pattern = "/api/v1/wishes/{id}",
             .handler = says("wish"),
             .doc = {.tag = "wishes",
                     .summary = "One wish",
                     .response = &json::shape_of<Wish>(),
                     .statuses = {200, 404}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/wishes",
             .handler = says("new"),
             .doc = {.summary = "A new wish",
                     .request = &json::shape_of<Wish>(),
                     .response = &json::shape_of<Wish>(),
                     .statuses = {201}}});
  table.add({.method = Method::get, .pattern = "/api/v1/wishes/mine", .handler = says("mine")});
  table.add({.method = Method::get, .pattern = "/api/v1/{what}/mine/all", .handler = says("all")});
  table.add({.method = Method::get, .pattern = "/m/{file*}", .handler = says("file")});
  return table;
}

std::string found(const RouteTable& table, Method method, std::string_view path) {
  std::vector<PathParam> params;
  const RouteMatch match = table.find(method, path, params);
  if (match.malformed) return "malformed";
  if (match.route == nullptr) return match.address_known ? "wrong method" : "nothing";
  std::string text = match.route->pattern;
  for (const PathParam& param : params) text += " " + std::string(param.name) + "=" + param.value;
  return text;
}

TEST(Routes, PrefersLiteralsAndTakesParameters) {
  const RouteTable table = table_of_tests();
  EXPECT_EQ(found(table, Method::get, "/"), "/");
  EXPECT_EQ(found(table, Method::get, "/api/v1/wishes/7"), "/api/v1/wishes/{id} id=7");
  EXPECT_EQ(found(table, Method::head, "/api/v1/wishes/mine"), "/api/v1/wishes/mine");
  EXPECT_EQ(found(table, Method::get, "/api/v1/wishes/mine/all"),
            "/api/v1/{what}/mine/all what=wishes");
  EXPECT_EQ(found(table, Method::get, "/m/a/b%20c.js"), "/m/{file*} file=a/b c.js");
  EXPECT_EQ(found(table, Method::get, "/m/"), "/m/{file*} file=");
}

TEST(Routes, TellsUnknownFromNotAllowed) {
  const RouteTable table = table_of_tests();
  EXPECT_EQ(found(table, Method::get, "/api/v1/wishes"), "wrong method");
  EXPECT_EQ(found(table, Method::get, "/api/v1"), "nothing");
  EXPECT_EQ(found(table, Method::get, "/api/v1/wishes/"), "nothing");
  EXPECT_EQ(found(table, Method::get, "*"), "nothing");
  EXPECT_EQ(found(table, Method::get, "/api/v1/wishes/%00"), "malformed");
  EXPECT_EQ(table.allowed("/api/v1/wishes/7"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(table.allowed("/api/v1/wishes"), "POST, OPTIONS");
}

TEST(Routes, RefusesADouble) {
  RouteTable table = table_of_tests();
  EXPECT_THROW(table.add({.method = Method::get, .pattern = "/", .handler = says("again")}),
               std::logic_error);
}

TEST(OpenApi, DescribesWhatIsServed) {
  const auto document = boost::json::parse(openapi_text(table_of_tests(), "1.0")).as_object();
  EXPECT_EQ(document.at("openapi").as_string(), "3.1.0");
  const auto& paths = document.at("paths").as_object();
  EXPECT_FALSE(paths.contains("/"));
  const auto& get = paths.at("/api/v1/wishes/{id}").at("get").as_object();
  EXPECT_EQ(get.at("operationId").as_string(), "get_wishes_id");
  EXPECT_EQ(get.at("parameters").at(0).at("in").as_string(), "path");
  const auto& post = paths.at("/api/v1/wishes").at("post").as_object();
  EXPECT_EQ(post.at("requestBody")
                .at("content")
                .at("application/json")
                .at("schema")
                .at("$ref")
                .as_string(),
            "#/components/schemas/Wish");
  const auto& schemas = document.at("components").at("schemas").as_object();
  EXPECT_EQ(schemas.at("Wish").at("properties").at("text").at("maxLength").as_int64(), 20);
  EXPECT_FALSE(schemas.at("Wish").as_object().contains("x-type"));
  EXPECT_TRUE(schemas.contains("Problem"));
}

Request with_body(std::string_view type, std::string body) {
  Request request;
  request.headers.add("Content-Type", type);
  request.headers.add("Accept-Language", "en");
  request.body = std::move(body);
  return request;
}

TEST(Body, SaysWhatIsWrongWithIt) {
  const auto good = read_body<Wish>(
      with_body("application/json; charset=utf-8", R"({"text":" light ","urgency":1})"));
  ASSERT_TRUE(good);
  EXPECT_EQ(good->text.value, "light");
  EXPECT_EQ(read_body<Wish>(with_body("text/plain", "{}")).error().status, 415);
  EXPECT_EQ(read_body<Wish>(with_body("application/json", "{")).error().status, 400);
  const Response fields = read_body<Wish>(with_body("application/json", "{}")).error();
  EXPECT_EQ(fields.status, 422);
  EXPECT_EQ(fields.type, kProblemJson);
  const auto body = boost::json::parse(fields.body).as_object();
  EXPECT_EQ(body.at("code").as_string(), "invalid_fields");
  EXPECT_EQ(body.at("title").as_string(), "Fields need correction");
  EXPECT_EQ(body.at("errors").at(1).at("path").as_string(), "/urgency");
}

TEST(Problem, CarriesBasisVersionAndChanges) {
  const Response response = problem({.status = 409,
                                     .code = "returned_before",
                                     .text = {"已经退过一次", "It was returned before"},
                                     .basis = {{"hengyang-2022", "returns", {"退件", "Returns"}}},
                                     .version = 7,
                                     .changes = R"([{"seq":1}])"},
                                    Language::zh);
  const auto body = boost::json::parse(response.body).as_object();
  EXPECT_EQ(body.at("type").as_string(), "/problems/returned_before");
  EXPECT_EQ(body.at("detail").as_string(), "已经退过一次");
  EXPECT_EQ(body.at("basis").at("article").as_string(), "returns");
  EXPECT_EQ(body.at("version").as_int64(), 7);
  EXPECT_EQ(body.at("changes").at(0).at("seq").as_int64(), 1);
  EXPECT_FALSE(body.contains("errors"));
}

TEST(Answer, IsGivenOnceAndNeverForgotten) {
  std::vector<int> seen;
  {
    const Answer answer([&](Response response) { seen.push_back(response.status); });
    answer(no_content());
    answer(redirect("/"));
  }
  {
    const Answer forgotten([&](Response response) { seen.push_back(response.status); });
  }
  EXPECT_EQ(seen, (std::vector<int>{204, 500}));
}

}  // namespace
}  // namespace mashang::http
