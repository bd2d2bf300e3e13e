// Nhiệm vụ: a row of a plan. The task holds the plan's words and who is charged; the work itself lies in its
// assignments.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"
#include "domain/deadlines/deadline.h"

namespace luuvet {

enum class DeliverableKind : std::uint8_t { kDocument, kQuantity, kSystem, kModel, kEvent, kReport, kOther };
BOOST_DESCRIBE_ENUM(DeliverableKind, kDocument, kQuantity, kSystem, kModel, kEvent, kReport, kOther)

// A product that shows the task is done. Addressed by its place in the list, from 1.
struct Deliverable {
  std::string text;
  DeliverableKind kind = DeliverableKind::kOther;
  std::optional<std::int64_t> quantity;
  std::optional<std::string> unit;
  bool operator==(const Deliverable&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deliverable, (), (text, kind, quantity, unit))

// The plan's own words: what an amendment by document may change.
struct Task {
  TaskId id;
  ProgrammeId programme;
  std::optional<TaskId> parent;
  bool is_group = false;         // groups sub-rows: no assignment, not counted
  std::optional<Source> source;  // none for a task that arose in the year
  std::string title;
  std::optional<std::string> content;
  std::vector<AgencyId> lead_agencies;          // may hold group ids
  std::vector<AgencyId> coordinating_agencies;  // may hold group ids
  AgencyId confirming_agency;                   // never a lead itself
  std::optional<std::string> lead_text;
  std::optional<std::string> coordinating_text;
  Deadline deadline;
  std::vector<Deliverable> deliverables;
  std::optional<std::string> deliverables_text;
  std::string area;                    // mảng: khcn-dmst-cds, cchc, de-an-06, party
  std::optional<DocumentId> mandate;   // văn bản giao nhiệm vụ
  std::optional<DocumentId> links_to;  // a row that only points to another plan: no task, not counted
  std::optional<TaskId> carried_from;  // a year was closed: the row that goes on here
  bool operator==(const Task&) const = default;
};
BOOST_DESCRIBE_STRUCT(Task, (),
                      (id, programme, parent, is_group, source, title, content, lead_agencies, coordinating_agencies,
                       confirming_agency, lead_text, coordinating_text, deadline, deliverables, deliverables_text, area,
                       mandate, links_to, carried_from))

// A row that somebody works on: neither a group of rows nor a link to another plan.
inline bool carries_work(const Task& task) {
  return !task.is_group && !task.links_to;
}

enum class AssignmentMode : std::uint8_t {
  kJoint,  // one assignment, any lead writes
  kEach,   // one assignment a unit
  kFocal,  // one assignment, of the one agency that writes for the whole (đầu mối tổng hợp)
};
BOOST_DESCRIBE_ENUM(AssignmentMode, kJoint, kEach, kFocal)

inline constexpr std::size_t kUnitsMax = 400;

}  // namespace luuvet
