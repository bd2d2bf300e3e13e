#include "domain/figures/submitting.h"

#include <algorithm>
#include <utility>

#include "domain/figures/figure.h"

namespace luuvet {
namespace {

bool lists(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

constexpr std::size_t kNamesMax = 5;

Rejection nothing_here(std::string vi, std::string en) {
  Rejection rejection = not_found();
  rejection.detail = {std::move(vi), std::move(en)};
  return rejection;
}

std::string name_of(const World& world, const AgencyId& agency) {
  const auto* row = world.agencies.find(agency.value);
  return row ? row->content.name : agency.value;
}

Rejection not_a_submitter(const World& world, const Submitting& at) {
  const std::string name = name_of(world, at.parts.agency);
  const std::vector<AgencyId> submitters = submitters_of(world, at.definition.terms);
  if (submitters.empty())
    return nothing_here(name + " không được giao nhập số liệu chỉ tiêu này; chưa cơ quan nào được giao.",
                        name + " does not submit for this indicator; nobody does yet.");
  const std::string others = names_of_some(world, submitters);
  return nothing_here(name + " không được giao nhập số liệu chỉ tiêu này. Cơ quan nhập: " + others + ".",
                      name + " does not submit for this indicator; these do: " + others + ".");
}

// What the id names that is not there.
Rejection unnamed(const World& world, const Subject& subject) {
  const auto parts = subject.aggregate == Aggregate::kSubmission ? split(SubmissionId{subject.id}) : std::nullopt;
  if (!parts) return nothing_here("Mã số liệu gồm chỉ tiêu, cơ quan và kỳ.", "Its id is of indicator, agency, period.");
  if (!world.indicators.find(parts->indicator.value))
    return nothing_here("Không có chỉ tiêu " + parts->indicator.value + ".",
                        "There is no indicator " + parts->indicator.value + ".");
  return nothing_here("Không có cơ quan " + parts->agency.value + ".",
                      "There is no agency " + parts->agency.value + ".");
}

}  // namespace

std::string names_of_some(const World& world, const std::vector<AgencyId>& agencies) {
  std::string names;
  for (std::size_t i = 0; i < std::min(agencies.size(), kNamesMax); ++i)
    names += (i > 0 ? "; " : "") + name_of(world, agencies[i]);
  return agencies.size() > kNamesMax ? names + "; …" : names;
}

Rejection no_submission(const World& world, const Subject& subject) {
  const auto at = find_submitting(world, subject);
  if (!at) return unnamed(world, subject);
  if (at->row->heading)
    return nothing_here("Đây là dòng tiêu đề, không phải chỉ tiêu.", "This is a heading, not an indicator.");
  if (const auto twin = figures_from(world, *at->row, at->days.last))
    return nothing_here("Chỉ tiêu này dùng chung số liệu với chỉ tiêu " + twin->value + ".",
                        "This indicator shares the figures of " + twin->value + ".");
  if (!is_submitter(world, *at, at->parts.agency)) return not_a_submitter(world, *at);
  if (!fits(at->definition.terms.frequency, at->parts.period))
    return nothing_here("Kỳ này không đúng tần suất báo cáo của chỉ tiêu.",
                        "The period does not fit the indicator's frequency.");
  return nothing_here("Cơ quan chưa nhập số liệu của chỉ tiêu này cho kỳ này.",
                      "The agency has entered nothing of this indicator for the period.");
}

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
