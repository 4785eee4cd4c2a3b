// Beast's parser calls back for each field, which goes straight into our request: no container of
// Beast's in between, and no allocation per field.
#include "http/request_parser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

namespace mashang::http {
namespace {

namespace beast = boost::beast;
namespace bh = boost::beast::http;
using beast::error_code;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

ParseFault fault_of(const error_code& code) {
  if (code == bh::error::header_limit) return {431, "headers_too_large"};
  if (code == bh::error::body_limit) return {413, "body_too_large"};
  return {400, "bad_request"};
}

/// "http://host/path" is the form for proxies; its path is what counts.
std::string_view origin_form(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const std::size_t slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  return target;
}

}  // namespace

/// Beast asks to be derived from: these are its callbacks.
struct RequestParser::Beast final : bh::basic_parser<true> {
  Beast(const RouteTable& table, std::size_t max) : routes(table), head_max(max) {
    eager(true);
    header_limit(static_cast<std::uint32_t>(max));
    // Each route has its own limit, which on_header_impl looks up.
    body_limit(boost::none);
  }

  const RouteTable& routes;
  const std::size_t head_max;
  Request* request = nullptr;
  RouteMatch match = {};
  std::size_t body_max = kBodyMax;
  bool http_1_1 = true;
  bool head_seen = false;
  bool continue_wanted = false;
  std::optional<ParseFault> fault = {};

  void refuse(int status, std::string_view code, error_code& ec) {
    fault = ParseFault{status, code};
    ec = bh::error::bad_value;
  }

  void on_request_impl(bh::verb, beast::string_view method, beast::string_view target, int version,
                       error_code&) override {
    http_1_1 = version == 11;
    request->method = method_of(view(method));
    request->target = origin_form(view(target));
  }

  void on_field_impl(bh::field, beast::string_view name, beast::string_view value,
                     error_code&) override {
    // Fields after the body (trailers) were seen by no proxy's rules, so they don't count.
    if (!head_seen) request->headers.add(view(name), view(value));
  }

  void on_header_impl(error_code& ec) override {
    head_seen = true;
    const std::size_t hosts = request->headers.count("host");
    if (hosts > 1 || (hosts == 0 && http_1_1)) return refuse(400, "host_missing", ec);
    match = routes.find(request->method, request->path(), request->params);
    if (match.malformed) return refuse(400, "bad_request", ec);
    request->route = match.route;
    if (match.route != nullptr) body_max = match.route->body_max;
    const auto length = content_length();
    if (length && *length > body_max) return refuse(413, "body_too_large", ec);
    const std::string_view expect = request->headers.get("expect");
    continue_wanted = beast::iequals({expect.data(), expect.size()}, "100-continue");
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
    if (length) request->body.reserve(std::min<std::size_t>(*length, 1 << 20));
  }

  std::size_t on_body_impl(beast::string_view bytes, error_code& ec) override {
    if (request->body.size() + bytes.size() > body_max) {
      refuse(413, "body_too_large", ec);
      return 0;
    }
    request->body.append(bytes.data(), bytes.size());
    return bytes.size();
  }

  void on_chunk_header_impl(std::uint64_t, beast::string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, error_code& ec) override {
    return on_body_impl(bytes, ec);
  }
  void on_response_impl(int, beast::string_view, int, error_code&) override {}
  void on_finish_impl(error_code&) override {}
};

RequestParser::RequestParser(const RouteTable& routes, std::size_t head_max)
    : beast_(std::make_unique<Beast>(routes, head_max)) {}

RequestParser::~RequestParser() = default;

std::size_t RequestParser::put(std::string_view bytes, Request& request) {
  beast_->request = &request;
  std::size_t used = 0;
  // One call stops at the end of the head or of a chunk, so it is repeated while it gets anywhere.
  while (used < bytes.size() && !beast_->is_done()) {
    error_code code;
    const boost::asio::const_buffer rest(bytes.data() + used, bytes.size() - used);
    const std::size_t step = beast_->put(rest, code);
    used += step;
    if (code == bh::error::need_more) break;
    if (code && !beast_->fault) beast_->fault = fault_of(code);
    if (code || step == 0) break;
  }
  return used;
}

bool RequestParser::begun() const { return beast_->got_some(); }
bool RequestParser::head_done() const { return beast_->head_seen; }
bool RequestParser::complete() const { return !beast_->fault && beast_->is_done(); }
const std::optional<ParseFault>& RequestParser::fault() const { return beast_->fault; }
const RouteMatch& RequestParser::match() const { return beast_->match; }
bool RequestParser::take_continue() { return std::exchange(beast_->continue_wanted, false); }
bool RequestParser::keep_alive() const { return beast_->is_done() && beast_->keep_alive(); }

void RequestParser::reset() {
  const RouteTable& routes = beast_->routes;
  const std::size_t head_max = beast_->head_max;
  beast_ = std::make_unique<Beast>(routes, head_max);
}

}  // namespace mashang::http
