// JSON in and out of described types: what is written, and everything that is refused on reading.
#include "base/json.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "base/json_schema.h"

namespace mashang {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

enum class Mood { calm, angry };
BOOST_DESCRIBE_ENUM(Mood, calm, angry)

struct Position {
  double lat;
  double lng;
};
BOOST_DESCRIBE_STRUCT(Position, (), (lat, lng))

struct Note {
  OrderId id;
  BoundedText<1, 10> what;
  Mood mood{};
  bool urgent = false;
  int count = 0;
  std::optional<Position> position;
  std::vector<AttachmentId> attachments;
  std::optional<Instant> at;
  std::map<std::string, std::string> extra;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, what, mood, urgent, count, position, attachments, at, extra))

struct Tree {
  std::string name;
  std::vector<Tree> branches;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (name, branches))

template <typename T>
struct Page {
  std::vector<T> items;
  std::optional<std::string> next;
  BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

struct Sign {
  Text2s label;
  Day day;
};
BOOST_DESCRIBE_STRUCT(Sign, (), (label, day))

constexpr std::string_view kNote =
    R"({"id":7,"what":"路灯坏了","mood":"angry","urgent":true,"count":-3,)"
    R"("position":{"lat":26.9,"lng":112.6},"attachments":[3,4],)"
    R"("at":"2026-11-24T13:05:00+08:00","extra":{"a":"b"}})";

template <typename T>
std::vector<std::string> faults(std::string_view text, const JsonLimits& limits = {}) {
  const auto value = read_json<T>(text, limits);
  std::vector<std::string> list;
  if (value) return list;
  for (const FieldError& e : value.error()) {
    EXPECT_FALSE(e.text.zh.empty());
    EXPECT_FALSE(e.text.en.empty());
    list.push_back(e.path + " " + e.code);
  }
  return list;
}

TEST(Json, ReadsAndWritesTheSameDocument) {
  const auto note = read_json<Note>(kNote);
  ASSERT_TRUE(note);
  EXPECT_EQ(note->id, OrderId{7});
  EXPECT_EQ(note->mood, Mood::angry);
  EXPECT_EQ(note->attachments.size(), 2u);
  EXPECT_EQ(to_json(*note), kNote);
}

TEST(Json, LeavesOutWhatIsAbsent) {
  const auto note = read_json<Note>(
      R"({"id":1,"what":"a","mood":"calm","urgent":false,"count":0,"attachments":[],"extra":{}})");
  ASSERT_TRUE(note);
  EXPECT_EQ(
      to_json(*note),
      R"({"id":1,"what":"a","mood":"calm","urgent":false,"count":0,"attachments":[],"extra":{}})");
}

TEST(Json, NamesEveryErrorAtOnce) {
  EXPECT_THAT(
      faults<Note>(
          R"({"id":"7","what":"12345678901","mood":"sad","urgent":1,"count":3000000000,)"
          R"("position":{"lat":true},"attachments":[1,null,"x"],"at":"yesterday","surplus":0})"),
      ElementsAre("/id wrong_type", "/what too_long", "/mood unknown_value", "/urgent wrong_type",
                  "/count out_of_range", "/position/lat wrong_type", "/position/lng missing",
                  "/attachments/1 wrong_type", "/attachments/2 wrong_type", "/at bad_time",
                  "/surplus unknown_field", "/extra missing"));
}

TEST(Json, CountsCharactersAndNotBytes) {
  using Text = BoundedText<1, 4>;
  EXPECT_TRUE(read_json<Text>("\"路灯坏了\""));
  EXPECT_THAT(faults<Text>("\"路灯坏了吗\""), ElementsAre(" too_long"));
  EXPECT_THAT(faults<Text>("\" \\u3000\""), ElementsAre(" too_short"));
  EXPECT_THAT(faults<Text>("\"a\\u0000b\""), ElementsAre(" control_character"));
}

TEST(Json, RefusesADoubledName) {
  EXPECT_THAT(faults<Position>(R"({"lat":1,"lng":2,"lat":3})"),
              ElementsAre("/lat duplicate_field"));
  EXPECT_THAT(faults<Tree>(R"({"name":"a","branches":[{"name":"b","branches":[]},)"
                           R"({"name":"c","name":"d","name":"e","branches":[]}]})"),
              ElementsAre("/branches/1/name duplicate_field"));
  // Spelt with an escape it is the same name still.
  EXPECT_THAT(faults<Position>(R"({"lat":1,"lng":2,"l\u0061t":3})"),
              ElementsAre("/lat duplicate_field"));
}

TEST(Json, RefusesWhatIsNoJson) {
  for (const std::string_view text :
       {"", "{", "{}x", "nul", "[1,]", "{'a':1}", "01", "\"\\ud800\"", "NaN"})
    EXPECT_THAT(faults<Tree>(text), ElementsAre(" bad_json")) << text;
  EXPECT_THAT(faults<std::string>("\"\xC0\xAF\""), ElementsAre(" invalid_utf8"));
  EXPECT_THAT(faults<std::string>("\"\xED\xA0\x80\""), ElementsAre(" invalid_utf8"));
}

TEST(Json, RefusesNumbersThatAreNone) {
  EXPECT_THAT(faults<double>("1e999"), ElementsAre(" out_of_range"));
  EXPECT_THAT(faults<double>("-1e999"), ElementsAre(" out_of_range"));
  EXPECT_EQ(to_json(*read_json<double>("-0.0")), "0");
  EXPECT_EQ(*read_json<double>("0.30000000000000004441"), 0.30000000000000004441);
  EXPECT_THAT(faults<int>("1.5"), ElementsAre(" wrong_type"));
  EXPECT_THAT(faults<std::int64_t>("9223372036854775808"), ElementsAre(" out_of_range"));
  EXPECT_EQ(*read_json<std::int64_t>("9223372036854775807"),
            std::numeric_limits<std::int64_t>::max());
}

TEST(Json, HoldsDepthSizeAndErrorsInBounds) {
  EXPECT_THAT(faults<Tree>(std::string(40, '[')), ElementsAre(" too_deep"));
  EXPECT_THAT(faults<std::string>("\"aaaaaaaaaa\"", {.bytes_max = 8}), ElementsAre(" too_large"));
  std::string many = "[0";
  for (int i = 0; i < 1000; ++i) many += ",0";
  EXPECT_EQ(faults<std::vector<std::string>>(many + "]").size(), 50u);
}

TEST(Json, EscapesWhatMustBeEscaped) {
  EXPECT_EQ(to_json(std::string("a\"\\\n\x01\x7f路")), "\"a\\\"\\\\\\n\\u0001\x7f路\"");
  EXPECT_EQ(to_json(std::string()), "\"\"");
  for (std::size_t place = 0; place < 20; ++place)
    for (int byte = 1; byte < 0x80; ++byte) {
      std::string text(20, 'a');
      text[place] = static_cast<char>(byte);
      EXPECT_EQ(*read_json<std::string>(to_json(text)), text);
    }
  EXPECT_EQ(to_json(std::vector<int>{}), "[]");
  EXPECT_EQ(to_json(112.6), "112.6");
}

TEST(Json, PointerEscapesNames) {
  EXPECT_THAT(faults<Position>(R"({"lat":1,"lng":2,"a/b~c":0})"),
              ElementsAre("/a~1b~0c unknown_field"));
}

TEST(Json, ReadsLabelsAndDays) {
  constexpr std::string_view text = R"({"label":{"zh":"好","en":"good"},"day":"2026-10-01"})";
  const auto sign = read_json<Sign>(text);
  ASSERT_TRUE(sign);
  EXPECT_EQ(to_json(*sign), text);
  EXPECT_EQ(to_json(Text2{"好", "good"}), R"({"zh":"好","en":"good"})");
}

TEST(JsonSchema, NamesComponentsAndBounds) {
  const auto schema = boost::json::serialize(schema_of<Page<Note>>());
  EXPECT_THAT(schema, HasSubstr(R"("$ref":"#/components/schemas/PageOfNote")"));
  EXPECT_THAT(schema, HasSubstr(R"("what":{"type":"string","minLength":1,"maxLength":10})"));
  EXPECT_THAT(schema, HasSubstr(R"("enum":["calm","angry"])"));
  EXPECT_THAT(schema, HasSubstr(R"("required":["lat","lng"],"additionalProperties":false)"));
  EXPECT_THAT(schema, HasSubstr(R"("at":{"type":"string","format":"date-time"})"));
}

TEST(JsonSchema, AllowsATypeInsideItself) {
  EXPECT_THAT(boost::json::serialize(schema_of<Tree>()),
              HasSubstr(R"("items":{"$ref":"#/components/schemas/Tree"})"));
}

TEST(JsonSchema, DropsNamespaces) {
  EXPECT_EQ(json::component_name("mashang::Page<mashang::desk::Card>"), "PageOfCard");
  EXPECT_EQ(json::component_name("mashang::{anonymous}::Note"), "Note");
}

}  // namespace
}  // namespace mashang
