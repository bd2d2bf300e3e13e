// The commands on the money of a budget line, and on the rounds in which needs are restated: see domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/base/partial.h"
#include "domain/money/budget.h"

namespace luuvet {

// --- need and sources ---
struct AssignSources {
  std::vector<SourceAmount> sources;  // the whole matrix
  DocumentRef document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AssignSources, (), (sources, document, reason))

struct AmendNeed {
  std::vector<YearAmount> years;
  std::vector<SourceAmount> sources;
  DocumentRef document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendNeed, (), (years, sources, document, reason))

struct ReviseNeed {
  std::vector<YearAmount> years;
  std::optional<DocumentRef> document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ReviseNeed, (), (years, document, reason))

// On the programme.
struct OpenNeedRound {
  Date due;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(OpenNeedRound, (), (due, document))
struct CloseNeedRound {
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(CloseNeedRound, (), (document))

// --- components ---
struct RegisterComponent {
  std::string name;
  std::optional<AgencyId> investor_agency;
  std::optional<std::string> investor_text;
  std::optional<std::string> code;
  ComponentKind kind = ComponentKind::kPublicInvestment;
  std::optional<std::string> medium_term_code = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(RegisterComponent, (), (name, investor_agency, investor_text, code, kind, medium_term_code))
struct AmendComponent {
  ComponentId component;
  Partial<ComponentFields> set;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendComponent, (), (component, set, reason))
struct EndComponent {
  ComponentId component;
  std::string reason;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(EndComponent, (), (component, reason, document))

// --- allocations ---
struct Allocate {
  ComponentId component;
  std::optional<AgencyId> receiver;
  std::optional<std::string> receiver_text;
  std::int64_t budget_year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  Amount amount = 0;
  DocumentRef document;
  std::optional<std::int64_t> carried_from;  // the year whose money it is
  std::optional<std::string> above_need_reason;
  std::optional<std::string> no_product_reason;
};
BOOST_DESCRIBE_STRUCT(Allocate, (),
                      (component, receiver, receiver_text, budget_year, funding_source, amount, document, carried_from,
                       above_need_reason, no_product_reason))
struct ReduceAllocation {
  AllocationId allocation;
  Amount amount = 0;
  DocumentRef document;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReduceAllocation, (), (allocation, amount, document, reason))

// --- contracts and payments ---
struct RegisterContract {
  ComponentId component;
  std::string number;
  Date signed_on;
  std::string contractor;
  Amount amount = 0;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(RegisterContract, (), (component, number, signed_on, contractor, amount, document))
struct AmendContract {
  ContractId contract;
  Partial<ContractFields> set;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AmendContract, (), (contract, set, reason))

struct Disburse {
  ComponentId component;
  std::int64_t budget_year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  PaymentKind kind = PaymentKind::kPayment;
  Amount amount = 0;
  Date paid_on;
  std::optional<std::string> voucher;
  std::optional<ContractId> contract;
  std::optional<std::string> reason;  // of a day outside the budget year
};
BOOST_DESCRIBE_STRUCT(Disburse, (),
                      (component, budget_year, funding_source, kind, amount, paid_on, voucher, contract, reason))
struct ReverseDisbursement {
  PaymentId payment;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReverseDisbursement, (), (payment, reason))

// --- money outside the budget ---
struct EnterOutsideMoney {
  ComponentId component;
  OutsideMoneyKind kind = OutsideMoneyKind::kMobilised;
  std::int64_t year = 0;
  Amount amount = 0;
  Date on_day;
  std::optional<DocumentRef> document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(EnterOutsideMoney, (), (component, kind, year, amount, on_day, document, note))
struct ConfirmOutsideMoney {
  std::vector<OutsideMoneyId> entries;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(ConfirmOutsideMoney, (), (entries, document))
struct ReverseOutsideMoney {
  OutsideMoneyId entry;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReverseOutsideMoney, (), (entry, reason))

}  // namespace luuvet
