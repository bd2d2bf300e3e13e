// Where money, work and products do not go together, and lines that may pay for the same.
#pragma once

#include <optional>
#include <vector>

#include "domain/world.h"

namespace luuvet::projections {

enum class MoneyFindingKind : std::uint8_t {
  kPaidWithoutProduct,
  kProductWithoutPay,
  kBehindTime,      // less was disbursed of the year's allocation than of the year is over
  kBehindProgress,  // what was disbursed of what is allocated, and how far the work is, lie apart
  kDoubleFunding,
  kUnlinked
};
BOOST_DESCRIBE_ENUM(MoneyFindingKind, kPaidWithoutProduct, kProductWithoutPay, kBehindTime, kBehindProgress,
                    kDoubleFunding, kUnlinked)

struct MoneyFinding {
  MoneyFindingKind kind = MoneyFindingKind::kUnlinked;
  BudgetLineId line;
  std::optional<BudgetLineId> other;
  std::vector<TaskId> tasks;  // linked to the line
  Amount amount = 0;          // the need of the line, of both lines together, or the year's allocation
  Amount disbursed = 0;
  std::optional<std::int64_t> progress;  // percent, of the work; of kBehindTime of the disbursement
  std::optional<std::int64_t> expected;  // percent of the year that is over; of kBehindProgress what was disbursed
  std::optional<int> score;
  std::optional<LinkId> link;
};

struct MoneyFindings {
  std::vector<MoneyFinding> items;  // by kind, within it in printed order
  std::size_t lines = 0;
  std::size_t linked_lines = 0;
  Amount need = 0;
  Amount linked_need = 0;
};

// From where on something is pointed out.
struct FindingThresholds {
  std::int64_t behind_time = 20;      // percent between the year and its disbursement
  std::int64_t behind_progress = 30;  // percent between work and disbursement
  std::int64_t same_money = 45;       // score of words from which two lines may pay for the same
};
BOOST_DESCRIBE_STRUCT(FindingThresholds, (), (behind_time, behind_progress, same_money))

MoneyFindings money_findings(const World& world, const ProgrammeId& programme, Date status_date,
                             const FindingThresholds& thresholds = {});

}  // namespace luuvet::projections
