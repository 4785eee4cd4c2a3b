// rules: the regulation printed from its tables, for officials to read and for pages and papers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/city.h"

namespace mashang::commands {

/// "json"; "mermaid": the lifecycles as diagrams on a Markdown page; "zh" or "en": the regulation
/// in words. Nothing for any other format.
std::optional<std::string> print_rules(std::string_view format, const desk::City& city);

}  // namespace mashang::commands
