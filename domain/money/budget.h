// Money of one budget line: what is needed and from which sources, and under it components with what was allocated to
// them, contracted and paid. All amounts are whole đồng; everything is a value.
#pragma once

#include <boost/describe.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/common.h"
#include "domain/registers.h"
#include "domain/tasks/assignment.h"

namespace luuvet {

using AllocationId = Id<struct AllocationTag>;
using ContractId = Id<struct ContractTag>;
using PaymentId = Id<struct PaymentTag>;
using OutsideMoneyId = Id<struct OutsideMoneyTag>;

enum class FundingSource : std::uint8_t { kCentralBudget, kProvincialBudget, kCommuneBudget, kPrivateAndOther };
BOOST_DESCRIBE_ENUM(FundingSource, kCentralBudget, kProvincialBudget, kCommuneBudget, kPrivateAndOther)
inline constexpr std::size_t kFundingSources = 4;

enum class ComponentKind : std::uint8_t { kPublicInvestment, kRecurrent, kHiredService, kNonBudget };
BOOST_DESCRIBE_ENUM(ComponentKind, kPublicInvestment, kRecurrent, kHiredService, kNonBudget)

// Disbursed = advances + payments - recoveries - repayments.
enum class PaymentKind : std::uint8_t { kAdvance, kAdvanceRecovery, kPayment, kRepayment };
BOOST_DESCRIBE_ENUM(PaymentKind, kAdvance, kAdvanceRecovery, kPayment, kRepayment)

enum class OutsideMoneyKind : std::uint8_t { kMobilised, kSpent };
BOOST_DESCRIBE_ENUM(OutsideMoneyKind, kMobilised, kSpent)

struct YearAmount {
  std::int64_t year = 0;
  Amount amount = 0;
  bool operator==(const YearAmount&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearAmount, (), (year, amount))

struct SourceAmount {
  std::int64_t year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  Amount amount = 0;
  bool operator==(const SourceAmount&) const = default;
};
BOOST_DESCRIBE_STRUCT(SourceAmount, (), (year, funding_source, amount))

// What may be set on a component (dự án, nhiệm vụ thành phần).
struct ComponentFields {
  std::string name;
  std::optional<AgencyId> investor_agency;
  std::optional<std::string> investor_text;  // where it is no registered agency
  std::optional<std::string> code;           // by which the treasury names it
  ComponentKind kind = ComponentKind::kPublicInvestment;
  std::optional<std::string> medium_term_code = std::nullopt;  // of public investment, in the medium-term plan
  bool operator==(const ComponentFields&) const = default;
};
BOOST_DESCRIBE_STRUCT(ComponentFields, (), (name, investor_agency, investor_text, code, kind, medium_term_code))

// A component's money of one budget year from one source.
struct MoneyCell {
  std::int64_t year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  Amount allocated = 0;     // less what was taken back
  Amount carried_over = 0;  // of it
  Amount advances = 0;      // outstanding
  Amount disbursed = 0;
  std::optional<Date> cumulative_at;  // the newest day for which the treasury has said its total
  bool operator==(const MoneyCell&) const = default;

