// Stations, deputies and units, and the QR codes that lead to them.
#include "desk/places.h"
#include "desk/qr.h"
#include "http/app.h"
#include "http/gate.h"
#include "http/paging.h"
#include "http/position.h"

namespace mashang::http {
namespace {

struct UnitList {
  std::vector<desk::UnitCard> items;
};
BOOST_DESCRIBE_STRUCT(UnitList, (), (items))

desk::PlaceSearch search_of(const Request& request, std::string_view where, int limit) {
  return {.text = request.query("q").value_or(""),
          .where = request.query(where).value_or(""),
          .after = request.query("cursor").value_or(""),
          .limit = limit};
}

/// Codes are their own cursors.
template <typename Card>
Response page_of(std::vector<Card> cards, const desk::PlaceSearch& search) {
  Page<Card> page{.items = std::move(cards), .next = {}};
  if (int(page.items.size()) == search.limit) page.next = page.items.back().code;
  return json(200, page);
}

template <typename Card>
Response card_or_404(const Request& request, const std::optional<Card>& card) {
  return card ? json(200, *card) : refuse(request, "not_there");
}

Response qr_of(const App& app, const std::string& short_path) {
  return bytes("image/svg+xml", desk::qr_svg(app.settings.public_url + short_path));
}

void add_qr_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/qr/stations/{code}",
             .handler = Handler([&app](const Request& request) {
               const std::string code = desk::code_of_file(request.param("code"));
               return desk::show_station(app.desk, code) ? qr_of(app, "/s/" + code)
                                                         : refuse(request, "not_there");
             }),
             .doc = {.tag = "places",
                     .summary = "A station's QR code (<code>.svg)",
                     .statuses = {200, 404},
                     .media_type = "image/svg+xml"}});
  table.add({.pattern = "/qr/deputies/{code}",
             .handler = Handler([&app](const Request& request) {
               const std::string code = desk::code_of_file(request.param("code"));
               return desk::show_deputy(app.desk, code) ? qr_of(app, "/d/" + code)
                                                        : refuse(request, "not_there");
             }),
             .doc = {.tag = "places",
                     .summary = "A deputy's QR code (<code>.svg)",
                     .statuses = {200, 404},
                     .media_type = "image/svg+xml"}});
}

}  // namespace

void add_place_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/stations",
             .handler = Handler([&app](const Request& request) {
               const auto limit = limit_asked(request);
               if (!limit) return refuse(request, limit.error());
               const auto search = search_of(request, "county", *limit);
               const auto near = request.query("near");
               if (!near) return page_of(desk::list_stations(app.desk, search), search);
               const auto from = read_position(*near);
               if (!from) return refuse(request, "bad_position");
               return page_of(desk::list_stations_near(app.desk, search, *from), search);
             }),
             .doc = {.tag = "places",
                     .summary = "Liaison stations; near=latitude,longitude puts the nearest first",
                     .response = &json::shape_of<Page<desk::StationCard>>(),
                     .statuses = {200, 400},
                     .query = {"q", "county", "near", "limit", "cursor"}}});
  table.add({.pattern = "/api/v1/stations/{code}",
             .handler = Handler([&app](const Request& request) {
               return card_or_404(request, desk::show_station(app.desk, request.param("code")));
             }),
             .doc = {.tag = "places",
                     .summary = "A station with its deputies",
                     .response = &json::shape_of<desk::StationCard>(),
                     .statuses = {200, 404}}});
  table.add({.pattern = "/api/v1/deputies",
             .handler = Handler([&app](const Request& request) {
               const auto limit = limit_asked(request);
               if (!limit) return refuse(request, limit.error());
               const auto search = search_of(request, "station", *limit);
               return page_of(desk::list_deputies(app.desk, search), search);
             }),
             .doc = {.tag = "places",
                     .summary = "Deputies",
                     .response = &json::shape_of<Page<desk::DeputyCard>>(),
                     .statuses = {200, 400},
                     .query = {"q", "station", "limit", "cursor"}}});
  table.add({.pattern = "/api/v1/deputies/{code}",
             .handler = Handler([&app](const Request& request) {
               return card_or_404(request, desk::show_deputy(app.desk, request.param("code")));
             }),
             .doc = {.tag = "places",
                     .summary = "A deputy",
                     .response = &json::shape_of<desk::DeputyCard>(),
                     .statuses = {200, 404}}});
  table.add({.pattern = "/api/v1/units",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session&) {
                                     return json(200,
                                                 UnitList{desk::list_units(
                                                     app.desk, request.query("q").value_or(""))});
                                   }),
             .doc = {.tag = "places",
                     .summary = "Handling units",
                     .response = &json::shape_of<UnitList>(),
                     .statuses = {200, 401},
                     .query = {"q"}}});
  add_qr_routes(table, app);
}

}  // namespace mashang::http
