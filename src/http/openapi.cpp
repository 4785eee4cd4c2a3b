// Each described route becomes one operation. What every route can answer (400, 500 and the like)
// is one shared "default" answer: a problem.
#include "http/openapi.h"

#include <boost/json.hpp>

#include "base/json_schema.h"
#include "http/problem.h"

namespace mashang::http {
namespace {

namespace bj = boost::json;

bj::string_view text(std::string_view view) { return {view.data(), view.size()}; }

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

/// "get_orders_id" of GET /api/v1/orders/{id}: stable names for generated clients.
std::string operation_id(const Route& route) {
  std::string id = lower(name_of(route.method));
  std::string_view rest = route.pattern;
  if (rest.starts_with("/api/v1")) rest.remove_prefix(7);
  for (const char c : rest) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      id += c;
    else if (id.back() != '_')
      id += '_';
  }
  while (id.back() == '_') id.pop_back();
  return id;
}

bj::object parameter(std::string_view name, std::string_view place) {
  bj::object schema{{"type", name == "id" || name == "limit" ? "integer" : "string"}};
  return {{"name", text(name)},
          {"in", text(place)},
          {"required", place == "path"},
          {"schema", std::move(schema)}};
}

bj::array parameters_of(const Route& route) {
  bj::array list;
  const std::string_view pattern = route.pattern;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos;
       open = pattern.find('{', open + 1)) {
    const std::size_t close = pattern.find('}', open);
    list.push_back(parameter(pattern.substr(open + 1, close - open - 1), "path"));
  }
  for (const std::string_view name : route.doc.query) list.push_back(parameter(name, "query"));
  return list;
}

bj::object content(std::string_view type, bj::object schema) {
  return {{text(type), bj::object{{"schema", std::move(schema)}}}};
}

bj::object response_of(const Route& route, int status, bj::object& components) {
  bj::object response{{"description", text(reason_of(status))}};
  if (status >= 400) {
    response["content"] = content(kProblemJson, json::schema_in(components, problem_shape()));
  } else if (status != 204 && route.doc.response != nullptr) {
    response["content"] =
        content(route.doc.media_type, json::schema_in(components, *route.doc.response));
  } else if (status != 204 && status < 300 && route.doc.media_type != kJson) {
    response["content"] = content(route.doc.media_type, {{"type", "string"}});
  }
  return response;
}

bj::object operation_of(const Route& route, bj::object& components) {
  bj::object responses;
  for (const int status : route.doc.statuses)
    responses[std::to_string(status)] = response_of(route, status, components);
  responses["default"] = response_of(route, 500, components);
  bj::object operation{{"operationId", operation_id(route)},
                       {"summary", text(route.doc.summary)},
                       {"responses", std::move(responses)}};
  if (!route.doc.tag.empty()) operation["tags"] = bj::array{text(route.doc.tag)};
  if (auto parameters = parameters_of(route); !parameters.empty())
    operation["parameters"] = std::move(parameters);
  if (route.doc.request != nullptr)
    operation["requestBody"] =
        bj::object{{"required", true},
                   {"content", content(kJson, json::schema_in(components, *route.doc.request))}};
  return operation;
}

/// The full type name was only there to catch two types under one name.
void drop_type_names(bj::object& components) {
  for (auto& component : components) component.value().as_object().erase("x-type");
}

}  // namespace

std::string openapi_text(const RouteTable& table, std::string_view version) {
  bj::object paths;
  bj::object components;
  for (const auto& route : table.routes()) {
    if (!route->described) continue;
    auto& path = paths[route->pattern];
    if (!path.is_object()) path = bj::object{};
    path.as_object()[lower(name_of(route->method))] = operation_of(*route, components);
  }
  drop_type_names(components);
  const bj::object document{{"openapi", "3.1.0"},
                            {"info", {{"title", "Mashang 码上找代表"}, {"version", text(version)}}},
                            {"paths", std::move(paths)},
                            {"components", {{"schemas", std::move(components)}}}};
  return bj::serialize(document);
}

}  // namespace mashang::http
