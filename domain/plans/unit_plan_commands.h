// The commands on yearly plans of agencies, on milestones and results of a year, and on closing it: see
// domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/base/partial.h"
#include "domain/plans/unit_plan.h"

namespace luuvet {

// Of the agency acted for. Its id is "<agency>.<year>".
struct BeginUnitPlan {
  std::int64_t year = 0;
};
BOOST_DESCRIBE_STRUCT(BeginUnitPlan, (), (year))

struct MilestoneInput {
  std::optional<std::string> id;  // none: a new one
  std::string name;
  Date due;
  std::optional<std::int64_t> quantity;
};
BOOST_DESCRIBE_STRUCT(MilestoneInput, (), (id, name, due, quantity))

// What may be set on a line.
struct PlanLineFields {
  std::optional<YearProduct> product;
  std::vector<MilestoneInput> milestones;
  std::optional<std::string> note;
  std::optional<std::string> not_this_year;  // the reason
};
BOOST_DESCRIBE_STRUCT(PlanLineFields, (), (product, milestones, note, not_this_year))

struct PlanLineItem {
  AssignmentId assignment;
  std::optional<Sequence> based_on;  // none: what the command is based on
  Partial<PlanLineFields> set;
};
BOOST_DESCRIBE_STRUCT(PlanLineItem, (), (assignment, based_on, set))

struct SetUnitPlanLines {
  std::vector<PlanLineItem> lines;
};
BOOST_DESCRIBE_STRUCT(SetUnitPlanLines, (), (lines))

struct SubmitUnitPlan {};
BOOST_DESCRIBE_STRUCT(SubmitUnitPlan, (), ())
struct ApproveUnitPlan {
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(ApproveUnitPlan, (), (document))
struct ReturnUnitPlan {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnUnitPlan, (), (reason))
struct NoteUnitPlan {
  std::optional<std::string> remark;
};
BOOST_DESCRIBE_STRUCT(NoteUnitPlan, (), (remark))
struct AmendUnitPlan {
  std::string reason;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(AmendUnitPlan, (), (reason, document))

// --- on the assignment ---
struct MeetMilestone {
  std::int64_t year = 0;
  std::string milestone;
  Date on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(MeetMilestone, (), (year, milestone, on, quantity, document))
struct UnmeetMilestone {
  std::int64_t year = 0;
  std::string milestone;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(UnmeetMilestone, (), (year, milestone, reason))

struct SubmitYear {
  std::int64_t year = 0;
  std::string result;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
  Date completed_on;
};
BOOST_DESCRIBE_STRUCT(SubmitYear, (), (year, result, quantity, document, completed_on))
struct AcceptYear {
  std::int64_t year = 0;
  std::optional<std::string> note;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(AcceptYear, (), (year, note, document))
struct ReturnYear {
  std::int64_t year = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnYear, (), (year, reason))

struct ReopenYear {
  std::int64_t year = 0;
  std::string reason;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(ReopenYear, (), (year, reason, document))

// --- on the programme ---
struct CloseYear {
  std::int64_t year = 0;
  DocumentRef document;
  std::optional<ProgrammeId> into;  // none: what is unfinished stays, where the programme goes on
};
BOOST_DESCRIBE_STRUCT(CloseYear, (), (year, document, into))

}  // namespace luuvet
