// Template store: answers that a deputy keeps for himself. Invariant: a template is its deputy's
// alone; it is looked for by him, and never without him.
#pragma once

#include <vector>

#include "store/connection.h"

namespace mashang::store {

struct AnswerTemplate {
  std::int64_t id = 0;
  DeputyId deputy;
  std::string title;
  std::string text;
  Instant created_at;
};

/// The id is given here; the one in the struct is ignored.
std::int64_t add_template(Connection& connection, const AnswerTemplate& one);
/// In the order in which he kept them.
std::vector<AnswerTemplate> templates_of(Connection& connection, DeputyId deputy);
/// False when this deputy has no such template.
bool remove_template(Connection& connection, DeputyId deputy, std::int64_t id);

}  // namespace mashang::store
