// A request means the same whether it comes in one piece or byte by byte.
#include <cstdint>
#include <cstdlib>

#include "http/client_address.h"
#include "http/request_parser.h"

namespace mashang::http {
namespace {

void require(bool truth) {
  if (!truth) std::abort();
}

const RouteTable& table() {
  static const RouteTable routes = [] {
    RouteTable made;
    const Handler nothing = [](const Request&) { return no_content(); };
    made.add({.method = Method::get, .pattern = "/orders/{id}", .handler = nothing});
    made.add({.method = Method::post, .pattern = "/orders", .handler = nothing, .body_max = 64});
    made.add({.method = Method::get, .pattern = "/m/{file*}", .handler = nothing});
    return made;
  }();
  return routes;
}

struct Outcome {
  Request request;
  bool complete = false;
  std::optional<ParseFault> fault;
  std::size_t used = 0;
};

/// Offers the text `step` bytes at a time, as a slow connection would.
void read_in_steps(std::string_view text, std::size_t step, Outcome& outcome) {
  RequestParser parser(table(), 512);
  std::size_t offered = 0;
  while (!parser.complete() && !parser.fault() && offered < text.size()) {
    offered = std::min(offered + step, text.size());
    outcome.used += parser.put(text.substr(outcome.used, offered - outcome.used), outcome.request);
  }
  outcome.complete = parser.complete();
  outcome.fault = parser.fault();
}

bool too_large(const Outcome& outcome) { return outcome.fault && outcome.fault->status == 431; }

void ask_everything(const Request& request) {
  (void)request.id();
  (void)request.query("q");
  (void)request.cookie("mashang_session");
  (void)request.language();
  (void)trace_of(request.header("traceparent"));
  static const TrustedProxies proxies({"127.0.0.1", "10.0.0.0/8"});
  (void)proxies.client_of("127.0.0.1", request.headers.joined("x-forwarded-for"));
}

void try_request(std::string_view text) {
  Outcome whole;
  read_in_steps(text, text.size() + 1, whole);
  Outcome pieces;
  read_in_steps(text, 1, pieces);
  ask_everything(whole.request);
  // Beast counts a head that comes in pieces a little differently, so at its limit the two may
  // part.
  if (too_large(whole) || too_large(pieces)) return;
  require(whole.complete == pieces.complete);
  if (!whole.complete) return;
  require(whole.used == pieces.used);
  require(whole.request.target == pieces.request.target);
  require(whole.request.body == pieces.request.body);
  require(whole.request.route == pieces.request.route);
  for (const std::string_view name : {"host", "cookie", "content-type", "x-forwarded-for"})
    require(whole.request.headers.joined(name) == pieces.request.headers.joined(name));
}

}  // namespace
}  // namespace mashang::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  mashang::http::try_request({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
