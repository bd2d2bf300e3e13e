// A row of a file as a task of a programme: agencies, deadline and products read out of its words, and what is doubtful
// about them.
#pragma once

#include <string>
#include <vector>

#include "domain/people/agency_names.h"
#include "domain/plans/proposal.h"
#include "server/plans/file_rows.h"

namespace luuvet::server {

struct UnknownName {
  PlanField field = PlanField::kLead;
  std::string words;
  std::vector<AgencyId> proposals;  // the likeliest first
};
BOOST_DESCRIBE_STRUCT(UnknownName, (), (field, words, proposals))

enum class RowDoubt : std::uint8_t {
  kUnknownAgency,  // see `unknown`
  kNoLead,
  kNoTitle,
  kNoDeadline,
  kUnreadDeadline,  // words that fit no rule
  kNoDeliverable,
  kDoubleNumber,
  kJoined,        // put together from rows that a page broke
  kNoTarget,      // of an indicator
  kNoAmount,      // of a budget line
  kUnreadNumber,  // a figure that may mean another number, or none: "0.6"
  kSumDiffers,    // the years do not make the total
  kUnreadIds,     // ids of other systems that are not written as "hscv: NV-1", a line each
  kTakenId        // another task has that id
};
BOOST_DESCRIBE_ENUM(RowDoubt, kUnknownAgency, kNoLead, kNoTitle, kNoDeadline, kUnreadDeadline, kNoDeliverable,
                    kDoubleNumber, kJoined, kNoTarget, kNoAmount, kUnreadNumber, kSumDiffers, kUnreadIds, kTakenId)

struct PlanRow {
  FileRow file;  // corrected
  Task task;     // id empty yet
  std::string folded_title;
  std::vector<UnknownName> unknown;
  std::vector<RowDoubt> doubts;
  std::vector<ExternalId> external_ids = {};  // empty: the file says nothing of them, or nothing that can be read
};

struct PlanReading {
  const AgencyNames& names;
  PlanYears years;
  ProgrammeId programme;
  DocumentId document;
};

// What the words of a cell name; what they name in vain goes to `unknown`.
std::vector<AgencyId> read_agencies(const PlanReading& reading, PlanField field, const std::string& cell,
                                    std::vector<UnknownName>& unknown);

PlanRow read_row(const PlanReading& reading, FileRow file, const RowFix* fix);

std::vector<Deliverable> read_deliverables(std::string_view cell);

// "hscv: NV-1", a line each. None: a line is written otherwise, or they are not what a task may have.
std::optional<std::vector<ExternalId>> read_external_ids(std::string_view cell);

// Rows and spaces to single spaces, without those at the ends.
std::string one_line(std::string_view text);
std::optional<std::string> text_or_none(const std::string& text);

}  // namespace luuvet::server
