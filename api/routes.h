// Routes: which addresses there are, and what is asked for at each.
#pragma once

#include <cstdint>
#include <string_view>

#include "api/command_codec.h"
#include "api/problem.h"
#include "domain/base/subject.h"

namespace luuvet::api {

enum class RouteKind : std::uint8_t {
  kList,             // aggregate
  kItem,             // aggregate, id
  kExport,           // aggregate: the list as a spreadsheet
  kExportProgramme,  // id
  kHistory,          // aggregate, id
  kImports,
  kStageImport,
  kImport,      // id
  kSetImport,   // id
  kTakeImport,  // id
  kDropImport,  // id
  kThread,      // aggregate, id
  kLedger,      // id: the budget line
  kMoney,
  kReconciliation,
  kMoneyFindings,
  kExportMoney,   // id: the programme
  kExportLedger,  // id: the budget line
  kExportMoneyGroups,
  kExportMoneyFindings,
  kExtracts,
  kStageExtract,
  kExtract,      // id
  kSetExtract,   // id
  kBookExtract,  // id
  kDropExtract,  // id
  kLogHistory,
  kRights,
  kSignIn,
  kSignOut,
  kSignInOptions,
  kOidcStart,
  kOidcCallback,
  kMe,
  kPassword,
  kSessions,
  kEndSession,  // name: the session
  kDemoAccounts,
  kInvitation,  // name: the secret of the link
  kLiveTicket,
  kInvite,        // id: the account
  kEraseProfile,  // id: the account
  kAccessLog,
  kMissionCounts,
  kUpload,        // taken while it comes, before it is an ordinary request
  kFile,          // id: the document
  kSignatures,    // id: the document
  kDocumentActs,  // id
  kLinkSuggestions,
  kContradictions,
  kExportContradictions,
  kIndicatorSeries,  // id
  kSubmissionGrid,
  kReadSubmissionGrid,
  kExportSubmissionGrid,
  kReadBaselines,
  kExportBaselines,
  kSubmissionCompleteness,
  kSubmissionQueue,
  kMeasureSuggestions,
  kIndexSuggestions,
  kCreate,   // aggregate
  kCommand,  // aggregate, id, name: the command
  kAct,      // name: the act
  kEvents,
  kLive,
  kCheckpoint,
  kTile,   // name: the path below tile/
  kProof,  // name: the sequence, as it stands
  kHealth,
  kReadiness,
  kMetrics,
  kOpenapi,
  kAsyncapi,
  kClient,  // name: the path of a file of the web client
};

// The views point into the target that was matched.
struct Route {
  RouteKind kind = RouteKind::kClient;
  Aggregate aggregate = Aggregate::kTask;
  std::string_view id;
  std::string_view name;
  std::string_view pattern = {};  // "/api/v1/{collection}/{id}", a literal; empty for files of the web client
};

// `method` as in Request: HEAD comes as GET. `target`: "/path?query"; paths are compared as they stand, so an escape in
// the path of the API fits nothing. Problems: kNotFound, kMethodNotAllowed with what is allowed there.
Asked<Route> match(std::string_view method, std::string_view target);

// Of kCreate, kCommand and kAct; `is_command` holds for it.
CommandTarget command_target(const Route& route);

}  // namespace luuvet::api
