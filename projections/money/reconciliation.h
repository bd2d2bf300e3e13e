// What has to close: each sum with what the document prints beside it and the parts that it adds up; what was paid
// above what is allocated; rows of the treasury that belong nowhere yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/world.h"

namespace luuvet::projections {

struct ReconciledPart {
  std::optional<std::string> subject;  // "budget-line/<id>"; none: a year
  std::string label;
  Amount amount = 0;
};

enum class ReconciledKind : std::uint8_t { kTotal, kYear, kFundingSource, kSection, kLine, kUnassigned };
BOOST_DESCRIBE_ENUM(ReconciledKind, kTotal, kYear, kFundingSource, kSection, kLine, kUnassigned)

struct ReconciledSum {
  std::string key;  // "year.2026"
  ReconciledKind kind = ReconciledKind::kTotal;
  std::string label;
  std::optional<Amount> printed;
  Amount computed = 0;  // the sum of the parts
  std::vector<ReconciledPart> parts;
};

// Chênh lệch chờ đối chiếu.
struct MoneyDifference {
  const BudgetLine* line = nullptr;
  const BudgetComponent* component = nullptr;
  MoneyCell cell;
  std::optional<AgencyId> owner;  // the investor, else the first lead
};

struct WaitingRow {
  TreasuryExtractId extract;
  std::shared_ptr<const ExtractRow> row;
  Instant since;
};

// Points into the World.
struct Reconciliation {
  std::vector<ReconciledSum> sums;
  std::vector<MoneyDifference> differences;
  std::vector<WaitingRow> waiting;  // of extracts of the programme's province
};

Reconciliation reconcile(const World& world, const Programme& programme);

}  // namespace luuvet::projections
