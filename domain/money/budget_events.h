// The facts on the money of a budget line, and on the rounds in which needs are restated: see domain/events.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/base/partial.h"
#include "domain/money/budget.h"

namespace luuvet {

// The whole matrix: what it does not name is not assigned.
struct BudgetSourcesAssigned {
  std::vector<SourceAmount> sources;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const BudgetSourcesAssigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetSourcesAssigned, (), (sources, document, open))

// The printed need stays beside it.
struct BudgetNeedAmended {
  std::vector<YearAmount> years;
  std::vector<SourceAmount> sources;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const BudgetNeedAmended&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetNeedAmended, (), (years, sources, document, open))

struct BudgetNeedRevised {
  std::vector<YearAmount> years;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const BudgetNeedRevised&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetNeedRevised, (), (years, document, open))

struct BudgetComponentRegistered {
  ComponentId component;
  std::string name;
  std::optional<AgencyId> investor_agency;
  std::optional<std::string> investor_text;
  std::optional<std::string> code;
  ComponentKind kind = ComponentKind::kPublicInvestment;
  std::optional<std::string> medium_term_code = std::nullopt;
  bool operator==(const BudgetComponentRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetComponentRegistered, (),
                      (component, name, investor_agency, investor_text, code, kind, medium_term_code))

struct BudgetComponentAmended {
  ComponentId component;
  Partial<ComponentFields> set;
  std::optional<ReasonText> open;
  bool operator==(const BudgetComponentAmended&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetComponentAmended, (), (component, set, open))

struct BudgetComponentEnded {
  ComponentId component;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const BudgetComponentEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetComponentEnded, (), (component, document, open))

struct BudgetAllocated {
  AllocationId allocation;
  ComponentId component;
  std::optional<AgencyId> receiver;
  std::optional<std::string> receiver_text;
  std::int64_t budget_year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  Amount amount = 0;
  DocumentRef document;
  std::optional<std::int64_t> carried_from;
  bool above_need = false;
  std::optional<ReasonText> open;  // why above the need; `note`: why without a measurable product
  bool operator==(const BudgetAllocated&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetAllocated, (),
                      (allocation, component, receiver, receiver_text, budget_year, funding_source, amount, document,
                       carried_from, above_need, open))

struct BudgetAllocationReduced {
  AllocationId allocation;
  Amount amount = 0;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const BudgetAllocationReduced&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetAllocationReduced, (), (allocation, amount, document, open))

struct BudgetContractRegistered {
  ContractId contract;
  ComponentId component;
  std::string number;
  Date signed_on;
  std::string contractor;
  Amount amount = 0;
  std::optional<DocumentRef> document;
  bool operator==(const BudgetContractRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetContractRegistered, (),
                      (contract, component, number, signed_on, contractor, amount, document))

struct BudgetContractAmended {
  ContractId contract;
  Partial<ContractFields> set;
  std::optional<ReasonText> open;
  bool operator==(const BudgetContractAmended&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetContractAmended, (), (contract, set, open))

struct BudgetDisbursed {
  PaymentId payment;
  ComponentId component;
  std::int64_t budget_year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  PaymentKind kind = PaymentKind::kPayment;
  Amount amount = 0;
  Date paid_on;
  std::optional<std::string> voucher;
  std::optional<ContractId> contract;
  std::optional<ExtractRowRef> extract;  // none: typed
  std::optional<ReasonText> open;
  bool operator==(const BudgetDisbursed&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetDisbursed, (),
                      (payment, component, budget_year, funding_source, kind, amount, paid_on, voucher, contract,
                       extract, open))

// Hủy ghi sổ do nhầm: what it takes back stays in the ledger.
struct BudgetDisbursementReversed {
  PaymentId payment;
  std::optional<ReasonText> open;
  bool operator==(const BudgetDisbursementReversed&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetDisbursementReversed, (), (payment, open))

struct BudgetOutsideMoneyEntered {
  OutsideMoneyId entry;
  ComponentId component;
  OutsideMoneyKind kind = OutsideMoneyKind::kMobilised;
  std::int64_t year = 0;
  Amount amount = 0;
  Date on_day;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const BudgetOutsideMoneyEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetOutsideMoneyEntered, (), (entry, component, kind, year, amount, on_day, document, open))

struct BudgetOutsideMoneyConfirmed {
  std::vector<OutsideMoneyId> entries;
  std::optional<DocumentRef> document;
  bool operator==(const BudgetOutsideMoneyConfirmed&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetOutsideMoneyConfirmed, (), (entries, document))

struct BudgetOutsideMoneyReversed {
  OutsideMoneyId entry;
  std::optional<ReasonText> open;
  bool operator==(const BudgetOutsideMoneyReversed&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetOutsideMoneyReversed, (), (entry, open))

// --- programme ---
struct ProgrammeNeedRoundOpened {
  Date due;
  DocumentRef document;
  bool operator==(const ProgrammeNeedRoundOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeNeedRoundOpened, (), (due, document))

struct ProgrammeNeedRoundClosed {
  std::optional<DocumentRef> document;
  bool operator==(const ProgrammeNeedRoundClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeNeedRoundClosed, (), (document))

}  // namespace luuvet
