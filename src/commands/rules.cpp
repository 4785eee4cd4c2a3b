// The desk knows the words; here is only which of its texts a format names.
#include "commands/rules.h"

#include "base/json.h"
#include "desk/regulation.h"
#include "desk/rules_text.h"

namespace mashang::commands {

std::optional<std::string> print_rules(std::string_view format, const desk::City& city) {
  const rules::Rulebook& book = city.regulation().rulebooks.all().back();
  if (format == "json") return to_json(desk::rulebook_text(city, book)) + "\n";
  if (format == "mermaid") return desk::lifecycle_diagrams(city);
  if (format == "zh") return desk::regulation_text(city, book, &Text2s::zh);
  if (format == "en") return desk::regulation_text(city, book, &Text2s::en);
  return std::nullopt;
}

}  // namespace mashang::commands
