#include "projections/indicators/share_sums.h"

#include <map>

#include "domain/figures/figure.h"

namespace luuvet::projections {
namespace {

// A range, "done" and words are not added.
std::optional<Decimal> number_of(const Target& target) {
  const bool words = target.comparator == Comparator::kText || target.comparator == Comparator::kDone;
  if (words || target.value.high) return std::nullopt;
  return target.value.low;
}

void add(ShareSum& sum, Decimal number) {
  sum.sum = sum.agencies == 0 ? number : plus(sum.sum, number);
  ++sum.agencies;
}

void hold_against(ShareSum& sum, const std::vector<Target>& targets) {
  for (const Target& each : targets)
    if (each.year == sum.year) sum.target = number_of(each);
  if (sum.target) sum.difference = minus(sum.sum, *sum.target);
}

}  // namespace

std::vector<ShareSum> share_sums(const World& world, const Indicator& row, Date date) {
  const IndicatorBook* book = book_of(world, row.id);
  const IndicatorTerms terms = definition_on(world, row, date).terms;
  if (!book || terms.combine != Combining::kSum) return {};
  const auto shares = target_sets_on(*book, date);
  std::map<std::int64_t, ShareSum> by_year;
  for (const AgencyId& agency : submitters_of(world, terms)) {
    const auto share = shares.find(agency.value);
    if (share == shares.end()) continue;
    for (const Target& each : share->second->targets)
      if (const auto number = number_of(each)) add(by_year[each.year], *number);
  }
  const std::vector<Target> targets = targets_on(world, row, std::nullopt, date);
  std::vector<ShareSum> sums;
  for (auto& [year, sum] : by_year) {
    sum.year = year;
    hold_against(sum, targets);
    sums.push_back(sum);
  }
  return sums;
}

}  // namespace luuvet::projections
