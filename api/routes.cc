#include "api/routes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "api/collections.h"
#include "api/sheets/export.h"

namespace luuvet::api {
namespace {

constexpr std::string_view kGet = "GET";
constexpr std::string_view kPost = "POST";
constexpr std::string_view kDelete = "DELETE";

// A segment in braces takes one segment of the path, in angle brackets all that is left.
struct Row {
  std::string_view method;
  std::string_view pattern;
  RouteKind kind;
};

constexpr std::array kRows = {
    Row{kGet, "/api/v1/{collection}", RouteKind::kList},
    Row{kPost, "/api/v1/{creatable}", RouteKind::kCreate},
    Row{kGet, "/api/v1/{collection}/{id}", RouteKind::kItem},
    Row{kGet, "/api/v1/{collection}/{id}/history", RouteKind::kHistory},
    Row{kGet, "/api/v1/{collection}/{id}/thread", RouteKind::kThread},
    Row{kPost, "/api/v1/{collection}/{id}/{command}", RouteKind::kCommand},
    Row{kPost, "/api/v1/acts/{act}", RouteKind::kAct},
    Row{kGet, "/api/v1/{collection}.xlsx", RouteKind::kExport},
    Row{kGet, "/api/v1/programmes/{id}/export.xlsx", RouteKind::kExportProgramme},
    Row{kGet, "/api/v1/imports", RouteKind::kImports},
    Row{kPost, "/api/v1/imports", RouteKind::kStageImport},
    Row{kGet, "/api/v1/imports/{id}", RouteKind::kImport},
    Row{kDelete, "/api/v1/imports/{id}", RouteKind::kDropImport},
    Row{kPost, "/api/v1/imports/{id}/set", RouteKind::kSetImport},
    Row{kPost, "/api/v1/imports/{id}/commit", RouteKind::kTakeImport},
    Row{kGet, "/api/v1/budget-lines/{id}/ledger", RouteKind::kLedger},
    Row{kGet, "/api/v1/budget-lines/{id}/ledger.xlsx", RouteKind::kExportLedger},
    Row{kGet, "/api/v1/money", RouteKind::kMoney},
    Row{kGet, "/api/v1/money.xlsx", RouteKind::kExportMoneyGroups},
    Row{kGet, "/api/v1/money/findings.xlsx", RouteKind::kExportMoneyFindings},
    Row{kGet, "/api/v1/money/reconciliation", RouteKind::kReconciliation},
    Row{kGet, "/api/v1/money/findings", RouteKind::kMoneyFindings},
    Row{kGet, "/api/v1/programmes/{id}/money.xlsx", RouteKind::kExportMoney},
    Row{kGet, "/api/v1/treasury-extracts", RouteKind::kExtracts},
    Row{kPost, "/api/v1/treasury-extracts", RouteKind::kStageExtract},
    Row{kGet, "/api/v1/treasury-extracts/{id}", RouteKind::kExtract},
    Row{kDelete, "/api/v1/treasury-extracts/{id}", RouteKind::kDropExtract},
    Row{kPost, "/api/v1/treasury-extracts/{id}/set", RouteKind::kSetExtract},
    Row{kPost, "/api/v1/treasury-extracts/{id}/book", RouteKind::kBookExtract},
    Row{kPost, "/api/v1/treasury-extracts/{id}/{extract command}", RouteKind::kCommand},
    Row{kGet, "/api/v1/history", RouteKind::kLogHistory},
    Row{kGet, "/api/v1/rights", RouteKind::kRights},
    Row{kPost, "/api/v1/session", RouteKind::kSignIn},
    Row{kDelete, "/api/v1/session", RouteKind::kSignOut},
    Row{kGet, "/api/v1/sign-in-options", RouteKind::kSignInOptions},
    Row{kGet, "/api/v1/oidc/start", RouteKind::kOidcStart},
    Row{kGet, "/api/v1/oidc/callback", RouteKind::kOidcCallback},
    Row{kGet, "/api/v1/me", RouteKind::kMe},
    Row{kPost, "/api/v1/me/password", RouteKind::kPassword},
    Row{kGet, "/api/v1/sessions", RouteKind::kSessions},
    Row{kDelete, "/api/v1/sessions/{session}", RouteKind::kEndSession},
    Row{kGet, "/api/v1/demo-accounts", RouteKind::kDemoAccounts},
    Row{kPost, "/api/v1/invitations/{secret}", RouteKind::kInvitation},
    Row{kPost, "/api/v1/live-ticket", RouteKind::kLiveTicket},
    Row{kPost, "/api/v1/accounts/{id}/invite", RouteKind::kInvite},
    Row{kPost, "/api/v1/accounts/{id}/erase-profile", RouteKind::kEraseProfile},
    Row{kGet, "/api/v1/access-log", RouteKind::kAccessLog},
    Row{kGet, "/api/v1/mission-counts", RouteKind::kMissionCounts},
    Row{kPost, "/api/v1/files", RouteKind::kUpload},
    Row{kGet, "/api/v1/documents/{id}/file", RouteKind::kFile},
    Row{kGet, "/api/v1/documents/{id}/signatures", RouteKind::kSignatures},
    Row{kGet, "/api/v1/documents/{id}/acts", RouteKind::kDocumentActs},
    Row{kGet, "/api/v1/link-suggestions", RouteKind::kLinkSuggestions},
    Row{kGet, "/api/v1/contradictions", RouteKind::kContradictions},
    Row{kGet, "/api/v1/contradictions.xlsx", RouteKind::kExportContradictions},
    Row{kGet, "/api/v1/indicators/{id}/series", RouteKind::kIndicatorSeries},
    Row{kGet, "/api/v1/submission-grid", RouteKind::kSubmissionGrid},
    Row{kPost, "/api/v1/submission-grid", RouteKind::kReadSubmissionGrid},
    Row{kGet, "/api/v1/submission-grid.xlsx", RouteKind::kExportSubmissionGrid},
    Row{kPost, "/api/v1/baseline-grid", RouteKind::kReadBaselines},
    Row{kGet, "/api/v1/baseline-grid.xlsx", RouteKind::kExportBaselines},
    Row{kGet, "/api/v1/submission-completeness", RouteKind::kSubmissionCompleteness},
    Row{kGet, "/api/v1/submission-queue", RouteKind::kSubmissionQueue},
    Row{kGet, "/api/v1/measure-suggestions", RouteKind::kMeasureSuggestions},
    Row{kGet, "/api/v1/index-suggestions", RouteKind::kIndexSuggestions},
    Row{kGet, "/api/v1/events", RouteKind::kEvents},
    Row{kGet, "/api/v1/live", RouteKind::kLive},
    Row{kGet, "/api/v1/openapi.json", RouteKind::kOpenapi},
    Row{kGet, "/api/v1/asyncapi.json", RouteKind::kAsyncapi},
    Row{kGet, "/audit/checkpoint", RouteKind::kCheckpoint},
    Row{kGet, "/audit/tile/<rest>", RouteKind::kTile},
    Row{kGet, "/audit/proof/{sequence}", RouteKind::kProof},
    Row{kGet, "/healthz", RouteKind::kHealth},
    Row{kGet, "/readyz", RouteKind::kReadiness},
    Row{kGet, "/metrics", RouteKind::kMetrics},
};

// Takes "/segment" off the front; `path` must begin with '/'.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(end);
  return segment;
}

bool fill_collection(std::string_view segment, Route& route) {
  const auto aggregate = aggregate_of(segment);
  if (aggregate) route.aggregate = *aggregate;
  return aggregate.has_value();
}

bool fill_sheet(std::string_view segment, Route& route) {
  constexpr std::string_view kEnd = ".xlsx";
  if (!segment.ends_with(kEnd)) return false;
  segment.remove_suffix(kEnd.size());
  return fill_collection(segment, route) && is_exported(route.aggregate);
}

bool fits(std::string_view expected, std::string_view segment, Route& route) {
  if (!expected.starts_with('{')) return expected == segment;
  if (segment.empty()) return false;
  if (expected == "{collection}") return fill_collection(segment, route);
  if (expected == "{collection}.xlsx") return fill_sheet(segment, route);
  if (expected == "{creatable}")
    return fill_collection(segment, route) && is_command({TargetKind::kCreate, route.aggregate, {}, {}});
  if (expected == "{id}") return route.id = segment, true;
  route.name = segment;
  if (expected == "{extract command}") {
    route.aggregate = Aggregate::kTreasuryExtract;
    return is_command({TargetKind::kItem, route.aggregate, route.id, segment});
  }
  if (expected == "{command}") return is_command({TargetKind::kItem, route.aggregate, route.id, segment});
  if (expected == "{act}") return is_command({TargetKind::kAct, route.aggregate, {}, segment});
  return true;
}

std::optional<Route> fitted(const Row& row, std::string_view path) {
  Route route;
  route.kind = row.kind;
  route.pattern = row.pattern;
  std::string_view pattern = row.pattern;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view expected = take_segment(pattern);
    if (expected == "<rest>") {
      route.name = path.substr(1);
      return route.name.empty() ? std::nullopt : std::optional(route);
    }
    if (!fits(expected, take_segment(path), route)) return std::nullopt;
  }
  return pattern.empty() && path.empty() ? std::optional(route) : std::nullopt;
}

