// The collections of the API and the aggregates behind them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "domain/base/subject.h"

namespace luuvet::api {

struct Collection {
  std::string_view name;  // in the path
  Aggregate aggregate;
};

inline constexpr std::array<Collection, 23> kCollections = {{
    {"programmes", Aggregate::kProgramme},
    {"agencies", Aggregate::kAgency},
    {"agency-groups", Aggregate::kAgencyGroup},
    {"committees", Aggregate::kCommittee},
    {"members", Aggregate::kMember},
    {"documents", Aggregate::kDocument},
    {"tasks", Aggregate::kTask},
    {"assignments", Aggregate::kAssignment},
    {"indicators", Aggregate::kIndicator},
    {"budget-lines", Aggregate::kBudgetLine},
    {"reporting-duties", Aggregate::kReportingDuty},
    {"doubts", Aggregate::kDoubt},
    {"posts", Aggregate::kPost},
    {"accounts", Aggregate::kAccount},
    {"links", Aggregate::kLink},
    {"coordinations", Aggregate::kCoordination},
    {"unit-plans", Aggregate::kUnitPlan},
    {"submissions", Aggregate::kSubmission},
    {"ratios", Aggregate::kRatio},
    {"missions", Aggregate::kMission},
    {"big-problems", Aggregate::kBigProblem},
    {"register-entries", Aggregate::kRegisterEntry},
    {"proposals", Aggregate::kProposal},
}};

constexpr std::optional<Aggregate> aggregate_of(std::string_view collection) {
  for (const Collection& entry : kCollections)
    if (entry.name == collection) return entry.aggregate;
  return std::nullopt;
}

constexpr std::optional<std::string_view> collection_of(Aggregate aggregate) {
  for (const Collection& entry : kCollections)
    if (entry.aggregate == aggregate) return entry.name;
  return std::nullopt;
}

}  // namespace luuvet::api
