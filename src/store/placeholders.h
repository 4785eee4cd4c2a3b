// Placeholders: our SQL says $1, $2 as PostgreSQL does. SQLite takes `$1` for a name, numbered by
// first appearance, so "$2, $1" would silently bind the wrong way round; `?1` is numbered.
#pragma once

#include <string>
#include <string_view>

namespace mashang::store {

/// The same SQL with every `$n` as `?n`; literals, quoted names and comments are left as they are.
std::string with_question_marks(std::string_view sql);

}  // namespace mashang::store
