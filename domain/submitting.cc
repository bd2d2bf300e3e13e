#include "domain/submitting.h"

#include <algorithm>
#include <utility>

#include "domain/figure.h"

namespace luuvet {
namespace {

bool lists(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

}  // namespace

std::optional<Submitting> find_submitting(const World& world, const Subject& subject) {
  if (subject.aggregate != Aggregate::kSubmission) return std::nullopt;
  auto parts = split(SubmissionId{subject.id});
  const auto* row = parts ? world.indicators.find(parts->indicator.value) : nullptr;
  if (!row || !world.is_agency(parts->agency)) return std::nullopt;
  const auto days = parse_period(parts->period);
  if (!days) return std::nullopt;
  Submitting submitting;
  submitting.row = &row->content;
  submitting.parts = std::move(*parts);
  submitting.days = *days;
  submitting.definition = definition_on(world, row->content, days->last);
  submitting.state = world.submissions.find(subject.id);
  return submitting;
}

Figure entered_figure(const IndicatorTerms& terms, const Figure& said) {
  Figure figure = said;
  if (said.numerator && said.denominator) figure.value = ratio(*said.numerator, *said.denominator, terms.unit);
  return figure;
}

bool is_submitter(const World& world, const Submitting& submitting, const AgencyId& agency) {
  return lists(submitters_of(world, submitting.definition.terms), agency);
}

bool is_own(const World& world, const Submitting& submitting, const AgencyId& agency) {
  return world.succeeds(agency, submitting.parts.agency);
}

bool verifies(const World& world, const Submitting& submitting, const AgencyId& agency, const Grant& grant) {
  if (is_own(world, submitting, agency)) return false;
  return grant.role == Role::kStatistics || lists(verifiers_of(world, submitting.definition.terms), agency);
}

bool has_to_do_with(const World& world, const SubmissionId& id, const AgencyId& agency) {
  const auto submitting = find_submitting(world, {Aggregate::kSubmission, id.value});
  if (!submitting) return false;
  return submitting->parts.agency == agency || sponsors(world, agency, submitting->parts.agency) ||
         lists(verifiers_of(world, submitting->definition.terms), agency);
}

bool sponsors(const World& world, const AgencyId& agency, const AgencyId& outside) {
  const SponsoredAgency* row = world.sponsored.find(outside.value);
  return row && std::any_of(row->sponsors.begin(), row->sponsors.end(),
                            [&](const auto& each) { return each.agency == agency; });
}

}  // namespace luuvet
