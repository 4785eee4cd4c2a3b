// What neighbours are shown of each other's matters (R71).
#include "base/utf8.h"
#include "desk/matters.h"
#include "http/app.h"
#include "http/gate.h"
#include "http/position.h"

namespace mashang::http {
namespace {

struct MatterList {
  std::vector<desk::MatterCard> items;
};
BOOST_DESCRIBE_STRUCT(MatterList, (), (items))

Response find_matters(App& app, const Request& request) {
  // Whoever writes on has said what it is about long before.
  constexpr std::size_t kTextLengthMax = 500;
  const std::string text = request.query("text").value_or("");
  desk::MatterSearch search{.deputy = request.query("deputy").value_or(""),
                            .text = std::string(utf8_prefix(text, kTextLengthMax)),
                            .at = {}};
  const auto lat = request.query("lat"), lng = request.query("lng");
  if (lat || lng) {
    search.at = read_position(lat.value_or("") + "," + lng.value_or(""));
    if (!search.at) return refuse(request, "bad_position");
  }
  return json(200, MatterList{desk::find_matters(app.desk, search)});
}

}  // namespace

void add_matter_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/matters",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session&) {
                                     return find_matters(app, request);
                                   }),
             .doc = {.tag = "messages",
                     .summary = "Published open matters of a deputy's station that are like what "
                                "is being written, at most three",
                     .response = &json::shape_of<MatterList>(),
                     .statuses = {200, 400, 401},
                     .query = {"deputy", "text", "lat", "lng"}}});
}

}  // namespace mashang::http
