#include "domain/figures/submission_items.h"

namespace luuvet {

EnterSubmission body_of(const EnterSubmissionItem& item) {
  return {item.kind,   item.value,  item.numerator, item.denominator, item.missing,
          item.reason, item.source, item.evidence,  item.comment,     item.submit};
}
SubmitSubmission body_of(const SubmitSubmissionItem& item) {
  return {item.kind};
}
ApproveSubmission body_of(const ApproveSubmissionItem& item) {
  return {item.kind};
}
VerifySubmission body_of(const VerifySubmissionItem& item) {
  return {item.kind, item.note};
}
ReturnSubmission body_of(const ReturnSubmissionItem& item) {
  return {item.kind, item.reason};
}
ReturnSubmissionDraft body_of(const ReturnSubmissionDraftItem& item) {
  return {item.kind, item.reason};
}

}  // namespace luuvet
