// Connection: one open database file, its prepared statements, and rows read into our own types.
// Invariant: a statement is bound, run to its end and reset inside one call, so no open statement
// ever stands in the way of a COMMIT. One thread at a time may use a connection.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/fault.h"
#include "store/value.h"

struct sqlite3;
struct sqlite3_stmt;

namespace mashang::store {

/// The row a query stands on. Columns are taken from left to right, in the order of the SELECT:
///   Station{.id = row.take<StationId>(), .name = row.take<std::string>()}
/// A column that is empty or of another type than asked for is a Fault.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  template <typename T>
  T take() {
    T value{};
    read(value);
    return value;
  }

 private:
  bool next_is_null() const;
  std::int64_t next_number();
  std::string_view next_text();
  [[noreturn]] void refuse(const char* wanted) const;
  [[noreturn]] static void refuse_name(std::string_view name);

  template <WholeNumber T>
  void read(T& out) {
    out = static_cast<T>(next_number());
  }
  void read(std::string& out) { out = next_text(); }
  void read(Instant& out) { out = instant_from_millis(next_number()); }
  template <typename Tag>
  void read(Id<Tag>& out) {
    if (next_is_null()) {
      ++column_;
    } else {
      out.value = next_number();
    }
  }
  template <Named E>
  void read(E& out) {
    const std::string_view text = next_text();
    const std::optional<E> enumerator = named<E>(text);
    if (!enumerator) refuse_name(text);
    out = *enumerator;
  }
  template <typename T>
  void read(std::optional<T>& out) {
    if (next_is_null()) {
      ++column_;
    } else {
      read(out.emplace());
    }
  }

  sqlite3_stmt* statement_;
  int column_ = 0;
};

class Connection {
 public:
  enum class Access { read_write, read_only };

  Connection(const std::filesystem::path& file, Access access);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Runs one statement that writes; says how many rows it touched.
  template <typename... Args>
  std::int64_t run(std::string_view sql, const Args&... args) {
    each(
        sql, [](Row&) {}, args...);
    return changed_rows();
  }

  /// Calls `visit(Row&)` for every row.
  template <typename Visit, typename... Args>
  void each(std::string_view sql, Visit&& visit, const Args&... args) {
    const std::array<Value, sizeof...(Args)> values{value_of(args)...};
    Query query(*this, sql, values);
    while (query.step()) {
      Row row(query.statement());
      visit(row);
    }
  }

  /// Every row as `read(Row&)` makes it.
  template <typename Read, typename... Args>
  auto all(std::string_view sql, Read&& read, const Args&... args) {
    std::vector<std::decay_t<std::invoke_result_t<Read&, Row&>>> rows;
    each(
        sql, [&](Row& row) { rows.push_back(read(row)); }, args...);
    return rows;
  }

  /// The only row, or nothing. A second row means that the query was wrong: a Fault.
  template <typename Read, typename... Args>
  auto one(std::string_view sql, Read&& read, const Args&... args) {
    std::optional<std::decay_t<std::invoke_result_t<Read&, Row&>>> found;
    each(
        sql,
        [&](Row& row) {
          if (found) throw Fault(FaultKind::bug, "More than one row for: " + std::string(sql));
          found = read(row);
        },
        args...);
    return found;
  }

  /// The first column of the only row, or nothing.
  template <typename T, typename... Args>
  std::optional<T> value(std::string_view sql, const Args&... args) {
    return one(
        sql, [](Row& row) { return row.take<T>(); }, args...);
  }

  /// Runs several statements without placeholders, as they are.
  void run_script(std::string_view sql);

  /// False when SQLite gave the whole transaction up by itself, as it does when the disk is full.
  bool in_transaction() const;

 private:
  /// One statement at work: bound when made, reset when it goes.
  class Query {
   public:
    Query(Connection& connection, std::string_view sql, std::span<const Value> values);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool step();
    sqlite3_stmt* statement() const { return statement_; }

   private:
    void bind(int number, const Value& value);

    Connection& connection_;
    sqlite3_stmt* statement_;
  };

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  sqlite3_stmt* prepared(std::string_view sql);
  std::int64_t changed_rows() const;
  void set_up(Access access);
  [[noreturn]] void fail(std::string_view doing) const;

  std::unique_ptr<sqlite3, Close> handle_;
  // Never emptied: the SQL texts are constants of this folder, a few hundred at most.
  std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, TextHash,
                     std::equal_to<>>
      statements_;
};

}  // namespace mashang::store
