// Following a message by its number and receipt code, without signing in. Guessing is slow by
// network and by number, and a wrong code is told apart from a wrong number by nothing.
#include "base/bounded_text.h"
#include "desk/receipt.h"
#include "http/app.h"
#include "http/body.h"
#include "http/client_address.h"
#include "http/gate.h"
#include "http/views.h"

namespace mashang::http {
namespace {

struct LookUp {
  BoundedText<1, 60> number;
  BoundedText<1, 40> code;
};
BOOST_DESCRIBE_STRUCT(LookUp, (), (number, code))

Response look_up(App& app, const Request& request) {
  const auto asked = read_body<LookUp>(request);
  if (!asked) return asked.error();
  const Instant now = app.desk.machine_time();
  if (const auto wait = app.look_ups_by_client.take(client_network(request.client), now))
    return refuse_for(request, "too_many_look_ups", *wait);
  const std::string number = desk::normal_number(asked->number.value);
  if (const auto wait = app.wrong_look_ups.take(number, now))
    return refuse_for(request, "too_many_look_ups", *wait);
  const auto reading = desk::read_by_receipt(app.desk, number, asked->code.value);
  if (!reading) return refuse(request, "no_such_receipt");
  app.wrong_look_ups.give_back(number);
  const desk::Person nobody{.viewer = {.role = reading->part}};
  return json(200, followed_message({app.desk, nobody, app.desk.now(), reading->part}, *reading));
}

}  // namespace

void add_receipt_routes(RouteTable& table, App& app) {
  table.add({.method = Method::post,
             .pattern = "/api/v1/look-ups",
             .handler = Handler([&app](const Request& request) { return look_up(app, request); }),
             .doc = {.tag = "messages",
                     .summary = "Follow a message by its number and receipt code",
                     .request = &json::shape_of<LookUp>(),
                     .response = &json::shape_of<FollowedMessage>(),
                     .statuses = {200, 400, 404, 422, 429, 503}}});
}

}  // namespace mashang::http
