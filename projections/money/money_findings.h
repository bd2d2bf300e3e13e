// Where money, work and products do not go together, and lines that may pay for the same.
#pragma once

#include <optional>
#include <vector>

#include "domain/links/link.h"
#include "domain/world.h"
#include "projections/tasks/products.h"

namespace luuvet::projections {

enum class MoneyFindingKind : std::uint8_t {
  kPaidWithoutProduct,  // a share of what is allocated was paid, nothing was handed over, not even in part
  kProductWithoutPay,   // most products were handed over, much less was paid of what is allocated
  kBehindTime,          // less was disbursed of the year's allocation than of the year is over
  kBehindProgress,      // what was disbursed of what is allocated, and how far the work is, lie apart
  kDoubleFunding,
  kUnlinked,
  kNoPlanCode  // public investment that was allocated money without a code in the medium-term plan
};
BOOST_DESCRIBE_ENUM(MoneyFindingKind, kPaidWithoutProduct, kProductWithoutPay, kBehindTime, kBehindProgress,
                    kDoubleFunding, kUnlinked, kNoPlanCode)

struct MoneyFinding {
  MoneyFindingKind kind = MoneyFindingKind::kUnlinked;
  BudgetLineId line;
  std::optional<ComponentId> component;  // whose money it is, where links name one
  std::optional<BudgetLineId> other;
  std::optional<ComponentId> other_component;
  std::vector<TaskId> tasks;  // linked to the line, or to the component
  // The need of the line, of both lines together, what is allocated to the component, to both, or the year's
  // allocation.
  Amount amount = 0;
  Amount disbursed = 0;
  std::optional<Products> products;      // of the tasks; of the kinds that weigh products
  std::optional<std::int64_t> progress;  // percent, of the work; of kBehindTime of the disbursement
  // Percent of what is allocated that was disbursed, none where nothing is allocated; of kBehindTime of the year that
  // is over.
  std::optional<std::int64_t> expected;
  std::optional<int> score;
  // Of double funding what was recorded of both lines: proposed, or decided as linked. Pairs that were rejected are no
  // findings; parted ones are as if nothing was recorded.
  std::optional<LinkId> link;
  std::optional<LinkStatus> link_status;

  bool decided() const { return link_status == LinkStatus::kLinked; }  // shown, but no longer to be counted
};

struct MoneyFindings {
  std::vector<MoneyFinding> items;  // by kind, within it in printed order
  std::size_t lines = 0;
  std::size_t linked_lines = 0;
  Amount need = 0;
  Amount linked_need = 0;
};

inline constexpr int kPaidShareLeast = 25;  // percent of what is allocated, paid without any product
inline constexpr int kProductsLeast = 50;   // percent of the products, handed over for less than half as large a pay

inline constexpr std::size_t kComponentsCompared = 1'000;  // the newest, of all lines

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
