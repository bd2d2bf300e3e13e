// A plan's file against the programme as it stands, three ways: what the file says, what the last file said, and what
// people have made of it since.
#pragma once

#include <map>

#include "server/plans/plan_row.h"

namespace luuvet::server {

enum class RowKind : std::uint8_t {
  kNew,
  kChanged,    // the file says something else than the last one, and people have left it alone
  kDispute,    // the file says something else, and people have changed it otherwise
  kUntouched,  // nothing new in the file
  kGone        // the file no longer has it
};
BOOST_DESCRIBE_ENUM(RowKind, kNew, kChanged, kDispute, kUntouched, kGone)

// One field in which the file differs; as cells print it.
struct FieldDifference {
  std::string field;  // a member of Task, or "external_ids"
  std::string last;   // of the last file; "" where there was none
  std::string now;
  std::string file;
  bool dispute = false;
};
BOOST_DESCRIBE_STRUCT(FieldDifference, (), (field, last, now, file, dispute))

struct ComparedRow {
  std::string key;
  RowKind kind = RowKind::kNew;
  RowChoice choice = RowChoice::kAdd;  // as proposed, or as people chose
  std::optional<TaskId> task;          // that it was matched with
  Sequence based_on = 0;               // of it
  PlanRow row;                         // kGone: empty but for the task's words
  Task snapshot;                       // what the file says, for the next comparison
  std::vector<FieldDifference> differences;
  std::optional<std::vector<ExternalId>> external_ids = {};  // that the task gets, where the file is taken
};

// Rows of the file in its order, then those that are gone. `fixes` by key.
std::vector<ComparedRow> compare_plan(const World& world, const PlanReading& reading, const FileRows& rows,
                                      const std::vector<RowFix>& fixes);

// What is sent to be decided.
std::vector<PlanItem> items_of(const World& world, const std::vector<ComparedRow>& rows);

}  // namespace luuvet::server
