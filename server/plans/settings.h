// What people decide about a plan's file before it is taken: which tables and columns mean what, what is corrected,
// what becomes of each row. Kept beside the file; the members are the JSON members.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/time.h"
#include "domain/plans/import_commands.h"

namespace luuvet::server {

enum class TableKind : std::uint8_t { kTasks, kIndicators, kBudgetLines };
BOOST_DESCRIBE_ENUM(TableKind, kTasks, kIndicators, kBudgetLines)

// kLead tracks an indicator, kCoordinating implements it.
enum class PlanField : std::uint8_t {
  kId,
  kAnnex,
  kSection,
  kNumber,
  kTitle,
  kContent,
  kLead,
  kCoordinating,
  kDeadline,
  kDeliverables,
  kUnit,     // of an indicator
  kTarget,   // of a year
  kTotal,    // money of all years
  kNeed,     // money of a year
  kFunding,  // where money comes from
  kNote,
  kExternalIds  // of tasks, a line each: "hscv: NV-1"
};
BOOST_DESCRIBE_ENUM(PlanField, kId, kAnnex, kSection, kNumber, kTitle, kContent, kLead, kCoordinating, kDeadline,
                    kDeliverables, kUnit, kTarget, kTotal, kNeed, kFunding, kNote, kExternalIds)

struct ColumnUse {
  std::int64_t column = 0;
  PlanField field = PlanField::kTitle;
  std::optional<std::int64_t> year = {};  // kTarget, kNeed
  bool operator==(const ColumnUse&) const = default;
};
BOOST_DESCRIBE_STRUCT(ColumnUse, (), (column, field, year))

// A table that is read; the others are not. All places count from 0.
struct TableUse {
  std::int64_t table = 0;
  std::int64_t head_rows = 0;  // rows above the first of the plan
  std::string annex;           // where no column says it
  std::vector<ColumnUse> columns;
  std::optional<TableKind> kind = {};      // none: tasks
  std::optional<std::int64_t> scale = {};  // đồng that 1 in a cell of money means; none: a million
  bool operator==(const TableUse&) const = default;
};
BOOST_DESCRIBE_STRUCT(TableUse, (), (table, head_rows, annex, columns, kind, scale))

// A figure of an indicator or a budget line, in place of what its cell says: of a target the words, of money đồng.
struct FigureFix {
  std::optional<std::int64_t> year;  // of the column; none: money of all years, or a target column without a year
  std::optional<std::string> text;
  std::optional<std::int64_t> amount;
};
BOOST_DESCRIBE_STRUCT(FigureFix, (), (year, text, amount))

// A correction of one row, and what becomes of it. `key`: "2.14" for a row of table 2, "task/<id>" for a task that the
// file no longer has.
struct RowFix {
  std::string key;
  std::optional<RowChoice> do_;
  std::optional<bool> skip;  // no row of the plan
  std::optional<std::string> title;
  std::optional<std::string> content;
  std::optional<std::string> deadline;
  std::optional<std::string> deliverables;
  std::optional<std::vector<AgencyId>> lead_agencies;
  std::optional<std::vector<AgencyId>> coordinating_agencies;
  std::optional<std::vector<FigureFix>> figures = {};  // of columns that the table has; the last of a year counts
};
BOOST_DESCRIBE_STRUCT(RowFix, (),
                      (key, do_, skip, title, content, deadline, deliverables, lead_agencies, coordinating_agencies,
                       figures))

// A programme that the file begins; its standing agency is the one that imports.
struct NewProgramme {
  ProgrammeId id;
  std::string title;
  std::string short_title;
  std::int64_t year_from = 0;
  std::int64_t year_to = 0;
  std::optional<CommitteeId> committee;
  DocumentId document;
};
BOOST_DESCRIBE_STRUCT(NewProgramme, (), (id, title, short_title, year_from, year_to, committee, document))

struct ImportSettings {
  std::optional<ProgrammeId> programme;  // one that is there, or
  std::optional<NewProgramme> add;
  std::optional<std::vector<TableUse>> tables;  // none: as proposed
  std::vector<RowFix> rows;
};
BOOST_DESCRIBE_STRUCT(ImportSettings, (), (programme, add, tables, rows))

}  // namespace luuvet::server
