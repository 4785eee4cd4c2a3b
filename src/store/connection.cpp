// The only file that calls SQLite's C functions; what SQLite answers becomes a Fault here.
#include "store/connection.h"

#include <sqlite3.h>

#include <cassert>
#include <cerrno>

#include "store/placeholders.h"

namespace mashang::store {
namespace {

FaultKind kind_of(sqlite3* handle) {
  const int code = sqlite3_errcode(handle) & 0xff;
  // A full disk may also show as an I/O error, for example when the shared memory file can't grow.
  if (code == SQLITE_FULL || sqlite3_system_errno(handle) == ENOSPC) return FaultKind::disk_full;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return FaultKind::in_use;
  if (code == SQLITE_CONSTRAINT) return FaultKind::constraint;
  if (code == SQLITE_ERROR || code == SQLITE_MISUSE || code == SQLITE_RANGE) return FaultKind::bug;
  return FaultKind::unreadable;
}

}  // namespace

bool Row::next_is_null() const { return sqlite3_column_type(statement_, column_) == SQLITE_NULL; }

std::int64_t Row::next_number() {
  if (sqlite3_column_type(statement_, column_) != SQLITE_INTEGER) refuse("a number");
  return sqlite3_column_int64(statement_, column_++);
}

std::string_view Row::next_text() {
  if (sqlite3_column_type(statement_, column_) != SQLITE_TEXT) refuse("text");
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column_));
  const int size = sqlite3_column_bytes(statement_, column_++);
  return {text, static_cast<std::size_t>(size)};
}

void Row::refuse(const char* wanted) const {
  const char* name = sqlite3_column_name(statement_, column_);
  throw Fault(FaultKind::broken_row, std::string("Column ") + (name ? name : "past the last") +
                                         " of a stored row does not hold " + wanted + ".");
}

void Row::refuse_name(std::string_view name) {
  throw Fault(FaultKind::broken_row,
              "A stored row holds the unknown name " + std::string(name) + ".");
}

void Connection::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}
void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close(handle); }

Connection::Connection(const std::filesystem::path& file, Access access) {
  const int mode = access == Access::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                : SQLITE_OPEN_READONLY;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, mode | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail("open " + file.string());
  sqlite3_extended_result_codes(handle, 1);
  set_up(access);
}

Connection::~Connection() = default;

void Connection::set_up(Access access) {
  // Only the writer ever waits here, for a reader that is just opening or a checkpoint.
  sqlite3_busy_timeout(handle_.get(), 5000);
  run_script("pragma foreign_keys = on; pragma trusted_schema = off; pragma cache_size = -16384;");
  if (access == Access::read_only) return;
  // FULL: what was answered survives a power cut; group commit pays for it (writer.h). The log is
  // moved into the file every 4 MB, and cut back to 64 MB after a burst. What a savepoint needs to
  // undo its job is kept in memory; it would otherwise be written to a file for every page.
  run_script(
      "pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory;"
      "pragma wal_autocheckpoint = 1000; pragma journal_size_limit = 67108864;");
}

void Connection::run_script(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(handle_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

std::int64_t Connection::changed_rows() const { return sqlite3_changes64(handle_.get()); }

sqlite3_stmt* Connection::prepared(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end())
    return found->second.get();
  const std::string text = with_question_marks(sql);
  sqlite3_stmt* statement = nullptr;
  const int size = static_cast<int>(text.size());
  const int code = sqlite3_prepare_v3(handle_.get(), text.data(), size, SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) fail(sql);
  statements_.emplace(sql, statement);
  return statement;
}

void Connection::fail(std::string_view doing) const {
  if (!handle_) throw Fault(FaultKind::unreadable, "No memory to " + std::string(doing) + ".");
  const FaultKind kind = kind_of(handle_.get());
  if (kind == FaultKind::disk_full) throw Fault(kind, "The disk is full; nothing was written.");
  throw Fault(kind, "The database said \"" + std::string(sqlite3_errmsg(handle_.get())) +
                        "\" to: " + std::string(doing));
}

Connection::Query::Query(Connection& connection, std::string_view sql,
                         std::span<const Value> values)
    : connection_(connection), statement_(connection.prepared(sql)) {
  // The same text may not run inside itself: both would share one statement.
  assert(!sqlite3_stmt_busy(statement_));
  assert(sqlite3_bind_parameter_count(statement_) == static_cast<int>(values.size()));
  int number = 0;
  for (const Value& value : values) bind(++number, value);
}

Connection::Query::~Query() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Connection::Query::bind(int number, const Value& value) {
  int code = SQLITE_OK;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    code = sqlite3_bind_int64(statement_, number, *whole);
  } else if (const auto* text = std::get_if<std::string_view>(&value)) {
    // A view without text has no address; SQLite would take that for null.
    const char* start = text->data() != nullptr ? text->data() : "";
    code = sqlite3_bind_text64(statement_, number, start, text->size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  if (code != SQLITE_OK) connection_.fail(sqlite3_sql(statement_));
}

bool Connection::Query::step() {
  const int code = sqlite3_step(statement_);
  if (code != SQLITE_ROW && code != SQLITE_DONE) connection_.fail(sqlite3_sql(statement_));
  return code == SQLITE_ROW;
}

}  // namespace mashang::store
