#include "server/app/service.h"

#include <utility>

#include "api/problem.h"
#include "api/rights_codec.h"
#include "server/app/replies.h"
#include "server/app/watcher.h"

namespace luuvet::server {
namespace {

// Without signing in: what it takes to sign in, the client's files, the contracts, and what proves the log.
bool is_open_to_all(api::RouteKind kind) {
  using enum api::RouteKind;
  switch (kind) {
    case kSignIn:
    case kSignInOptions:
    case kOidcStart:
    case kOidcCallback:
    case kDemoAccounts:
    case kInvitation:
    case kCheckpoint:
    case kHealth:
    case kReadiness:
    case kMetrics:
    case kOpenapi:
    case kAsyncapi:
    case kClient:
      return true;
    default:
      return false;
  }
}

// A monitor asks for these as often as it likes, and files lie in memory.
bool is_counted(api::RouteKind kind) {
  using enum api::RouteKind;
  return kind != kClient && kind != kHealth && kind != kReadiness && kind != kMetrics;
}

// The same, with what every answer to this visit carries.
Finish carrying(VisitPtr visit, std::vector<api::Header> headers, Finish finish) {
  return [visit = std::move(visit), headers = std::move(headers), finish = std::move(finish)](api::Reply&& reply) {
    if (reply.account.empty()) reply.account = visit->caller.account.value;
    reply.headers.insert(reply.headers.end(), headers.begin(), headers.end());
    finish(std::move(reply));
  };
}

api::Problem reads_only() {
  return api::forbidden_here({"Mã truy cập này chỉ được đọc.", "This token may only read."});
}

}  // namespace

Service::Service(Instance& instance, Identity& identity, const Desk& desk, AccessNotes& notes, ServiceParts parts)
    : instance_(instance),
      identity_(identity),
      desk_(desk),
      notes_(notes),
      staging_(parts.imports),
      extracts_(parts.imports / "treasury"),
      people_(
          instance, identity, desk, notes, [this] { return views_; }, parts.oidc),
      parts_(std::move(parts)),
      views_(instance.engine().views()) {
  if (parts_.rate_limits) rates_.emplace(*parts_.rate_limits);
}

void Service::respond(api::Request&& incoming, Finish finish) {
  ++requests_;
  const auto visit = std::make_shared<Visit>(Visit{std::move(incoming), {}});
  const auto route = api::match(visit->method, visit->target);
  const std::optional<api::Problem> problem = route ? admit(route.value(), *visit) : std::optional(route.error());
  RateLimits::Verdict verdict;
  if (!route || is_counted(route.value().kind)) verdict = count(*visit, visit->caller);
  finish = carrying(visit, std::move(verdict.headers), std::move(finish));
  if (verdict.retry_after.count() > 0) return refuse(visit, finish, api::too_many_requests(verdict.retry_after));
  if (problem) return refuse(visit, finish, *problem);
  respond_checked(route.value(), visit, std::move(finish));
}

std::optional<api::Problem> Service::admit(const api::Route& route, Visit& visit) {
  if (is_open_to_all(route.kind)) return std::nullopt;
  auto caller = identity_.gate.admit(visit, views_->world, system_now());
  if (auto* problem = std::get_if<api::Problem>(&caller)) return std::move(*problem);
  visit.caller = std::move(std::get<Caller>(caller));
  notes_.came_in(visit, visit.caller);
  if (visit.caller.scope == TokenScope::kRead && visit.method != "GET") return reads_only();
  return std::nullopt;
}

RateLimits::Verdict Service::count(const api::Request& request, const Caller& caller) {
  using enum RateLimits::Kind;
  if (!rates_) return {};
  if (caller.is_nobody()) return rates_->count(kAddress, request.peer, system_now());
  return rates_->count(request.method == "GET" ? kRead : kCommand, caller.account.value, system_now());
}

EyesPtr Service::eyes(const Visit& visit) const {
  return eyes_of(visit.caller.account, views_, identity_.profiles, vietnam_date(system_now()), parts_.thresholds);
}

std::variant<FeedAccess, api::Reply> Service::feed_access(const api::Request& request,
                                                          const std::optional<std::string>& ticket) {
  const Instant now = system_now();
  auto admitted = ticket ? identity_.gate.admit_ticket(*ticket, views_->world, now)
                         : identity_.gate.admit(request, views_->world, now);
  const auto* problem = std::get_if<api::Problem>(&admitted);
  const RateLimits::Verdict verdict = count(request, problem ? Caller{} : std::get<Caller>(admitted));
  if (problem || verdict.retry_after.count() > 0) {
    api::Reply refusal = api::reply_of(
        verdict.retry_after.count() > 0 ? api::too_many_requests(verdict.retry_after) : *problem, request);
    refusal.headers.insert(refusal.headers.end(), verdict.headers.begin(), verdict.headers.end());
    return refusal;
  }
  const auto watcher = std::make_shared<Watcher>(std::get<Caller>(std::move(admitted)));
  notes_.came_in(request, watcher->caller());
  FeedAccess access;
  access.account = watcher->caller().account.value;
  access.headers = verdict.headers;
  access.shown = [this, watcher, count = counting_exports(request, watcher->caller())](const Envelope& envelope,
                                                                                       std::string_view record) {
    count(envelope.sequence);
    return watcher->may_read(views_, vietnam_date(system_now()), envelope, record) ? Shown::kRecord : Shown::kLeaf;
  };
  access.valid = [this, watcher] {
    return identity_.gate.still_admits(watcher->caller(), views_->world, system_now());
  };
  const bool is_person = !watcher->caller().session.empty();
  if (is_person)
    access.onlooker = [this, watcher](const std::string& subject, const std::optional<AgencyId>& agency) {
      return watcher->onlooker(views_->world, *identity_.profiles, vietnam_date(system_now()), subject, agency);
    };
  return access;
}

// The route's views point into the request, which the shared pointer keeps.
void Service::respond_checked(const api::Route& route, RequestPtr request, Finish finish) {
  using enum api::RouteKind;
  switch (route.kind) {
    case kList:
    case kItem:
      return read(route, std::move(request), std::move(finish));
    case kImports:
    case kStageImport:
    case kImport:
    case kSetImport:
    case kTakeImport:
    case kDropImport:
      return imports(route, std::move(request), std::move(finish));
    case kLedger:
    case kMoney:
    case kReconciliation:
    case kMoneyFindings:
      return read_money(route, std::move(request), std::move(finish));
    case kExportMoney:
      return export_money(route, std::move(request), std::move(finish));
    case kExtracts:
    case kStageExtract:
    case kExtract:
    case kSetExtract:
    case kBookExtract:
    case kDropExtract:
      return extracts(route, std::move(request), std::move(finish));
    case kExport:
      return export_list(route, std::move(request), std::move(finish));
    case kExportLedger:
    case kExportMoneyGroups:
    case kExportMoneyFindings:
    case kExportContradictions:
    case kExportBaselines:
      return export_found(route, std::move(request), std::move(finish));
    case kExportProgramme:
      return export_programme(route, std::move(request), std::move(finish));
    case kHistory:
    case kThread:
    case kLogHistory:
      return read_history(route, std::move(request), std::move(finish));
    case kDocumentActs:
      return read_document_acts(route, std::move(request), std::move(finish));
    case kCreate:
    case kCommand:
    case kAct:
      return command(route, std::move(request), std::move(finish));
    case kCheckpoint:
    case kTile:
    case kProof:
      return audit(route, std::move(request), std::move(finish));
    case kRights:
      return finish(json_reply(api::rights_body(), views_->world.head));
    case kSignIn:
    case kSignOut:
    case kSignInOptions:
    case kOidcStart:
    case kOidcCallback:
    case kMe:
    case kPassword:
    case kSessions:
    case kEndSession:
    case kDemoAccounts:
    case kInvitation:
    case kLiveTicket:
    case kInvite:
    case kEraseProfile:
      if (request->method == "POST" && !api::says_json(*request))
        return refuse(request, finish, api::unsupported_media_type());
      return people_.respond(route, request, std::move(finish));
    case kLinkSuggestions:
    case kContradictions:
      return read_findings(route, std::move(request), std::move(finish));
    case kMissionCounts:
    case kIndicatorSeries:
    case kSubmissionGrid:
    case kSubmissionCompleteness:
    case kSubmissionQueue:
    case kMeasureSuggestions:
    case kIndexSuggestions:
      return read_figures(route, std::move(request), std::move(finish));
    case kReadSubmissionGrid:
    case kReadBaselines:
      return read_filled(route, std::move(request), std::move(finish));
    case kExportSubmissionGrid:
      return export_grid(std::move(request), std::move(finish));
    case kAccessLog:
      return access_log(std::move(request), std::move(finish));
    case kFile:
      return file(route, std::move(request), std::move(finish));
    case kSignatures:
      return signatures(route, std::move(request), std::move(finish));
    case kUpload:  // taken by the edge while it comes
    case kEvents:  // the live feed's, which is asked first
    case kLive:
      return refuse(request, finish, api::upgrade_required());
    case kHealth:
      return finish(plain("ok\n", "text/plain; charset=utf-8"));
    case kReadiness:
      return finish(plain("ready\n", "text/plain; charset=utf-8"));
    case kMetrics:
      return finish(plain(metrics(), "text/plain; version=0.0.4; charset=utf-8"));
    case kOpenapi:
    case kAsyncapi:
    case kClient:
      break;
  }
  auto file = parts_.client(*request);
  if (!file) return refuse(request, finish, api::not_found_here());
  finish(std::move(*file));
}

void Service::publish(BatchResult&& batch) {
  views_ = batch.views;
  instance_.past().offer(views_);
  for (Finished& one : batch.finished)
    if (one.done) one.done(std::move(one.outcome), batch.views);
  for (auto waiter = waiters_.begin(); waiter != waiters_.end();) {
    if (waiter->sequence > views_->world.head) {
      ++waiter;
      continue;
    }
    const auto go = std::move(waiter->go);
    waiter = waiters_.erase(waiter);
    go(views_);
  }
}

void Service::tick(std::chrono::steady_clock::time_point now) {
  if (++ticks_ % kTicksOfPeople == 0) people_.tick(system_now());
  for (auto waiter = waiters_.begin(); waiter != waiters_.end();) {
    if (waiter->until > now) {
      ++waiter;
      continue;
    }
    const auto go = std::move(waiter->go);
    waiter = waiters_.erase(waiter);
    go(nullptr);
  }
}

api::Reply Service::plain(std::string body, std::string content_type) const {
  api::Reply reply;
  reply.headers = {{"Content-Type", std::move(content_type)}, {"Cache-Control", "no-store"}};
  reply.body = std::move(body);
  return reply;
}

std::string Service::metrics() const {
  std::string text = parts_.metrics ? parts_.metrics() : std::string();
  const auto add = [&](const char* name, const char* type, const char* help, std::uint64_t value) {
    (text += "# HELP ") += std::string(name) + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + name + ' ' +
                           std::to_string(value) + '\n';
  };
  add("luuvet_requests_total", "counter", "Requests answered or being answered.", requests_);
  add("luuvet_commands_total", "counter", "Commands handed to the engine.", commands_);
  add("luuvet_log_head", "gauge", "Sequence of the last record.", views_->world.head);
  add("luuvet_tasks", "gauge", "Task rows.", views_->world.tasks.size());
  add("luuvet_assignments_begun", "gauge", "Assignments with an event.", views_->world.assignments.size());
  return text;
}

}  // namespace luuvet::server
