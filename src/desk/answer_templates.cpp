// Counted and kept in one transaction, so that two requests at once can't pass the limit.
#include "desk/answer_templates.h"

#include "store/template_store.h"

namespace mashang::desk {
namespace {

using store::Connection;
using Kept = Result<std::int64_t, TemplateRefusal>;

Kept take(Connection& connection, const store::AnswerTemplate& draft) {
  const auto known = store::templates_of(connection, draft.deputy);
  for (const store::AnswerTemplate& one : known)
    if (one.title == draft.title && one.text == draft.text) return one.id;
  if (known.size() >= kTemplatesMost) return Failure{TemplateRefusal::too_many};
  return store::add_template(connection, draft);
}

}  // namespace

std::vector<Template> list_templates(Desk& desk, const Person& person) {
  std::vector<Template> all;
  if (person.viewer.deputy) {
    const auto own = desk.database.read([&](Connection& connection) {
      return store::templates_of(connection, person.viewer.deputy);
    });
    for (const store::AnswerTemplate& one : own)
      all.push_back({one.id, {one.title, one.title}, {one.text, one.text}, true});
  }
  for (const TemplateRow& row : desk.city.templates)
    all.push_back({std::nullopt, row.title, row.text, false});
  return all;
}

Result<std::int64_t, TemplateRefusal> keep_template(Desk& desk, const Person& person,
                                                    const TemplateDraft& draft) {
  if (!person.viewer.deputy) return Failure{TemplateRefusal::no_deputy};
  const store::AnswerTemplate row{.deputy = person.viewer.deputy,
                                  .title = draft.title.value,
                                  .text = draft.text.value,
                                  .created_at = desk.now()};
  return written(
      desk.database.write([row](Connection& connection) { return take(connection, row); }));
}

bool remove_template(Desk& desk, const Person& person, std::int64_t id) {
  const DeputyId deputy = person.viewer.deputy;
  if (!deputy) return false;
  return written(desk.database.write([deputy, id](Connection& connection) {
    return store::remove_template(connection, deputy, id);
  }));
}

}  // namespace mashang::desk
