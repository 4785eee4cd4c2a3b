// Answer templates: the city's, in both languages, and those that a deputy keeps for himself. A
// template is a beginning: what is sent is what the deputy made of it.
#pragma once

#include "base/bounded_text.h"
#include "desk/desk.h"

namespace mashang::desk {

inline constexpr std::size_t kTemplatesMost = 50;

struct Template {
  std::optional<std::int64_t> id;  // of his own
  Text2s title;
  Text2s text;
  bool own = false;
};

struct TemplateDraft {
  BoundedText<1, 40> title;
  BoundedText<1, 2000> text;
};
BOOST_DESCRIBE_STRUCT(TemplateDraft, (), (title, text))

/// His own first, then the city's.
std::vector<Template> list_templates(Desk& desk, const Person& person);

enum class TemplateRefusal { no_deputy, too_many };
/// The same words kept twice are one template.
Result<std::int64_t, TemplateRefusal> keep_template(Desk& desk, const Person& person,
                                                    const TemplateDraft& draft);

/// False when the person has no such template.
bool remove_template(Desk& desk, const Person& person, std::int64_t id);

}  // namespace mashang::desk