// Below these nothing is a file of the web client.
bool is_reserved(std::string_view path) {
  const auto below = [&](std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
  };
  return below("/api") || below("/audit");
}

void allow(std::vector<std::string_view>& methods, std::string_view method) {
  methods.push_back(method);
  if (method == kGet) methods.push_back("HEAD");
}

}  // namespace

Asked<Route> match(std::string_view method, std::string_view target) {
  const std::string_view path = target.substr(0, target.find('?'));
  if (!path.starts_with('/')) return not_found_here();
  std::vector<std::string_view> allowed;
  for (const Row& row : kRows) {
    const auto route = fitted(row, path);
    if (!route) continue;
    if (row.method == method) return *route;
    allow(allowed, row.method);
  }
  if (allowed.empty() && is_reserved(path)) return not_found_here();
  if (allowed.empty() && method == kGet) return Route{RouteKind::kClient, {}, {}, path};
  if (allowed.empty()) allow(allowed, kGet);
  return method_not_allowed(std::move(allowed));
}

CommandTarget command_target(const Route& route) {
  switch (route.kind) {
    case RouteKind::kCreate:
      return {TargetKind::kCreate, route.aggregate, {}, {}};
    case RouteKind::kAct:
      return {TargetKind::kAct, route.aggregate, {}, route.name};
    default:
      return {TargetKind::kItem, route.aggregate, route.id, route.name};
  }
}

}  // namespace luuvet::api
