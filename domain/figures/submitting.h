// A submission as it is addressed: its indicator, agency and period, the definition that holds for the period, and who
// stands how to it.
#pragma once

#include <optional>
#include <vector>

#include "domain/base/result.h"
#include "domain/indicators/indicator_terms.h"
#include "domain/people/grants.h"

namespace luuvet {

struct Submitting {
  const Indicator* row = nullptr;
  SubmissionParts parts;
  DateRange days;
  IndicatorDefinition definition;          // on the period's last day
  const SubmissionState* state = nullptr;  // null: nothing was entered
};

// None where the id names no indicator, agency or period. Of headings too.
std::optional<Submitting> find_submitting(const World& world, const Subject& subject);

// Why there is no such submission (X28): what its id names is not there, the agency does not submit for the indicator,
// it is entered elsewhere, the period does not fit, or nothing has been entered yet.
Rejection no_submission(const World& world, const Subject& subject);

// The first names of them: "Sở Tài chính; Cục Thuế; …"
std::string names_of_some(const World& world, const std::vector<AgencyId>& agencies);

// What is entered: of numerator and denominator their ratio.
Figure entered_figure(const IndicatorTerms& terms, const Figure& said);

// Whether the agency submits for the indicator; an agency that was merged into it has left that to it.
bool is_submitter(const World& world, const Submitting& submitting, const AgencyId& agency);
// Whether its figure would be the agency's own, or that of one merged into it.
bool is_own(const World& world, const Submitting& submitting, const AgencyId& agency);
// By that grant: as the definition says, else who tracks it; statistics; nobody its own.
bool verifies(const World& world, const Submitting& submitting, const AgencyId& agency, const Grant& grant);

// Whether the agency has to do with the submission: its own, its sponsor's, who verifies it.
bool has_to_do_with(const World& world, const SubmissionId& id, const AgencyId& agency);

// Whether `agency` sponsors the outside lead `outside`.
bool sponsors(const World& world, const AgencyId& agency, const AgencyId& outside);

}  // namespace luuvet
