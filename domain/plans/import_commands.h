// The import of a plan from a file: how each row that was read is taken. Built by the server from what people decided
// about the rows; no body of a request has this shape.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/ids.h"
#include "domain/base/partial.h"
#include "domain/plans/proposal.h"
#include "domain/registers.h"
#include "domain/tasks/task.h"

namespace luuvet {

enum class RowChoice : std::uint8_t {
  kAdd,     // `row` is new; its id is free
  kAmend,   // `set` of what stands there; the file has `row`
  kCancel,  // the file no longer has it
  kKeep,    // stays as it is, though the file has `row`
};
BOOST_DESCRIBE_ENUM(RowChoice, kAdd, kAmend, kCancel, kKeep)

struct PlanItem {
  RowChoice do_ = RowChoice::kKeep;
  std::optional<std::string> subject;                        // "task/<id>": all but kAdd
  std::optional<Sequence> based_on;                          // kAmend, kCancel
  std::optional<Task> row;                                   // all but kCancel
  std::optional<Partial<Task>> set;                          // kAmend
  std::optional<std::string> reason;                         // kCancel
  std::optional<std::vector<ExternalId>> external_ids = {};  // kAdd, kAmend: all that it has from then on
};

// An indicator or a budget line: added, or amended. What stays as it is is not named.
template <class Content>
struct RegisterItem {
  RowChoice do_ = RowChoice::kAdd;
  Content row;                       // kAdd; kAmend: its id alone counts
  Partial<Content> set;              // kAmend
  std::optional<Sequence> based_on;  // kAmend
};

struct ImportPlan {
  ProgrammeId programme;
  std::optional<Programme> add;  // a new programme, registered in the same act
  DocumentRef document;
  std::vector<PlanItem> items;
  std::vector<Section> sections = {};  // that a programme which is there does not have yet
  std::vector<RegisterItem<Indicator>> indicators = {};
  std::vector<RegisterItem<BudgetLine>> budget_lines = {};
};

}  // namespace luuvet
