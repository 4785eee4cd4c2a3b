// The table is a tree of path segments; a literal segment is preferred to a parameter.
#include "http/route.h"

#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "http/problem.h"

namespace mashang::http {

struct Answer::Once {
  std::function<void(Response)> send;
  std::atomic<bool> sent = false;

  void give(Response response) {
    if (!sent.exchange(true)) send(std::move(response));
  }
  ~Once() {
    if (!sent) give(problem(500, "internal", Language::zh));
  }
};

Answer::Answer(std::function<void(Response)> send) : once_(std::make_shared<Once>()) {
  once_->send = std::move(send);
}

void Answer::operator()(Response response) const { once_->give(std::move(response)); }

struct RouteTable::Node {
  std::vector<std::pair<std::string, std::unique_ptr<Node>>> children;
  std::unique_ptr<Node> param;
  std::unique_ptr<Node> rest;
  std::array<const Route*, kMethodCount> routes{};

  bool has_routes() const {
    return std::any_of(routes.begin(), routes.end(), [](const Route* r) { return r != nullptr; });
  }
};

namespace {

/// Takes the segment up to the next slash off the front of "/a/b".
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(end);
  return segment;
}

bool is_param(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool is_rest(std::string_view segment) {
  return is_param(segment) && segment[segment.size() - 2] == '*';
}

/// Takes the name of the next parameter off a pattern.
std::string_view next_param(std::string_view& pattern) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open);
  std::string_view name = pattern.substr(open + 1, close - open - 1);
  if (name.back() == '*') name.remove_suffix(1);
  pattern.remove_prefix(close + 1);
  return name;
}

}  // namespace

RouteTable::RouteTable() : root_(std::make_unique<Node>()) {}
RouteTable::~RouteTable() = default;
RouteTable::RouteTable(RouteTable&&) noexcept = default;
RouteTable& RouteTable::operator=(RouteTable&&) noexcept = default;

void RouteTable::add(Route route) {
  Node* node = root_.get();
  std::string_view pattern = route.pattern;
  while (!pattern.empty()) {
    const std::string_view segment = take_segment(pattern);
    std::unique_ptr<Node>* next = nullptr;
    if (is_rest(segment))
      next = &node->rest;
    else if (is_param(segment))
      next = &node->param;
    for (auto& [name, child] : node->children)
      if (next == nullptr && name == segment) next = &child;
    if (next == nullptr) next = &node->children.emplace_back(segment, nullptr).second;
    if (!*next) *next = std::make_unique<Node>();
    node = next->get();
  }
  const Route*& place = node->routes[static_cast<std::size_t>(route.method)];
  if (place != nullptr) throw std::logic_error("two routes for " + route.pattern);
  routes_.push_back(std::make_unique<Route>(std::move(route)));
  place = routes_.back().get();
}

/// A literal that leads nowhere doesn't hide a parameter that fits. As deep as the table, no
/// deeper.
const RouteTable::Node* RouteTable::search(const Node& node, std::string_view path,
                                           std::vector<std::string_view>& taken) {
  if (path.empty()) return node.has_routes() ? &node : nullptr;
  std::string_view left = path;
  const std::string_view segment = take_segment(left);
  for (const auto& [name, child] : node.children)
    if (name == segment)
      if (const Node* found = search(*child, left, taken)) return found;
  if (node.param && !segment.empty()) {
    taken.push_back(segment);
    if (const Node* found = search(*node.param, left, taken)) return found;
    taken.pop_back();
  }
  if (!node.rest) return nullptr;
  taken.push_back(path.substr(1));
  return node.rest.get();
}

RouteMatch RouteTable::find(Method method, std::string_view path,
                            std::vector<PathParam>& params) const {
  if (!path.starts_with('/')) return {};
  std::vector<std::string_view> taken;
  const Node* node = search(*root_, path, taken);
  if (node == nullptr) return {};
  if (method == Method::head) method = Method::get;
  const Route* route = node->routes[static_cast<std::size_t>(method)];
  if (route == nullptr) return {.address_known = true};
  std::string_view pattern = route->pattern;
  for (const std::string_view text : taken) {
    auto value = percent_decoded(text);
    if (!value) return {.malformed = true};
    params.push_back({next_param(pattern), *std::move(value)});
  }
  return {.route = route, .address_known = true};
}

std::string RouteTable::allowed(std::string_view path) const {
  std::vector<std::string_view> taken;
  const Node* node = path.starts_with('/') ? search(*root_, path, taken) : nullptr;
  if (node == nullptr) return {};
  std::string list;
  for (std::size_t i = 0; i < kMethodCount; ++i) {
    if (node->routes[i] == nullptr) continue;
    list += std::string(name_of(static_cast<Method>(i))) + ", ";
    if (static_cast<Method>(i) == Method::get) list += "HEAD, ";
  }
  return list + "OPTIONS";
}

}  // namespace mashang::http
