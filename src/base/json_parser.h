// From text to a tree, with everything refused that two readers could understand differently:
// invalid UTF-8, a name given twice, numbers that are no number, too deep, too long.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/value.hpp>

#include "base/json_error.h"

namespace mashang::json {

/// The tree, allocated from `memory`; nothing when `errors` has been told why.
std::optional<boost::json::value> parse_tree(std::string_view text, const JsonLimits& limits,
                                             boost::json::storage_ptr memory, Errors& errors);

}  // namespace mashang::json
