// Texts are kept as they were handed in, and read by the same readers at every start.
#include "desk/regulation_change.h"

#include <algorithm>

#include "calendar/calendar_file.h"
#include "cases/decide.h"
#include "desk/saving.h"
#include "store/case_store.h"
#include "store/clock_store.h"
#include "store/regulation_store.h"

namespace mashang::desk {
namespace {

using calendar::Notice;
using store::Connection;

/// A notice that is there already, by its number, gives way to the one that comes in.
std::vector<Notice> with(std::vector<Notice> notices, const std::vector<Notice>& more) {
  std::erase_if(notices, [&](const Notice& old) {
    return std::ranges::any_of(more, [&](const Notice& one) {
      return one.year == old.year && one.reference == old.reference;
    });
  });
  notices.insert(notices.end(), more.begin(), more.end());
  return notices;
}

[[noreturn]] void refuse_stored(const std::string& what) {
  throw store::Fault(store::FaultKind::broken_row, "The stored " + what + " can't be read.");
}

Regulation with_stored(Connection& connection, const Regulation& installed) {
  rules::Rulebooks books = installed.rulebooks;
  for (const store::RulebookVersion& row : store::list_rulebooks(connection)) {
    auto book = rules::read_rulebook(row.toml);
    if (!book) refuse_stored("rulebook, version " + std::to_string(row.version));
    books.add(*std::move(book));
  }
  std::vector<Notice> notices = installed.notices;
  for (const store::NoticeFile& row : store::list_notice_files(connection)) {
    const auto read = calendar::read_calendar_file(row.text);
    if (!read) refuse_stored("notice of " + std::to_string(row.year));
    notices = with(std::move(notices), *read);
  }
  return {std::move(books), std::move(notices)};
}

std::vector<Change> recount(const Desk& desk, Connection& connection, const store::CaseRef& ref) {
  const auto standing = store::load_case(connection, ref.kind, ref.id);
  if (!standing) return {};
  const Instant now = desk.now();
  const cases::Decision moved =
      cases::recount(*standing, surroundings_of(desk, connection, *standing), now);
  return moved.events.empty() ? std::vector<Change>{} : save(desk, connection, moved, now);
}

Text2s not_next(const rules::Rulebook& last) {
  const std::string next = std::to_string(last.version + 1);
  return {"这一版的 id 须为 " + last.id + "，version 须为 " + next +
              "，施行日期(from)不早于今天，"
              "也不早于上一版的 " +
              format_day(last.from) + "。",
          "The next version must have the id " + last.id + " and the version " + next +
              ", and be in force (from) neither before today nor before " + format_day(last.from) +
              ", the day of the last one."};
}

/// A readable text that is the next version.
Result<rules::Rulebook, Text2s> read_draft(const Desk& desk, const std::string& toml) {
  auto book = rules::read_rulebook(toml);
  if (!book) return book;
  const rules::Rulebook& last = desk.city.regulation().rulebooks.all().back();
  if (book->id != last.id || book->version != last.version + 1 || book->from < day_of(desk.now()) ||
      book->from < last.from)
    return Failure{not_next(last)};
  return book;
}

}  // namespace

void load_regulation(Desk& desk) {
  Regulation loaded = desk.database.read(
      [&](Connection& connection) { return with_stored(connection, desk.city.regulation()); });
  desk.city.in_force->replace(std::move(loaded));
  recount_provisional(desk);
}

int recount_provisional(Desk& desk) {
  const auto refs = desk.database.read(
      [](Connection& connection) { return store::cases_provisional(connection); });
  int moved = 0;
  for (const store::CaseRef& ref : refs) {
    const auto changes = written(desk.database.write(
        [&](Connection& connection) { return recount(desk, connection, ref); }));
    if (changes.empty()) continue;
    desk.tell(changes);
    ++moved;
  }
  return moved;
}

Result<NoticeImported, std::vector<FieldError>> import_notice(Desk& desk, const Person& person,
                                                              const std::string& text) {
  const auto read = calendar::read_calendar_file(text);
  if (!read) return Failure{read.error()};
  const int year = read->front().year;
  const store::NoticeFile file{year, text, person.viewer.person, desk.now()};
  written(desk.database.write([file](Connection& connection) {
    store::put_notice_file(connection, file);
    return true;
  }));
  const Regulation& old = desk.city.regulation();
  desk.city.in_force->replace({old.rulebooks, with(old.notices, *read)});
  const int moved = recount_provisional(desk);
  desk.forget();
  return NoticeImported{year, moved};
}

Result<Adopted, Text2s> adopt_rulebook(Desk& desk, const Person& person, const std::string& toml,
                                       const std::string& reason) {
  auto book = read_draft(desk, toml);
  if (!book) return Failure{book.error()};
  const Adopted adopted{book->version, book->from};
  const store::RulebookVersion row{adopted.version, format_day(adopted.from), toml,
                                   reason,          person.viewer.person,     desk.now()};
  written(desk.database.write([row](Connection& connection) {
    store::add_rulebook(connection, row);
    return true;
  }));
  const Regulation& old = desk.city.regulation();
  rules::Rulebooks books = old.rulebooks;
  books.add(*std::move(book));
  desk.city.in_force->replace({std::move(books), old.notices});
  desk.forget();
  return adopted;
}

RegulationTexts regulation_texts(Desk& desk) {
  const Regulation& regulation = desk.city.regulation();
  const int in_force = regulation.rulebooks.in_force(desk.now()).version;
  const auto stored =
      desk.database.read([](Connection& connection) { return store::list_rulebooks(connection); });
  RegulationTexts texts{.latest_toml =
                            stored.empty() ? desk.city.rulebook_toml : stored.back().toml};
  for (const rules::Rulebook& book : regulation.rulebooks.all()) {
    const auto row = std::ranges::find(stored, book.version, &store::RulebookVersion::version);
    const bool adopted = row != stored.end();
    texts.versions.push_back({book.version, book.from, book.version == in_force,
                              adopted ? row->reason : std::string(),
                              adopted ? std::optional(row->adopted_at) : std::nullopt});
  }
  for (const Notice& notice : regulation.notices)
    if (std::ranges::find(texts.years, notice.year) == texts.years.end())
      texts.years.push_back(notice.year);
  return texts;
}

}  // namespace mashang::desk
