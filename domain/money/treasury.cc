#include "domain/money/treasury.h"

#include "domain/base/stable_hash.h"

namespace luuvet {

std::string extract_row_key(ExtractProfile profile, const ExtractFact& fact, std::int64_t budget_year,
                            FundingSource source, std::int64_t repeat) {
  StableHash hash;
  hash.add(profile);
  hash.add(fact.code);
  hash.add(fact.kind);
  hash.add(fact.amount);
  hash.add(fact.paid_on);
  hash.add(fact.voucher);
  hash.add(budget_year);
  hash.add(source);
  hash.add(repeat);
  return hash.hex();
}

}  // namespace luuvet
