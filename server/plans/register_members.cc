// The members of indicators and budget lines that a file sets.
#include <algorithm>

#include "api/sheets/sheet_words.h"
#include "domain/base/fold.h"
#include "server/plans/register_rows.h"

namespace luuvet::server {
namespace {

constexpr Amount kMillion = 1'000'000;
constexpr std::size_t kGroup = 3;

const Target* of_year(const Indicator& row, std::int64_t year) {
  const auto found = std::ranges::find(row.targets, year, &Target::year);
  return found == row.targets.end() ? nullptr : &*found;
}

bool same_target(const Target& a, const Target& b) {
  if (a.comparator == b.comparator && a.value == b.value && a.comparator != Comparator::kText) return true;
  return fold(a.text) == fold(b.text);
}

// The years that the file does not print stay as they are.
bool same_targets(const Indicator& file, const Indicator& other) {
  return std::ranges::all_of(file.targets, [&](const Target& target) {
    const Target* there = of_year(other, target.year);
    return there && same_target(target, *there);
  });
}

void take_targets(const Indicator& from, Indicator& row) {
  for (const Target& target : from.targets) {
    const auto place = std::ranges::find(row.targets, target.year, &Target::year);
    if (place == row.targets.end())
      row.targets.push_back(target);
    else if (!same_target(target, *place))
      *place = target;
  }
  std::ranges::stable_sort(row.targets, {}, &Target::year);
}

std::string printed_targets(const World&, const Indicator& row) {
  std::string text;
  for (const Target& target : row.targets)
    text += (text.empty() ? "" : "; ") + std::to_string(target.year) + ": " + target.text;
  return text;
}

std::string in_groups(Amount amount) {
  std::string digits = std::to_string(amount);
  for (std::size_t at = digits.size(); at > kGroup; at -= kGroup) digits.insert(at - kGroup, 1, '.');
  return digits;
}

std::string money(Amount amount) {
  return amount % kMillion == 0 ? in_groups(amount / kMillion) + " triệu đồng" : in_groups(amount) + " đồng";
}

std::string printed_need(const World&, const BudgetLine& row) {
  if (!row.need) return {};
  std::string text = money(row.need->total);
  for (const auto& [year, amount] : row.need->years)
    if (amount) text += "; " + year + ": " + money(*amount);
  return text;
}

bool same_need(const BudgetLine& file, const BudgetLine& other) {
  if (!file.need || !other.need) return !file.need;
  const auto there = [&](const auto& each) {
    const auto found = other.need->years.find(each.first);
    const auto amount = found == other.need->years.end() ? std::optional<Amount>() : found->second;
    return each.second.value_or(0) == amount.value_or(0);
  };
  return file.need->total == other.need->total && std::ranges::all_of(file.need->years, there);
}

void take_need(const BudgetLine& from, BudgetLine& row) {
  if (!from.need) return;
  if (!row.need) row.need = Need{};
  row.need->total = from.need->total;
  for (const auto& [year, amount] : from.need->years) row.need->years[year] = amount;
}

// Who stands in a cell: the same bodies, or the same words.
template <auto kAgencies, auto kText, class Content>
bool same_bodies(const Content& file, const Content& other) {
  if (file.*kAgencies == other.*kAgencies) return true;
  return file.*kText && other.*kText && fold(*(file.*kText)) == fold(*(other.*kText));
}

template <auto kAgencies, auto kText, class Content>
void take_bodies(const Content& from, Content& row) {
  row.*kAgencies = from.*kAgencies;
  row.*kText = from.*kText;
}

template <auto kAgencies, class Content>
std::string printed_bodies(const World& world, const Content& row) {
  return api::names_of_agencies(world, row.*kAgencies);
}

template <auto kText, class Content>
std::string printed_text(const World&, const Content& row) {
  return (row.*kText).value_or("");
}

template <auto kText, class Content>
bool same_text(const Content& file, const Content& other) {
  return fold((file.*kText).value_or("")) == fold((other.*kText).value_or(""));
}

template <auto kMember, class Content>
void take_member(const Content& from, Content& row) {
  row.*kMember = from.*kMember;
}

template <class Content>
RegisterMember<Content> name_member() {
  return {"name", PlanField::kTitle, [](const World&, const Content& row) { return row.name; },
          [](const Content& file, const Content& other) { return fold(file.name) == fold(other.name); },
          &take_member<&Content::name, Content>};
}

template <auto kAgencies, auto kText, class Content>
RegisterMember<Content> bodies_member(const char* name, PlanField column) {
  return {name, column, &printed_bodies<kAgencies, Content>, &same_bodies<kAgencies, kText, Content>,
          &take_bodies<kAgencies, kText, Content>};
}

template <auto kText, class Content>
RegisterMember<Content> text_member(const char* name, PlanField column) {
  return {name, column, &printed_text<kText, Content>, &same_text<kText, Content>, &take_member<kText, Content>};
}

}  // namespace

template <>
const std::vector<RegisterMember<Indicator>>& register_members<Indicator>() {
  using I = Indicator;
  static const std::vector<RegisterMember<I>> kMembers = {
      name_member<I>(),
      text_member<&I::unit, I>("unit", PlanField::kUnit),
      {"targets", PlanField::kTarget, &printed_targets, &same_targets, &take_targets},
      bodies_member<&I::tracking_agencies, &I::tracking_text, I>("tracking_agencies", PlanField::kLead),
      bodies_member<&I::implementing_agencies, &I::implementing_text, I>("implementing_agencies",
                                                                         PlanField::kCoordinating),
      text_member<&I::note, I>("note", PlanField::kNote)};
  return kMembers;
}

template <>
const std::vector<RegisterMember<BudgetLine>>& register_members<BudgetLine>() {
  using B = BudgetLine;
  static const std::vector<RegisterMember<B>> kMembers = {
      name_member<B>(),
      bodies_member<&B::lead_agencies, &B::lead_text, B>("lead_agencies", PlanField::kLead),
      bodies_member<&B::coordinating_agencies, &B::coordinating_text, B>("coordinating_agencies",
                                                                         PlanField::kCoordinating),
      {"need", PlanField::kNeed, &printed_need, &same_need, &take_need},
      {"funding_source", PlanField::kFunding, [](const World&, const B& row) { return row.funding_source; },
       [](const B& file, const B& other) { return file.funding_source == other.funding_source; },
       &take_member<&B::funding_source, B>}};
  return kMembers;
}

}  // namespace luuvet::server
