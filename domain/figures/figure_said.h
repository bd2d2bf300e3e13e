// What a command says of a figure, as it would be recorded, and whether that is what stands.
#pragma once

#include "domain/figures/submission_commands.h"
#include "domain/figures/submission_events.h"
#include "domain/figures/submitting.h"

namespace luuvet {

// A reason only of what is missing; empty words are none.
SubmissionEntered entered_by(const Submitting& at, const EnterSubmission& body);
SubmissionRestated restated_by(const Submitting& at, const RestateSubmission& body);

// Numbers by their value. Of a correction: its reason alone says nothing new, but where it says why a figure is
// missing.
bool says_same(const SubmittedFigure& figure, const SubmissionEntered& event);
bool says_same(const SubmittedFigure& figure, const SubmissionRestated& event);

}  // namespace luuvet
