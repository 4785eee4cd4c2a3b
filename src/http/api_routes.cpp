// The whole API, in the order in which it is described; the description is one of its routes.
#include "http/app.h"
#include "http/openapi.h"

namespace mashang::http {

void add_api_routes(RouteTable& table, App& app) {
  add_city_routes(table, app);
  add_session_routes(table, app);
  add_place_routes(table, app);
  add_attachment_routes(table, app);
  add_message_routes(table, app);
  add_matter_routes(table, app);
  add_order_routes(table, app);
  add_suggestion_routes(table, app);
  add_action_routes(table, app);
  add_receipt_routes(table, app);
  add_own_data_routes(table, app);
  add_duty_routes(table, app);
  add_live_routes(table, app);
  add_admin_routes(table, app);
  add_demo_routes(table, app);
  const std::string text = openapi_text(table, kApiVersion);
  table.add({.pattern = "/api/openapi.json",
             .handler = Handler([text](const Request&) { return json_text(200, text); }),
             .run_on = RunOn::io_thread,
             .described = false});
}

}  // namespace mashang::http
