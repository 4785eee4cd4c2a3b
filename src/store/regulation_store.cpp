// Two small tables, read whole at start.
#include "store/regulation_store.h"

namespace mashang::store {

void add_rulebook(Connection& connection, const RulebookVersion& version) {
  connection.run(
      "insert into rulebook (version, from_day, toml, reason, adopted_by, adopted_at)"
      " values ($1, $2, $3, $4, $5, $6)",
      version.version, version.from_day, version.toml, version.reason, version.adopted_by,
      version.adopted_at);
}

std::vector<RulebookVersion> list_rulebooks(Connection& connection) {
  return connection.all(
      "select version, from_day, toml, reason, adopted_by, adopted_at from rulebook"
      " order by version",
      [](Row& row) {
        return RulebookVersion{.version = row.take<int>(),
                               .from_day = row.take<std::string>(),
                               .toml = row.take<std::string>(),
                               .reason = row.take<std::string>(),
                               .adopted_by = row.take<PersonId>(),
                               .adopted_at = row.take<Instant>()};
      });
}

void put_notice_file(Connection& connection, const NoticeFile& file) {
  connection.run(
      "insert into notice_file (year, text, imported_by, imported_at) values ($1, $2, $3, $4)"
      " on conflict (year) do update set text = excluded.text,"
      " imported_by = excluded.imported_by, imported_at = excluded.imported_at",
      file.year, file.text, file.imported_by, file.imported_at);
}

std::vector<NoticeFile> list_notice_files(Connection& connection) {
  return connection.all(
      "select year, text, imported_by, imported_at from notice_file order by year", [](Row& row) {
        return NoticeFile{.year = row.take<int>(),
                          .text = row.take<std::string>(),
                          .imported_by = row.take<PersonId>(),
                          .imported_at = row.take<Instant>()};
      });
}

}  // namespace mashang::store
