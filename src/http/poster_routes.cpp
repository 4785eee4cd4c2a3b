// Posters to print, for who works in the house: the codes are no secret, but drawing a county's
// sheets is work that strangers shall not order.
#include "desk/poster_sheets.h"
#include "http/app.h"
#include "http/gate.h"

namespace mashang::http {
namespace {

desk::PosterWish wish_of(const App& app, const Request& request) {
  return {.station = request.query("station").value_or(""),
          .deputy = request.query("deputy").value_or(""),
          .county = request.query("county").value_or(""),
          .with_deputies = request.query("deputies").value_or("") == "1",
          .public_url = app.settings.public_url};
}

std::optional<desk::Paper> paper_of(const Request& request) {
  const std::string paper = request.query("paper").value_or("a4");
  if (paper == "a4") return desk::Paper::a4;
  if (paper == "a3") return desk::Paper::a3;
  return std::nullopt;
}

Response print_pdf(App& app, const Request& request) {
  const auto paper = paper_of(request);
  if (!paper) return refuse(request, "bad_paper");
  const auto sheets = desk::posters_for(app.desk, wish_of(app, request));
  if (!sheets) return refuse(request, sheets.error());
  return bytes("application/pdf", desk::posters_pdf(*sheets, *paper))
      .with("Content-Disposition", "inline; filename=\"posters.pdf\"");
}

/// One sheet has one picture: of several, the first.
Response show_svg(App& app, const Request& request) {
  const auto paper = paper_of(request);
  if (!paper) return refuse(request, "bad_paper");
  const auto sheets = desk::posters_for(app.desk, wish_of(app, request));
  if (!sheets) return refuse(request, sheets.error());
  return bytes("image/svg+xml", desk::poster_svg(sheets->front(), *paper));
}

using Print = Response (*)(App&, const Request&);

Handler for_printers(App& app, Print print) {
  return for_person(app, [&app, print](const Request& request, const desk::Session& session) {
    return rules::prints_posters(session.person.viewer.role) ? print(app, request)
                                                             : refuse(request, "not_there");
  });
}

}  // namespace

void add_poster_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/posters.pdf",
             .handler = for_printers(app, print_pdf),
             .doc = {.tag = "places",
                     .summary = "Posters of a station, a deputy, a county or of every station",
                     .statuses = {200, 401, 404, 422},
                     .query = {"station", "deputy", "county", "deputies", "paper"},
                     .media_type = "application/pdf"}});
  table.add({.pattern = "/api/v1/posters.svg",
             .handler = for_printers(app, show_svg),
             .doc = {.tag = "places",
                     .summary = "The poster of a station or a deputy, as a picture",
                     .statuses = {200, 401, 404, 422},
                     .query = {"station", "deputy", "paper"},
                     .media_type = "image/svg+xml"}});
}

}  // namespace mashang::http
