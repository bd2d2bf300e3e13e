// Indicators and budget lines of a plan's file against those of the programme: what the file says, what it said when
// it was last imported, and what people have made of it since.
#pragma once

#include <variant>

#include "server/plans/compare.h"

namespace luuvet::server {

using RegisterRow = std::variant<Indicator, BudgetLine>;

struct ComparedRegister {
  std::string key;
  RowKind kind = RowKind::kNew;
  RowChoice choice = RowChoice::kAdd;  // as proposed, or as people chose; kGone: kKeep
  std::optional<std::string> subject;  // "indicator/<id>", that it was matched with
  Sequence based_on = 0;               // of it
  FileRow file;
  RegisterRow row;       // as the file has it; kGone: as it stands
  RegisterRow snapshot;  // as it would stand
  std::vector<UnknownName> unknown;
  std::vector<RowDoubt> doubts;
  std::vector<FieldDifference> differences;
};

// Indicators in the file's order, then budget lines; behind each what is gone.
std::vector<ComparedRegister> compare_registers(const World& world, const PlanReading& reading, const FileRows& rows,
                                                const std::vector<RowFix>& fixes);

// Adds what is sent to be decided. `seen`: the state of the log that who decided has seen.
void add_items(const World& world, const std::vector<ComparedRegister>& rows, Sequence seen, ImportPlan& plan);

}  // namespace luuvet::server
