// What the body of a command on a figure must say (X07, X83).
#pragma once

#include "domain/body_check.h"
#include "domain/figures/submitting.h"

namespace luuvet {

void check_body(BodyCheck& check, const Submitting& at, const EnterSubmission& body);
void check_body(BodyCheck& check, const Submitting& at, const SubmitSubmission& body);
void check_body(BodyCheck& check, const Submitting& at, const ApproveSubmission& body);
void check_body(BodyCheck& check, const Submitting& at, const ReturnSubmissionDraft& body);
void check_body(BodyCheck& check, const Submitting& at, const VerifySubmission& body);
void check_body(BodyCheck& check, const Submitting& at, const ReturnSubmission& body);
void check_body(BodyCheck& check, const Submitting& at, const RestateSubmission& body);

// Of an official figure alone its numbers: statistics may know no more than the value of a rate.
void check_official(BodyCheck& check, const IndicatorTerms& terms, const SetOfficialFigure& body);

}  // namespace luuvet
