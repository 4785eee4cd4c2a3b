// Built pages are read once; codes on doors lead to them by addresses short enough to scan well.
#include "http/page_routes.h"

#include "http/static_files.h"

namespace mashang::http {
namespace {

void add_folder(RouteTable& table, const std::string& prefix, const std::filesystem::path& folder) {
  const auto files = std::make_shared<const StaticFiles>(folder);  // shared by both routes below
  const auto answer = Handler(
      [files](const Request& request) { return files->answer(request, request.param("path")); });
  table.add({.pattern = prefix + "/{path*}",
             .handler = answer,
             .run_on = RunOn::io_thread,
             .described = false});
  table.add({.pattern = prefix,
             .handler = Handler([prefix](const Request&) { return redirect(prefix + "/"); }),
             .run_on = RunOn::io_thread,
             .described = false});
}

/// A code of letters and digits goes into the address; anything else leads to the start page.
std::string safe_code(std::string_view code) {
  for (const char c : code)
    if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return {};
  return std::string(code);
}

void add_short(RouteTable& table, const std::string& pattern, const std::string& page) {
  table.add({.pattern = pattern,
             .handler = Handler([page](const Request& request) {
               return redirect("/m/#/pages/" + page + "?code=" + safe_code(request.param("code")));
             }),
             .run_on = RunOn::io_thread,
             .described = false});
}

}  // namespace

void add_page_routes(RouteTable& table, const std::filesystem::path& web) {
  add_folder(table, "/m", web / "mobile");
  add_folder(table, "/console", web / "console");
  add_short(table, "/s/{code}", "station/station");
  add_short(table, "/d/{code}", "deputy/deputy");
  table.add({.pattern = "/",
             .handler = Handler([](const Request&) { return redirect("/m/"); }),
             .run_on = RunOn::io_thread,
             .described = false});
}

}  // namespace mashang::http
