// One row a template.
#include "store/template_store.h"

namespace mashang::store {

std::int64_t add_template(Connection& connection, const AnswerTemplate& one) {
  return *connection.value<std::int64_t>(
      "insert into answer_template (deputy_id, title, text, created_at) values ($1, $2, $3, $4)"
      " returning id",
      one.deputy, one.title, one.text, one.created_at);
}

std::vector<AnswerTemplate> templates_of(Connection& connection, DeputyId deputy) {
  const auto read = [](Row& row) {
    return AnswerTemplate{.id = row.take<std::int64_t>(),
                          .deputy = row.take<DeputyId>(),
                          .title = row.take<std::string>(),
                          .text = row.take<std::string>(),
                          .created_at = row.take<Instant>()};
  };
  return connection.all(
      "select id, deputy_id, title, text, created_at from answer_template where deputy_id = $1"
      " order by id",
      read, deputy);
}

bool remove_template(Connection& connection, DeputyId deputy, std::int64_t id) {
  return connection.run("delete from answer_template where id = $1 and deputy_id = $2", id,
                        deputy) == 1;
}

}  // namespace mashang::store
