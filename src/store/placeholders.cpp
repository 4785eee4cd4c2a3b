// One pass over the text; each helper knows how far a stretch reaches that must not be touched.
#include "store/placeholders.h"

#include <algorithm>

namespace mashang::store {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name_char(char c) {
  // Bytes of UTF-8 sequences belong to names, as in both databases.
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Length of the front up to and with `close`, searched from `from`; all of it when never closed.
std::size_t up_to(std::string_view sql, std::string_view close, std::size_t from) {
  const std::size_t end = sql.find(close, from);
  return end == std::string_view::npos ? sql.size() : end + close.size();
}

/// Length of the literal, quoted name or comment at the front, or 0 when there is none. A doubled
/// quote inside a literal reads as two literals side by side, which comes to the same here.
std::size_t untouchable_length(std::string_view sql) {
  if (sql.front() == '\'') return up_to(sql, "'", 1);
  if (sql.front() == '"') return up_to(sql, "\"", 1);
  if (sql.starts_with("--")) return up_to(sql, "\n", 2);
  if (sql.starts_with("/*")) return up_to(sql, "*/", 2);
  return 0;
}

std::size_t name_length(std::string_view sql) {
  const auto end = std::find_if_not(sql.begin(), sql.end(), is_name_char);
  return static_cast<std::size_t>(end - sql.begin());
}

}  // namespace

std::string with_question_marks(std::string_view sql) {
  std::string out;
  out.reserve(sql.size());
  while (!sql.empty()) {
    if (sql.front() == '$' && sql.size() > 1 && is_digit(sql[1])) {
      out += '?';
      sql.remove_prefix(1);
    }
    // A name is copied whole, so that the `$1` in a name like total$1 stays part of it.
    const std::size_t length =
        std::max({untouchable_length(sql), name_length(sql), std::size_t{1}});
    out += sql.substr(0, length);
    sql.remove_prefix(length);
  }
  return out;
}

}  // namespace mashang::store
