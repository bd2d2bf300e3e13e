// Kế hoạch của đơn vị: what one agency sets out to do in one year, a line for each assignment on which it works.
#pragma once

#include <boost/describe.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"
#include "domain/tasks/assignment.h"

namespace luuvet {

// Sản phẩm năm.
struct YearProduct {
  std::string text;
  std::optional<std::int64_t> quantity;
  std::optional<std::string> unit;
  bool operator==(const YearProduct&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearProduct, (), (text, quantity, unit))

// Mốc: what is there on a day. Its id is its line's own and stays from edition to edition.
struct Milestone {
  std::string id;
  std::string name;
  Date due;
  std::optional<std::int64_t> quantity;  // of the product, from the beginning of the year
  bool operator==(const Milestone&) const = default;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (id, name, due, quantity))

// A line without its protected words. Empty: no line.
struct PlanLineContent {
  std::optional<YearProduct> product;
  std::vector<Milestone> milestones;
  bool left_out = false;  // not this year: the reason is protected
  bool noted = false;     // a note stands: its words are protected
  bool empty() const { return !product && milestones.empty() && !left_out && !noted; }
  bool operator==(const PlanLineContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanLineContent, (), (product, milestones, left_out, noted))

struct UnitPlanLine {
  AssignmentId assignment;
  PlanLineContent content;
  std::optional<std::string> note;
  std::optional<std::string> reason;  // why not this year
  // The last event that set each, which also holds the words in its `open`.
  Sequence product_at = 0;
  Sequence milestones_at = 0;
  Sequence left_out_at = 0;
  Sequence note_at = 0;
  bool operator==(const UnitPlanLine&) const = default;
};
using UnitPlanLines = std::vector<std::shared_ptr<const UnitPlanLine>>;  // by assignment

struct UnitPlanEdition {
  std::int64_t number = 0;  // from 1
  Sequence approved_at = 0;
  Instant time;
  ActorId approved_by;
  AgencyId approved_for;
  std::optional<DocumentRef> document;
  UnitPlanLines lines;
};

// The confirming body of some lines has noted an edition.
struct UnitPlanNote {
  AgencyId agency;
  std::int64_t edition = 0;
  Instant time;
  Sequence sequence = 0;
  std::optional<std::string> remark;
  bool operator==(const UnitPlanNote&) const = default;
};

enum class UnitPlanStage : std::uint8_t { kDraft, kSubmitted, kApproved };
BOOST_DESCRIBE_ENUM(UnitPlanStage, kDraft, kSubmitted, kApproved)

struct UnitPlan {
  UnitPlanId id;
  AgencyId agency;
  std::int64_t year = 0;
  UnitPlanStage stage = UnitPlanStage::kDraft;
  UnitPlanLines lines;                                           // as they are being written
  std::vector<std::shared_ptr<const UnitPlanEdition>> editions;  // oldest first; the last one is in force
  std::vector<UnitPlanNote> notes;                               // of all editions
  std::optional<ReasonText> return_text;                         // of the last return, until the next submission
  bool returned = false;
  Sequence returned_at = 0;
  std::optional<ReasonText> amendment_text;  // why the edition in force is being amended
  Sequence amendment_at = 0;
};

// --- kept with the assignment, so that its timeliness needs nothing else ---

// What the edition in force of one agency's plan says of the assignment.
struct PlannedYear {
  AgencyId agency;
  std::int64_t year = 0;
  std::optional<YearProduct> product;
  std::vector<Milestone> milestones;
  bool left_out = false;
  bool operator==(const PlannedYear&) const = default;
};

struct MetMilestone {
  AgencyId agency;  // whose plan has it
  std::int64_t year = 0;
  std::string milestone;
  Date on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
  Sequence sequence = 0;
  bool operator==(const MetMilestone&) const = default;
};

enum class YearResultState : std::uint8_t { kSubmitted, kAccepted, kReturned };
BOOST_DESCRIBE_ENUM(YearResultState, kSubmitted, kAccepted, kReturned)

struct YearText {
  std::optional<std::string> result;
  bool operator==(const YearText&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearText, (), (result))

// Kết quả năm of standing work.
struct YearResult {
  std::int64_t year = 0;
  YearResultState state = YearResultState::kSubmitted;
  Date completed_on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
  AgencyId submitted_by;
  Sequence submitted_at = 0;
  std::optional<YearText> text;
  Sequence judged_at = 0;
  std::optional<ReasonText> return_text;
  bool operator==(const YearResult&) const = default;
};

struct YearWork {
  std::vector<PlannedYear> planned;
  std::vector<MetMilestone> met;
  std::vector<YearResult> results;  // one a year
  bool operator==(const YearWork&) const = default;
};

inline constexpr std::size_t kMilestonesMax = 12;  // of one line
inline constexpr std::size_t kMilestoneIdBytesMax = 40;
inline constexpr std::size_t kEditionsMax = 24;                      // of one plan
inline constexpr std::int64_t kQuantityToDivideMax = 1'000'000'000;  // beyond it no shares are proposed
inline constexpr int kPlanSetMonth = 1;                              // a year's plan is there by the end of January,
inline constexpr int kPlanDaysAfterIssue = 60;                       // or so many days after the programme was issued

// "<agency>.<year>", split from the right.
struct UnitPlanParts {
  AgencyId agency;
  std::int64_t year = 0;
};
UnitPlanId unit_plan_id(const AgencyId& agency, std::int64_t year);
std::optional<UnitPlanParts> split(const UnitPlanId& id);

Date first_of_year(std::int64_t year);
Date last_of_year(std::int64_t year);

// Null where there is none.
const UnitPlanLine* find_line(const UnitPlanLines& lines, const AssignmentId& assignment);
const Milestone* find_milestone(const std::vector<Milestone>& milestones, std::string_view id);
const MetMilestone* find_met(const YearWork& work, const AgencyId& agency, std::int64_t year, std::string_view id);
const YearResult* find_result(const YearWork& work, std::int64_t year);

}  // namespace luuvet
