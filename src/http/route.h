// Routes as rows: method, address, what answers, where it runs, and the words and shapes from which
// the description of the API is made. Invariant: nothing is answered that isn't described.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json_shape.h"
#include "http/request.h"
#include "http/response.h"

namespace mashang::http {

/// Gives the answer of a handler that doesn't have it yet. May be copied and called from any
/// thread; the first call counts. If every copy is gone unanswered, the asker gets a 500.
class Answer {
 public:
  explicit Answer(std::function<void(Response)> send);
  void operator()(Response response) const;

 private:
  struct Once;
  std::shared_ptr<Once> once_;  // shared: the copies are one promise
};

/// Answers at once.
using Handler = std::function<Response(const Request&)>;
/// Answers later. The request lives until the answer is given, and no longer.
using LaterHandler = std::function<void(const Request&, Answer)>;

/// What never waits may run on the I/O thread; what asks the database or hashes runs on a worker.
enum class RunOn { io_thread, worker };

struct RouteDoc {
  std::string_view tag = {};
  std::string_view summary = {};
  const json::Shape* request = nullptr;
  const json::Shape* response = nullptr;
  std::vector<int> statuses = {200};         // the first is the answer when all goes well
  std::vector<std::string_view> query = {};  // names of query parameters
  std::string_view media_type = kJson;       // of the first answer
};

inline constexpr std::size_t kBodyMax = 64 * 1024;

struct Route {
  Method method = Method::get;
  /// "/api/v1/orders/{id}"; a last "{path*}" takes all that is left.
  std::string pattern;
  std::variant<Handler, LaterHandler> handler;
  RunOn run_on = RunOn::worker;
  std::size_t body_max = kBodyMax;
  /// Whether the description lists it; pages and files are not part of the API.
  bool described = true;
  RouteDoc doc = {};
};

/// Why there is no route, or the route.
struct RouteMatch {
  const Route* route = nullptr;
  bool address_known = false;
  bool malformed = false;  // an escape in the address is broken
};

class RouteTable {
 public:
  RouteTable();
  ~RouteTable();
  RouteTable(RouteTable&&) noexcept;
  RouteTable& operator=(RouteTable&&) noexcept;

  /// Throws std::logic_error when the method and pattern are there already.
  void add(Route route);
  /// HEAD finds the GET route. Fills `params` with the decoded parts of the address.
  RouteMatch find(Method method, std::string_view path, std::vector<PathParam>& params) const;
  /// "GET, HEAD, OPTIONS" for an address that is known; "" otherwise.
  std::string allowed(std::string_view path) const;
  /// In the order they were added.
  const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

 private:
  struct Node;
  static const Node* search(const Node& node, std::string_view path,
                            std::vector<std::string_view>& taken);

  std::vector<std::unique_ptr<Route>> routes_;  // each stays where it is, requests point at it
  std::unique_ptr<Node> root_;
};

}  // namespace mashang::http
