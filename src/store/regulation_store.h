// Regulation store: what changed the rules since the server was installed: versions of the rulebook
// that were adopted, and the years' notices that were imported. As texts; who reads them checks.
#pragma once

#include <vector>

#include "store/connection.h"

namespace mashang::store {

struct RulebookVersion {
  int version = 0;
  std::string from_day;
  std::string toml;
  std::string reason;
  PersonId adopted_by;
  Instant adopted_at;
};
void add_rulebook(Connection& connection, const RulebookVersion& version);
/// Oldest first.
std::vector<RulebookVersion> list_rulebooks(Connection& connection);

struct NoticeFile {
  int year = 0;
  std::string text;
  PersonId imported_by;
  Instant imported_at;
};
/// A later file of the same year takes the place of the earlier one.
void put_notice_file(Connection& connection, const NoticeFile& file);
std::vector<NoticeFile> list_notice_files(Connection& connection);

}  // namespace mashang::store
