#include "server/identity/sqlite.h"

#include <cstring>

namespace luuvet::server {
namespace {

constexpr int kBusyMs = 5'000;           // a reader never waits for a writer; this is for checkpoints
constexpr int kValueBytesMax = 1 << 20;  // no row of ours comes near

[[noreturn]] void fail(sqlite3* database, const char* doing) {
  const std::string why = database ? sqlite3_errmsg(database) : "out of memory";
  throw IdentityFailure(std::string("identity database, ") + doing + ": " + why);
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql, const char* doing) : database_(database), doing_(doing) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(database_, doing_);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(database_, doing_);
  return false;
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<Instant> Statement::optional_instant(int column) const {
  if (is_null(column)) return std::nullopt;
  return instant(column);
}

std::optional<Date> Statement::optional_date(int column) const {
  if (is_null(column)) return std::nullopt;
  return date(column);
}

Hash Statement::hash(int column) const {
  Hash hash{};
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  if (bytes != nullptr && sqlite3_column_bytes(statement_.get(), column) == static_cast<int>(hash.size()))
    std::memcpy(hash.data(), bytes, hash.size());
  return hash;
}

void Statement::put(int at, std::string_view text) {
  const char* bytes = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(statement_.get(), at, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::put(int at, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), at, number));
}

void Statement::put(int at, const Hash& hash) {
  check(sqlite3_bind_blob(statement_.get(), at, hash.data(), static_cast<int>(hash.size()), SQLITE_STATIC));
}

void Statement::put_null(int at) {
  check(sqlite3_bind_null(statement_.get(), at));
}

Database::Database(const std::filesystem::path& file, Access access) {
  const int flags = access == Access::kWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  const std::string doing = "opening " + file.string();
  if (code != SQLITE_OK) fail(handle, doing.c_str());
  sqlite3_busy_timeout(handle, kBusyMs);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kValueBytesMax);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  for (const char* setting : {"PRAGMA foreign_keys = ON", "PRAGMA trusted_schema = OFF", "PRAGMA secure_delete = ON",
                              "PRAGMA synchronous = FULL", "PRAGMA schema_version"})
    run(setting, doing.c_str());
  if (access == Access::kWrite) run("PRAGMA journal_mode = WAL", doing.c_str());
}

std::int64_t Database::pragma(std::string_view name) const {
  Statement statement = prepare("PRAGMA " + std::string(name), "reading a setting");
  return statement.step() ? statement.integer(0) : 0;
}

Transaction::Transaction(const Database& database, const char* doing) : database_(database), doing_(doing) {
  database_.run("SAVEPOINT act", doing_);
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK TO act", doing_);
    database_.run("RELEASE act", doing_);
  } catch (const IdentityFailure&) {
    // SQLite has rolled back by itself; what it failed at was thrown already.
  }
}

void Transaction::commit() {
  database_.run("RELEASE act", doing_);
  open_ = false;
}

}  // namespace luuvet::server
