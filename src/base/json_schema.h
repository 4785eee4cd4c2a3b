// JSON Schema (the dialect of OpenAPI 3.1) from the shape of a type. Not part of json.h: whoever
// only reads and writes is spared the headers of Boost.JSON.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/json_shape.h"

namespace mashang {
namespace json {

/// The name under which a type stands among the components: "PageOfCard" for a::Page<b::Card>.
std::string component_name(std::string_view type);

/// Adds what `shape` needs to `components` and gives the schema that stands in its place: a $ref
/// for structs and enums. Throws std::logic_error when two types claim one name.
boost::json::object schema_in(boost::json::object& components, const Shape& shape);

/// A document of its own: the schema, with what it refers to under components/schemas.
boost::json::object schema_document(const Shape& shape);

}  // namespace json

/// The schema of T, complete in itself.
template <class T>
boost::json::object schema_of() {
  return json::schema_document(json::shape_of<T>());
}

}  // namespace mashang
