// The commands on figures of indicators, one by one and many as one act: see domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/figures/submission.h"

namespace luuvet {

// A value, or numerator and denominator, or that it is missing.
struct EnterSubmission {
  FigureKind kind = FigureKind::kActual;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::optional<bool> missing;
  std::optional<std::string> reason;
  std::optional<std::string> source;
  std::optional<DocumentId> evidence;
  std::optional<std::string> comment;
  std::optional<bool> submit;  // to the head at once
};
BOOST_DESCRIBE_STRUCT(EnterSubmission, (),
                      (kind, value, numerator, denominator, missing, reason, source, evidence, comment, submit))

struct SubmitSubmission {
  FigureKind kind = FigureKind::kActual;
};
BOOST_DESCRIBE_STRUCT(SubmitSubmission, (), (kind))
struct ApproveSubmission {
  FigureKind kind = FigureKind::kActual;
};
BOOST_DESCRIBE_STRUCT(ApproveSubmission, (), (kind))
// By the head.
struct ReturnSubmissionDraft {
  FigureKind kind = FigureKind::kActual;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnSubmissionDraft, (), (kind, reason))
struct VerifySubmission {
  FigureKind kind = FigureKind::kActual;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(VerifySubmission, (), (kind, note))
// By who verifies.
struct ReturnSubmission {
  FigureKind kind = FigureKind::kActual;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnSubmission, (), (kind, reason))
// As EnterSubmission; what is not said of source, evidence and comment stays.
struct RestateSubmission {
  FigureKind kind = FigureKind::kActual;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::string reason;  // of the correction; of a figure that becomes missing why it is
  std::optional<DocumentRef> document;
  std::optional<bool> missing;
  std::optional<std::string> source;
  std::optional<DocumentId> evidence;
  std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(RestateSubmission, (),
                      (kind, value, numerator, denominator, reason, document, missing, source, evidence, comment))

// --- acts ---
struct EnterSubmissionItem {
  std::string subject;
  std::optional<Sequence> based_on;  // none: nothing was there
  FigureKind kind = FigureKind::kActual;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::optional<bool> missing;
  std::optional<std::string> reason;
  std::optional<std::string> source;
  std::optional<DocumentId> evidence;
  std::optional<std::string> comment;
  std::optional<bool> submit;
};
BOOST_DESCRIBE_STRUCT(EnterSubmissionItem, (),
                      (subject, based_on, kind, value, numerator, denominator, missing, reason, source, evidence,
                       comment, submit))
struct EnterSubmissions {
  std::vector<EnterSubmissionItem> items;
};
BOOST_DESCRIBE_STRUCT(EnterSubmissions, (), (items))

struct SubmitSubmissionItem {
  std::string subject;
  Sequence based_on = 0;
  FigureKind kind = FigureKind::kActual;
};
BOOST_DESCRIBE_STRUCT(SubmitSubmissionItem, (), (subject, based_on, kind))
struct SubmitSubmissions {
  std::vector<SubmitSubmissionItem> items;
};
BOOST_DESCRIBE_STRUCT(SubmitSubmissions, (), (items))

struct ApproveSubmissionItem {
  std::string subject;
  Sequence based_on = 0;
  FigureKind kind = FigureKind::kActual;
};
BOOST_DESCRIBE_STRUCT(ApproveSubmissionItem, (), (subject, based_on, kind))
struct ApproveSubmissions {
  std::vector<ApproveSubmissionItem> items;
};
BOOST_DESCRIBE_STRUCT(ApproveSubmissions, (), (items))

struct VerifySubmissionItem {
  std::string subject;
  Sequence based_on = 0;
  FigureKind kind = FigureKind::kActual;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(VerifySubmissionItem, (), (subject, based_on, kind, note))
struct VerifySubmissions {
  std::vector<VerifySubmissionItem> items;
};
BOOST_DESCRIBE_STRUCT(VerifySubmissions, (), (items))

struct ReturnSubmissionItem {
  std::string subject;
  Sequence based_on = 0;
  FigureKind kind = FigureKind::kActual;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnSubmissionItem, (), (subject, based_on, kind, reason))
// By who verifies.
struct ReturnSubmissions {
  std::vector<ReturnSubmissionItem> items;
};
BOOST_DESCRIBE_STRUCT(ReturnSubmissions, (), (items))

struct ReturnSubmissionDraftItem {
  std::string subject;
  Sequence based_on = 0;
  FigureKind kind = FigureKind::kActual;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnSubmissionDraftItem, (), (subject, based_on, kind, reason))
// By the head.
struct ReturnSubmissionDrafts {
  std::vector<ReturnSubmissionDraftItem> items;
};
BOOST_DESCRIBE_STRUCT(ReturnSubmissionDrafts, (), (items))

}  // namespace luuvet
