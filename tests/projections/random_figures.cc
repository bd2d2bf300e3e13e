#include "tests/projections/random_figures.h"

#include <set>
#include <utility>

#include "domain/figures/submission.h"

namespace luuvet::test {
namespace {

constexpr std::size_t kLeft = 3;  // agencies that are never merged away

std::string commune(std::size_t index) {
  return "xa-" + std::to_string(index);
}

std::vector<Fact> of_communes(Combining combine, std::size_t agencies) {
  std::vector<Fact> facts = an_indicator_to_measure();
  IndicatorTerms said = terms(combine, {});
  for (std::size_t i = 0; i < agencies; ++i) {
    facts.push_back(an_agency(commune(i)));
    said.submitters.push_back({commune(i)});
  }
  facts.push_back(defined(said));
  return facts;
}

Decimal decimal(std::int64_t ten_thousandths) {
  return {ten_thousandths, 4};
}

// What the command would have stored, rounded half away from zero.
Decimal percent(Fraction fraction) {
  const std::int64_t doubled = fraction.above * 2 * 100 * 1'000'000 / fraction.below;
  return {(doubled + 1) / 2, 6};
}

}  // namespace

RandomFigures::RandomFigures(Combining combine, std::size_t agencies, std::uint32_t seed)
    : combine_(combine), random_(seed), seen_(of_communes(combine, agencies)) {
  for (std::size_t i = 0; i < agencies; ++i) said_[commune(i)] = {};
}

std::int64_t RandomFigures::pick(std::int64_t low, std::int64_t high) {
  return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
}

Fraction RandomFigures::a_fraction() {
  const std::int64_t below = pick(1, 5'000'000);
  return {pick(0, below), below};
}

void RandomFigures::add(const std::string& agency, Event event, const std::string& by) {
  seen_.add({"submission/i1." + agency + ".2026", std::move(event), by});
}

void RandomFigures::act() {
  if (pick(0, 59) == 0) return merge();
  auto at = said_.begin();
  std::advance(at, pick(0, static_cast<std::int64_t>(said_.size()) - 1));
  auto& [agency, said] = *at;
  switch (said.stage) {
    case Stage::kNone:
    case Stage::kDraft:
      return enter(agency, said);
    case Stage::kApproved:
    case Stage::kVerified:
      return approved_on(agency, said);
    case Stage::kWaiting:
      return waiting_on(agency, said);
  }
}

void RandomFigures::enter(const std::string& agency, Said& said) {
  if (merged_into_.contains(agency)) return;
  SubmissionEntered event;
  said = {Stage::kDraft, std::nullopt, std::nullopt};
  if (pick(0, 5) == 0) {
    event.missing = true;
    event.open = FigureText{"Chưa điều tra", std::nullopt, std::nullopt};
  } else {
    said.fraction = a_fraction();
    event.value = combine_ == Combining::kRate ? percent(*said.fraction) : decimal(said.fraction->above);
    if (combine_ == Combining::kRate) {
      event.numerator = decimal(said.fraction->above);
      event.denominator = decimal(said.fraction->below);
    }
  }
  add(agency, std::move(event), agency);
  if (pick(0, 3) == 0) return;  // stays a draft
  add(agency, SubmissionApproved{FigureKind::kActual}, agency);
  said.stage = Stage::kApproved;
}

void RandomFigures::approved_on(const std::string& agency, Said& said) {
  if (said.stage == Stage::kApproved) {
    const bool returned = pick(0, 2) == 0;
    if (returned)
      add(agency, SubmissionReturned{FigureKind::kActual, ReasonText{"Chưa khớp", {}}}, "so-khcn");
    else
      add(agency, SubmissionVerified{FigureKind::kActual, std::nullopt}, "so-khcn");
    said.stage = returned ? Stage::kDraft : Stage::kVerified;
    return;
  }
  SubmissionRestated event;
  const Fraction after = a_fraction();
  event.value = combine_ == Combining::kRate ? percent(after) : decimal(after.above);
  if (combine_ == Combining::kRate) {
    event.numerator = decimal(after.above);
    event.denominator = decimal(after.below);
  }
  add(agency, std::move(event), agency);
  said = {Stage::kWaiting, after, said.fraction};
}

void RandomFigures::waiting_on(const std::string& agency, Said& said) {
  if (!said.before || pick(0, 1) == 0) {
    add(agency, SubmissionVerified{FigureKind::kActual, std::nullopt}, "so-khcn");
    said = {Stage::kVerified, said.fraction, std::nullopt};
  } else {
    add(agency, SubmissionReturned{FigureKind::kActual, ReasonText{"Không có căn cứ", {}}}, "so-khcn");
    said = {Stage::kVerified, said.before, std::nullopt};
  }
}

void RandomFigures::merge() {
  std::vector<std::string> left;
  for (const auto& [agency, said] : said_)
    if (!merged_into_.contains(agency)) left.push_back(agency);
  if (left.size() <= kLeft) return;
  const auto one = static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(left.size()) - 1));
  const auto other = static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(left.size()) - 1));
  if (one == other) return;
  merged_into_[left[one]] = left[other];
  seen_.add({"agency/" + left[one], AgencyMerged{{left[other]}, day("2026-03-10"), qd1()}});
}

std::string RandomFigures::successor_of(std::string agency) const {
  for (auto next = merged_into_.find(agency); next != merged_into_.end(); next = merged_into_.find(agency))
    agency = next->second;
  return agency;
}

RandomFigures::Whole RandomFigures::whole() const {
  Whole whole;
  std::set<std::string> reported, missing;
  for (const auto& [agency, said] : said_) {
    whole.due += !merged_into_.contains(agency);
    if (said.stage < Stage::kApproved) continue;
    (said.fraction ? reported : missing).insert(successor_of(agency));
    whole.above += said.fraction ? said.fraction->above : 0;
    whole.below += said.fraction ? said.fraction->below : 0;
  }
  whole.reported = static_cast<std::int64_t>(reported.size());
  for (const std::string& agency : missing) whole.missing += !reported.contains(agency);
  return whole;
}

}  // namespace luuvet::test
