// An item of an act over submissions as the command that it is on its own subject.
#pragma once

#include "domain/figures/submission_commands.h"

namespace luuvet {

EnterSubmission body_of(const EnterSubmissionItem& item);
SubmitSubmission body_of(const SubmitSubmissionItem& item);
ApproveSubmission body_of(const ApproveSubmissionItem& item);
VerifySubmission body_of(const VerifySubmissionItem& item);
ReturnSubmission body_of(const ReturnSubmissionItem& item);
ReturnSubmissionDraft body_of(const ReturnSubmissionDraftItem& item);

}  // namespace luuvet
