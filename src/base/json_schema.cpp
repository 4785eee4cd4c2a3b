// Schemas are made once at start, so this is written for reading and not for speed.
#include "base/json_schema.h"

#include <stdexcept>

#include <boost/json.hpp>

namespace mashang::json {
namespace {

namespace bj = boost::json;

bj::object text_schema(const Shape& shape) {
  bj::object schema{{"type", "string"}};
  if (shape.least > 0) schema["minLength"] = shape.least;
  if (shape.most != std::numeric_limits<std::size_t>::max()) schema["maxLength"] = shape.most;
  return schema;
}

bj::object choice_schema(const Shape& shape) {
  bj::array names;
  for (const std::string_view name : shape.names) names.emplace_back(bj::string_view(name));
  return {{"type", "string"}, {"enum", std::move(names)}};
}

bj::object label_schema() {
  return {{"type", "object"},
          {"properties", {{"zh", {{"type", "string"}}}, {"en", {{"type", "string"}}}}},
          {"required", {"zh", "en"}},
          {"additionalProperties", false}};
}

bj::object object_schema(bj::object& components, const Shape& shape) {
  bj::object properties;
  bj::array required;
  for (const FieldShape& field : shape.fields) {
    properties[bj::string_view(field.name)] = schema_in(components, field.shape());
    if (field.required) required.emplace_back(bj::string_view(field.name));
  }
  bj::object schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

bj::object component_schema(bj::object& components, const Shape& shape) {
  switch (shape.kind) {
    case Kind::choice: return choice_schema(shape);
    case Kind::label: return label_schema();
    default: return object_schema(components, shape);
  }
}

/// Two types under one name would make the description lie about one of them.
void refuse_other_type(const bj::object& standing, const Shape& shape, const std::string& name) {
  const bj::string& type = standing.at("x-type").as_string();
  if (type != bj::string_view(shape.type))
    throw std::logic_error("two types are called " + name + ": " + std::string(type.c_str()) +
                           ", " + std::string(shape.type));
}

bj::object reference(bj::object& components, const Shape& shape) {
  const std::string name = shape.kind == Kind::label ? "Text2" : component_name(shape.type);
  if (const auto* standing = components.if_contains(name)) {
    refuse_other_type(standing->as_object(), shape, name);
  } else {
    // The name is taken before its members are looked at, so a type may contain itself.
    components[name] = bj::object{{"x-type", bj::string_view(shape.type)}};
    bj::object schema = component_schema(components, shape);
    schema["x-type"] = bj::string_view(shape.type);
    components[name] = std::move(schema);
  }
  return {{"$ref", "#/components/schemas/" + name}};
}

}  // namespace

std::string component_name(std::string_view type) {
  std::string name;
  std::string word;
  const auto end_word = [&] {
    name += word;
    word.clear();
  };
  for (const char c : type) {
    if (c == ':')
      word.clear();  // what stood before was a namespace
    else if (c == '<')
      end_word(), name += "Of";
    else if (c == ',')
      end_word(), name += "And";
    else if (c == '>' || c == ' ')
      end_word();
    else if (c != '{' && c != '}' && c != '(' && c != ')')
      word += c;
  }
  end_word();
  return name;
}

boost::json::object schema_in(boost::json::object& components, const Shape& shape) {
  switch (shape.kind) {
    case Kind::text: return text_schema(shape);
    case Kind::integer: return {{"type", "integer"}};
    case Kind::number: return {{"type", "number"}};
    case Kind::boolean: return {{"type", "boolean"}};
    case Kind::instant: return {{"type", "string"}, {"format", "date-time"}};
    case Kind::day: return {{"type", "string"}, {"format", "date"}};
    case Kind::list: return {{"type", "array"}, {"items", schema_in(components, shape.item())}};
    case Kind::map:
      return {{"type", "object"}, {"additionalProperties", schema_in(components, shape.item())}};
    case Kind::any: return {};
    case Kind::object:
    case Kind::choice:
    case Kind::label: break;
  }
  return reference(components, shape);
}

boost::json::object schema_document(const Shape& shape) {
  bj::object components;
  bj::object schema = schema_in(components, shape);
  schema["components"] = bj::object{{"schemas", std::move(components)}};
  return schema;
}

}  // namespace mashang::json
