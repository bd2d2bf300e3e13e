// SQLite as the identity store uses it: connections, statements and transactions that close themselves. A connection
// and what hangs on it belong to one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/base/ids.h"
#include "domain/base/time.h"
#include "server/log/hash.h"

namespace luuvet::server {

// The database said no: what was being done, and SQLite's word for why. Never holds a value that was stored or sought.
class IdentityFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One prepared statement, run once or stepped through. `doing` stands in the failure ("storing a session").
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql, const char* doing);

  // The values of ?1, ?2, ... in order. Text and hashes must outlive the last step.
  template <class... Values>
  Statement& bind(const Values&... values) {
    int at = 0;
    (put(++at, values), ...);
    return *this;
  }

  bool step();  // true: there is a row to read
  void run() {
    while (step()) {
    }
  }

  // Columns of the row, from 0.
  bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  std::string text(int column) const;  // empty for NULL
  std::optional<std::string> optional_text(int column) const;
  Instant instant(int column) const { return {integer(column)}; }
  std::optional<Instant> optional_instant(int column) const;
  Date date(int column) const { return {static_cast<std::int32_t>(integer(column))}; }
  std::optional<Date> optional_date(int column) const;
  ActorId account(int column) const { return {text(column)}; }
  Hash hash(int column) const;  // zeros if what is stored has another size

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  void put(int at, std::string_view text);
  void put(int at, const std::string& text) { put(at, std::string_view(text)); }
  void put(int at, const char* text) { put(at, std::string_view(text)); }
  void put(int at, std::int64_t number);
  void put(int at, int number) { put(at, std::int64_t{number}); }
  void put(int at, bool flag) { put(at, std::int64_t{flag}); }
  void put(int at, Instant instant) { put(at, instant.ms); }
  void put(int at, Date date) { put(at, std::int64_t{date.days}); }
  void put(int at, const ActorId& account) { put(at, std::string_view(account.value)); }
  void put(int at, const Hash& hash);
  void put_null(int at);
  template <class T>
  void put(int at, const std::optional<T>& value) {
    value ? put(at, *value) : put_null(at);
  }
  void check(int code) const;

  sqlite3* database_;
  const char* doing_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

enum class Access { kRead, kWrite };

class Database {
 public:
  // kWrite makes the file if it is missing. The folder must be there. Throws IdentityFailure.
  Database(const std::filesystem::path& file, Access access);

  Statement prepare(std::string_view sql, const char* doing) const { return {handle_.get(), sql, doing}; }
  void run(std::string_view sql, const char* doing) const { prepare(sql, doing).run(); }
  std::int64_t pragma(std::string_view name) const;                    // of pragmas that answer a number
  int changed_rows() const { return sqlite3_changes(handle_.get()); }  // by the last statement that was run

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

// All that is done between its construction and `commit`, or nothing of it. One may stand inside another; the outermost
// counts.
class Transaction {
 public:
  Transaction(const Database& database, const char* doing);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();  // durable when the outermost returns

 private:
  const Database& database_;
  const char* doing_;
  bool open_ = true;
};

}  // namespace luuvet::server
