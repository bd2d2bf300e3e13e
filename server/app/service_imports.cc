// Plans from files: staged, worked out, decided. All that reads files or compares runs on the worker; the one act goes
// the way of every command.
#include "api/json/json_object.h"
#include "domain/preconditions.h"
#include "server/app/identity_of_request.h"
#include "server/app/replies.h"
#include "server/app/sent_file.h"
#include "server/app/service.h"
#include "server/plans/settings_check.h"
#include "server/plans/workshop.h"

namespace luuvet::server {
namespace {

// What is asked for when a staged file is taken.
struct TakeImport {
  DocumentRef document;
  Sequence based_on = 0;  // the `sequence` of the representation that was decided on
};
BOOST_DESCRIBE_STRUCT(TakeImport, (), (document, based_on))

api::Problem standing_only() {
  return api::forbidden_here(
      {"Nhập kế hoạch từ tệp là việc của cơ quan thường trực.", "Plans are imported by standing agencies."});
}

api::Problem unreadable(const Message& detail) {
  return api::bad_request(detail);
}

api::Reply list_reply(const Staging& staging, const AgencyId& agency, Sequence head) {
  std::string body;
  {
    api::JsonObject object(body);
    object.member("items", staging.list(agency)).member("sequence", head);
  }
  return json_reply(std::move(body), head);
}

api::Reply work_reply(const api::Request& request, const Staging& staging, const StagedAbout& about,
                      const ViewsPtr& views, int status = 200) {
  const auto work = work_out(staging, about, views->world);
  if (const auto* fault = std::get_if<Message>(&work)) return api::reply_of(unreadable(*fault), request);
  const api::Language language = api::language_of(request.header("Accept-Language"));
  api::Reply reply = json_reply(import_body(std::get<WorkedOut>(work), views->world, language), views->world.head);
  reply.status = status;
  return reply;
}

// W296: of a file that can be read; one that cannot says so when it is worked out.
std::optional<api::Problem> settings_problem(const Staging& staging, const StagedAbout& about,
                                             const ImportSettings& settings) {
  if (!settings.tables) return std::nullopt;
  const auto read = read_tables(staging.bytes(about.id));
  const auto* found = std::get_if<TablesRead>(&read);
  std::vector<FieldError> faults = found ? settings_faults(found->tables, *settings.tables) : std::vector<FieldError>{};
  if (faults.empty()) return std::nullopt;
  api::Problem problem = api::bad_request(faults.front().detail);
  problem.errors = std::move(faults);
  return problem;
}

}  // namespace

// For which agency, where the account keeps its standing office.
api::Asked<AgencyId> Service::importing_agency(const Visit& visit) const {
  auto headers = api::read_command_headers(visit);
  if (!headers) return std::move(headers).error();
  std::optional<AgencyId> only;
  for (const Grant& grant : grants_of(views_->world, visit.caller.account, vietnam_date(system_now()))) {
    if (grant.role != Role::kStandingAgency) continue;
    if (!headers.value().agency || *headers.value().agency == grant.agency) only = grant.agency;
  }
  if (!only) return standing_only();
  return *only;
}

void Service::imports(const api::Route& route, RequestPtr request, Finish finish) {
  auto agency = importing_agency(*request);
  if (!agency) return refuse(request, finish, agency.error());
  using enum api::RouteKind;
  switch (route.kind) {
    case kStageImport:
      return stage_import(agency.value(), std::move(request), std::move(finish));
    case kImports:
      return on_worker(request, std::move(finish), [this, agency = agency.value(), head = views_->world.head] {
        return list_reply(staging_, agency, head);
      });
    case kTakeImport:
      return take_import(route, agency.value(), std::move(request), std::move(finish));
    default:
      break;
  }
  on_worker(request, std::move(finish),
            [this, request, kind = route.kind, id = std::string(route.id), agency = agency.value(), views = views_] {
              const auto about = staging_.about(id);
              if (!about || about->agency != agency) return api::reply_of(api::not_found_here(), *request);
              if (kind == kSetImport) return set_import(*request, *about, views);
              if (kind == kImport) return work_reply(*request, staging_, *about, views);
              staging_.drop(id);
              api::Reply reply;
              reply.status = 204;
              return reply;
            });
}

void Service::stage_import(const AgencyId& agency, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const std::string name = shown_name(query.text("name").value_or(""));
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  if (parts_.storage_low && parts_.storage_low()) return refuse(request, finish, api::low_storage());
  const Instant now = system_now();
  const StagedAbout about{new_ulid(now), name, agency, request->caller.account, to_string(now)};
  on_worker(request, std::move(finish), [this, request, about, views = views_] {
    const auto read = read_tables(request->body);
    if (const auto* fault = std::get_if<Message>(&read)) return api::reply_of(unreadable(*fault), *request);
    if (!staging_.add(about, request->body))
      return api::reply_of(too_many_waiting(Staging::kPerAgencyMax, "nhập"), *request);
    api::Reply reply = work_reply(*request, staging_, about, views, 201);
    reply.headers.push_back({"Location", "/api/v1/imports/" + about.id});
    return reply;
  });
}

api::Reply Service::set_import(const api::Request& request, const StagedAbout& about, const ViewsPtr& views) {
  auto settings = body_of<ImportSettings>(request);
  if (!settings) return api::reply_of(settings.error(), request);
  if (const auto problem = settings_problem(staging_, about, settings.value())) return api::reply_of(*problem, request);
  staging_.keep_settings(about.id, settings.value());
  const auto work = work_out(staging_, about, views->world);
  if (settings.value().tables && std::holds_alternative<WorkedOut>(work))
    for (KnownHead& head : heads_in_use(std::get<WorkedOut>(work))) staging_.remember(std::move(head));
  return work_reply(request, staging_, about, views);
}

// Worked out on the worker, decided by the engine: by its rules, as any command.
void Service::take_import(const api::Route& route, const AgencyId& agency, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const bool dry_run = query.boolean("dry_run").value_or(false);
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  auto body = body_of<TakeImport>(*request);
  if (!body) return refuse(request, finish, body.error());
  if (body.value().based_on > views_->world.head)
    return refuse(request, finish, api::problem_of(unseen("/based_on", views_->world.head)));
  if (parts_.storage_low && parts_.storage_low()) return refuse(request, finish, api::low_storage());
  const auto work = [this, request, finish, agency, dry_run, id = std::string(route.id), asked = body.value(),
                     views = views_]() -> std::function<void()> {
    const auto about = staging_.about(id);
    if (!about || about->agency != agency)
      return [this, request, finish] { refuse(request, finish, api::not_found_here()); };
    const auto worked = work_out(staging_, *about, views->world);
    if (const auto* fault = std::get_if<Message>(&worked))
      return [this, request, finish, detail = *fault] { refuse(request, finish, unreadable(detail)); };
    ImportPlan plan = plan_of(std::get<WorkedOut>(worked), views->world, agency, asked.document, asked.based_on);
    return [this, request, finish, agency, dry_run, plan = std::move(plan)] {
      submit_import(plan, agency, dry_run, request, finish);
    };
  };
  desk_.on_worker_then(request, finish, work);
}

void Service::submit_import(const ImportPlan& plan, const AgencyId& agency, bool dry_run, RequestPtr request,
                            Finish finish) {
  auto headers = api::read_command_headers(*request);
  if (!headers) return refuse(request, finish, headers.error());
  const std::optional<std::string>& key = headers.value().idempotency_key;
  Job job;
  job.correlation = correlation_of(
      instance_.secret(), {request->caller.account.value, key ? std::optional<std::string_view>(*key) : std::nullopt,
                           request->method, request->target, agency.value, request->body});
  job.command = Command{Subject{Aggregate::kProgramme, ""}, plan};
  const Instant now = system_now();
  job.context.now = now;
  job.context.today = vietnam_date(now);
  job.context.new_id = new_ulid(now);
  job.context.capacity = headers.value().capacity;
  job.context.actor = request->caller.account;
  job.context.agency = agency;
  job.mode = dry_run ? Mode::kDryRun : Mode::kCommit;
  submit(std::move(job), {api::TargetKind::kAct, Aggregate::kProgramme, {}, "import-plan"}, request, std::move(finish),
         {});
}

}  // namespace luuvet::server
