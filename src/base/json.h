// JSON of described types, in and out; their schema is in json_schema.h: one description, three
// uses.
//   struct Card { std::string name; std::optional<int> age; };
//   BOOST_DESCRIBE_STRUCT(Card, (), (name, age))
// The JSON names are the member names; enumerators are written by name; an empty optional is left
// out; an Instant is RFC 3339 in +08:00; an Id is a number; a Text2 is {"zh","en"}.
#pragma once

#include "base/json_error.h"
#include "base/json_reader.h"
#include "base/json_writer.h"
