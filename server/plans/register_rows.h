// A row of a file as an indicator or a budget line of a programme, and what of it a file sets.
#pragma once

#include <vector>

#include "server/plans/plan_row.h"

namespace luuvet::server {

template <class Content>
struct RegisterReading {
  Content row;  // id and parent empty yet
  std::vector<UnknownName> unknown;
  std::vector<RowDoubt> doubts;
};

// The row with the figures that somebody corrected.
FileRow with_figures(FileRow file, const RowFix* fix);

RegisterReading<Indicator> read_indicator(const PlanReading& reading, const FileRow& file, const RowFix* fix);
RegisterReading<BudgetLine> read_budget_line(const PlanReading& reading, const FileRow& file, const RowFix* fix);

// A member that a file sets: the column that holds it, how people read it, when it is the same, and how it is taken
// over.
template <class Content>
struct RegisterMember {
  const char* name;
  PlanField column;
  std::string (*print)(const World&, const Content&);
  bool (*same)(const Content& file, const Content& other);  // what the file says of it
  void (*take)(const Content& from, Content& row);
};

// In the order of a plan's columns.
template <class Content>
const std::vector<RegisterMember<Content>>& register_members();

}  // namespace luuvet::server
