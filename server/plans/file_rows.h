// The rows of a plan out of a file's tables: heads found, columns named, headings told from work, rows that a page
// broke made whole.
#pragma once

#include <string>
#include <vector>

#include "server/plans/settings.h"
#include "server/tables/table.h"

namespace luuvet::server {

inline constexpr std::size_t kPlanRowsMax = 2'000;

// A cell of a target or of money.
struct FileFigure {
  PlanField field = PlanField::kTarget;
  std::optional<std::int64_t> year;
  std::string text;
  std::optional<double> number;             // where the cell holds one, whatever it shows
  std::optional<std::int64_t> amount = {};  // đồng that somebody said in its place
};

// What stands in the cells, by meaning; "" where the cell is blank or there is no such column.
struct FileRow {
  std::string key;  // "2.14"
  std::size_t table = 0;
  std::size_t row = 0;  // from 0, of its table
  std::string id;
  std::string annex;
  std::string section;
  std::string number;
  std::string title;
  std::string content;
  std::string lead;
  std::string coordinating;
  std::string deadline;
  std::string deliverables;
  std::string unit;
  std::string funding;
  std::string note;
  std::string external_ids;
  std::vector<FileFigure> figures;  // blank ones too: their columns are there
  TableKind kind = TableKind::kTasks;
  std::int64_t scale = 0;          // đồng in one of a cell of money
  bool heading = false;            // of budget lines: it only names those below
  std::vector<PlanField> columns;  // those that its table has
  bool joined = false;             // from several rows

  bool has(PlanField field) const;
};

struct Heading {
  std::string annex;
  std::string section;
  std::string title;
};

struct FileRows {
  std::vector<FileRow> rows;
  std::vector<Heading> headings;
  bool too_many = false;  // more than kPlanRowsMax; `rows` has the first of them
};

// Tables whose heads name a task, and by when or what comes of it; indicators; budget lines. A table without a head of
// its own goes on where the one before it, of as many columns, ended.
std::vector<TableUse> propose_use(const std::vector<Table>& tables);

// The same for a table of indicators or of budget lines, by its head: years over its columns, or a unit.
std::optional<TableUse> propose_register_use(const Table& table, std::size_t at);

// Names the tables of at least three columns and two rows of which nothing is read, as their columns are not known.
// None: there is no such table.
std::optional<Message> unread_note(const std::vector<Table>& tables, const std::vector<TableUse>& use);

// Names, table by table, the columns with a head and something below it that are not read. None: there is no such
// column in any table of which something is read.
std::optional<Message> unread_columns_note(const std::vector<Table>& tables, const std::vector<TableUse>& use);

// Columns of its widest row.
std::size_t width_of(const Table& table);

// "1", "2", "3", ...: the numbers of the columns under the head.
bool numbers_columns(const std::vector<TableCell>& row);

// The words of the head over each column.
std::vector<std::string> heads_of(const Table& table, std::size_t head_rows);

FileRows rows_of(const std::vector<Table>& tables, const std::vector<TableUse>& use);

}  // namespace luuvet::server