  Amount above_ceiling() const { return disbursed > allocated ? disbursed - allocated : 0; }
  Amount remaining() const { return allocated > disbursed ? allocated - disbursed : 0; }
};

struct BudgetComponent {
  ComponentId id;
  ComponentFields content;
  bool ended = false;
  Sequence ended_at = 0;
  std::optional<ReasonText> end_text;
  std::vector<MoneyCell> cells;  // by year and source
  Amount contracted = 0;
  bool operator==(const BudgetComponent&) const = default;
};

struct BudgetAllocation {
  AllocationId id;
  ComponentId component;
  std::optional<AgencyId> receiver;
  std::optional<std::string> receiver_text;
  std::int64_t budget_year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  Amount amount = 0;   // as it was given
  Amount reduced = 0;  // what of it was taken back
  DocumentRef document;
  std::optional<std::int64_t> carried_from;
  bool above_need = false;
  std::optional<ReasonText> text;
  Sequence sequence = 0;
  Instant time;
  bool operator==(const BudgetAllocation&) const = default;
};

// What may be set on a contract.
struct ContractFields {
  std::string number;
  Date signed_on;
  std::string contractor;
  Amount amount = 0;
  std::optional<DocumentRef> document;
  bool operator==(const ContractFields&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContractFields, (), (number, signed_on, contractor, amount, document))

struct BudgetContract {
  ContractId id;
  ComponentId component;
  ContractFields content;
  Amount disbursed = 0;  // by the entries that name it
  Amount advances = 0;   // outstanding of these
  Sequence sequence = 0;
  bool operator==(const BudgetContract&) const = default;
};

// Money outside the budget: counted once it is confirmed.
struct OutsideMoney {
  OutsideMoneyId id;
  ComponentId component;
  OutsideMoneyKind kind = OutsideMoneyKind::kMobilised;
  std::int64_t year = 0;
  Amount amount = 0;
  Date on_day;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  AgencyId agency;
  Sequence sequence = 0;
  Instant time;
  std::optional<AgencyId> confirmed_by;
  Sequence reversed_at = 0;
  bool operator==(const OutsideMoney&) const = default;
};

// Nhu cầu sau rà soát.
struct RevisedNeed {
  std::vector<YearAmount> years;
  std::optional<DocumentRef> document;
  AgencyId agency;
  std::optional<ReasonText> text;
  Sequence sequence = 0;
  Instant time;
  bool operator==(const RevisedNeed&) const = default;
};

struct BudgetBook {
  BudgetLineId line;
  std::optional<std::vector<YearAmount>> need;  // amended; none: as the paper prints it
  std::vector<SourceAmount> sources;            // by year and source
  std::optional<RevisedNeed> revised;
  std::vector<BudgetComponent> components;  // in the order in which they were registered
  std::vector<BudgetAllocation> allocations;
  std::vector<BudgetContract> contracts;
  std::vector<OutsideMoney> outside;
  std::size_t entries = 0;  // in the ledger
  const std::string& key() const { return line.value; }
  bool operator==(const BudgetBook&) const = default;
};

enum class LedgerKind : std::uint8_t {
  kAllocation,
  kCarryOver,
  kReduction,
  kAdvance,
  kAdvanceRecovery,
  kPayment,
  kRepayment,
  kReversal
};
BOOST_DESCRIBE_ENUM(LedgerKind, kAllocation, kCarryOver, kReduction, kAdvance, kAdvanceRecovery, kPayment, kRepayment,
                    kReversal)

// The row of an extract by which a payment came.
struct ExtractRowRef {
  TreasuryExtractId extract;
  std::string key;
  std::int64_t row = 0;            // in the file, from 0
  std::string code;                // as the treasury names the component
  std::optional<Date> cumulative;  // a difference to the total of that day
  bool operator==(const ExtractRowRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExtractRowRef, (), (extract, key, row, code, cumulative))

// One line of the bank book; nothing is ever taken out of it.
struct LedgerEntry {
  std::string place;  // "<line>/<sequence, 16 hex digits>": the lines' entries stand in the order of the log
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId agency;
  LedgerKind kind = LedgerKind::kPayment;
  std::string id;  // of the allocation or the payment that it is about
  ComponentId component;
  std::int64_t budget_year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  Amount amount = 0;
  std::optional<Date> day;
  std::optional<std::string> voucher;
  std::optional<ContractId> contract;
  std::optional<std::string> receiver;
  std::optional<DocumentRef> document;
  std::optional<ExtractRowRef> extract;
  Sequence reverses = 0;     // of kReversal
  Sequence reversed_by = 0;  // 0: it stands
  std::optional<ReasonText> text;
  const std::string& key() const { return place; }
  bool operator==(const LedgerEntry&) const = default;
};

// Where a payment stands in the ledger.
struct PaymentPlace {
  std::string id;  // "<line>/<payment>"
  Sequence sequence = 0;
  const std::string& key() const { return id; }
  bool operator==(const PaymentPlace&) const = default;
};

inline constexpr Amount kAmountMax = 1'000'000'000'000'000;  // of one entry: beyond any budget of a province
inline constexpr std::size_t kComponentsMax = 500;           // of one line, as contracts and allocations
inline constexpr std::size_t kAllocationsMax = 5'000;
inline constexpr std::size_t kContractsMax = 5'000;
inline constexpr std::size_t kOutsideMax = 5'000;
inline constexpr std::size_t kLedgerMax = 100'000;   // entries of one line
inline constexpr std::size_t kNeedYearsMax = 30;     // of one matrix
inline constexpr std::size_t kSourceCellsMax = 200;  // of one matrix
inline constexpr std::int64_t kBudgetYearFirst = 2000;
inline constexpr std::int64_t kBudgetYearLast = 2100;

// Sums stay within what an amount can hold, whatever was stored.
Amount plus(Amount a, Amount b);

std::string ledger_place(std::string_view line, Sequence sequence);
std::string payment_place(std::string_view line, const PaymentId& payment);

// Null where there is none.
const BudgetComponent* find_component(const BudgetBook& book, const ComponentId& id);
const BudgetAllocation* find_allocation(const BudgetBook& book, const AllocationId& id);
const BudgetContract* find_contract(const BudgetBook& book, const ContractId& id);
const OutsideMoney* find_outside(const BudgetBook& book, const OutsideMoneyId& id);
// All 0 where nothing was entered in it.
MoneyCell cell_of(const BudgetComponent& component, std::int64_t year, FundingSource source);

// What an entry of that kind adds.
Amount disbursed_by(PaymentKind kind, Amount amount);
Amount advanced_by(PaymentKind kind, Amount amount);
// None: no payment.
std::optional<PaymentKind> payment_kind(LedgerKind kind);
LedgerKind ledger_kind(PaymentKind kind);

// The need in force, by year.
std::vector<YearAmount> need_in_force(const BudgetLine& line, const BudgetBook* book);
Amount total(const std::vector<YearAmount>& years);
Amount of_year(const std::vector<YearAmount>& years, std::int64_t year);
Amount assigned_in(const std::vector<SourceAmount>& sources, std::int64_t year);

}  // namespace luuvet
