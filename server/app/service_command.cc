// Commands: from the request to the engine, and from the outcome to the answer.
#include "api/reads/read.h"
#include "api/views/view_submission.h"
#include "server/app/act_answer.h"
#include "server/app/act_items.h"
#include "server/app/history.h"
#include "server/app/identity_of_request.h"
#include "server/app/replies.h"
#include "server/app/service.h"

namespace luuvet::server {
namespace {

// What the query of a command may say.
struct CommandQuery {
  bool dry_run = false;
  std::optional<api::Problem> problem;
};

// Where an act may be tried first: `?dry_run=true`.
bool takes_dry_run(const api::Route& route) {
  if (route.kind == api::RouteKind::kAct)
    return route.name == "amend-programme" || route.name == "hand-over" || route.name == "assign" ||
           route.name == "enter-baselines" || route.name == "set-targets" || route.name == "define-indicators" ||
           route.name.ends_with("-submissions");
  if (route.kind != api::RouteKind::kCommand) return false;
  return (route.aggregate == Aggregate::kAgency && route.name == "merge") ||
         (route.aggregate == Aggregate::kProgramme && route.name == "close-year");
}

CommandQuery command_query(const api::Route& route, std::string_view target) {
  api::Query query(target);
  CommandQuery result;
  if (takes_dry_run(route)) result.dry_run = query.boolean("dry_run").value_or(false);
  result.problem = query.problem();
  return result;
}

Context context_of(api::CommandHeaders&& headers, Instant now) {
  Context context;
  context.now = now;
  context.today = vietnam_date(now);
  context.capacity = headers.capacity;
  context.new_id = new_ulid(now);
  context.if_match = headers.if_match;
  context.based_on = headers.based_on;
  return context;
}

// The new representation of what was commanded; `last` = the last event that was written.
api::Reply committed_reply(const api::CommandTarget& target, const Subject& resource, const Views& views, Sequence last,
                           Date status_date, const EyesPtr& eyes) {
  auto body = api::read_item({views, status_date, eyes->sight(), profile_of(eyes), eyes->thresholds}, resource);
  if (!body) throw std::logic_error("no representation of " + resource.text());
  api::Reply reply = resource_reply(std::move(*body), views.world.representation(resource), last);
  if (target.kind == api::TargetKind::kCreate) {
    reply.status = 201;
    reply.headers.push_back({"Location", path_of(resource)});
  }
  return reply;
}

}  // namespace

void Service::command(const api::Route& route, RequestPtr request, Finish finish) {
  CommandQuery query = command_query(route, request->target);
  if (query.problem) return refuse(request, finish, *query.problem);
  if (!api::says_json(*request)) return refuse(request, finish, api::unsupported_media_type());
  auto headers = api::read_command_headers(*request);
  if (!headers) return refuse(request, finish, headers.error());
  const api::CommandTarget target = api::command_target(route);
  auto read = api::read_command(target, request->body);
  if (!read) return refuse(request, finish, api::problem_of(std::move(read).error()));

  if (parts_.storage_low && parts_.storage_low()) return refuse(request, finish, api::low_storage());

  auto agency = agency_of(headers.value(), *request);
  if (!agency) return refuse(request, finish, agency.error());

  const std::optional<std::string>& key = headers.value().idempotency_key;
  Job job;
  job.correlation = correlation_of(
      instance_.secret(), {request->caller.account.value, key ? std::optional<std::string_view>(*key) : std::nullopt,
                           request->method, request->target, agency.value().value, request->body});
  job.command = std::move(read).value();
  job.context = context_of(std::move(headers).value(), system_now());
  job.context.actor = request->caller.account;
  job.context.agency = std::move(agency).value();
  job.mode = query.dry_run ? Mode::kDryRun : Mode::kCommit;
  if (query.dry_run && api::is_judged_by_item(job.command.body))
    return judge_items(std::move(job), std::move(request), std::move(finish));
  std::function<void(const Outcome&)> named;
  name_upload(job, named);
  if (!People::concerns(job.command.body))
    return submit(std::move(job), target, request, std::move(finish), std::move(named));
  people_.carry_out(std::move(job), request, std::move(finish),
                    [this, target, request](Job&& ready, Finish answer, std::function<void(const Outcome&)> then) {
                      submit(std::move(ready), target, request, std::move(answer), std::move(then));
                    });
}

// As named, else the only one for which the account holds a post today.
api::Asked<AgencyId> Service::agency_of(const api::CommandHeaders& headers, const Visit& visit) const {
  if (headers.agency) return *headers.agency;
  const auto grants = grants_of(views_->world, visit.caller.account, vietnam_date(system_now()));
  std::vector<AgencyId> agencies = agencies_of(grants);
  if (agencies.size() == 1) return std::move(agencies.front());
  if (agencies.empty())
    return api::forbidden_here({"Tài khoản chưa giữ vị trí nào đang có hiệu lực.", "The account holds no post today."});
  return api::bad_header("Luuvet-Acting-For",
                         {"Tài khoản làm việc cho nhiều cơ quan; cần nêu đang thay mặt cơ quan nào.",
                          "The account works for several agencies: say for which."});
}

void Service::submit(Job&& job, const api::CommandTarget& target, RequestPtr request, Finish finish,
                     std::function<void(const Outcome&)> then) {
  const Basis whole{job.command.target, job.context.based_on.value_or(job.context.if_match.value_or(0))};
  const std::vector<Basis> items = item_bases(job.command.body);
  job.done = [this, request, target, whole, items, finish, then](Outcome&& outcome, const ViewsPtr& views) {
    if (then) then(outcome);
    auto* rejection = std::get_if<Rejection>(&outcome);
    if (rejection && (rejection->kind == RejectionKind::kStale || rejection->since > 0)) {
      const Basis basis = basis_of(*rejection, items, whole);
      const Sequence since = rejection->since > 0 ? rejection->since : basis.seen;
      return overtaken(request, basis.subject, std::move(*rejection), since, views, finish);
    }
    finished(request, target, std::move(outcome), views, finish);
  };
  ++commands_;
  if (instance_.engine().submit(std::move(job))) return;
  if (then) then(Rejection{});
  refuse(request, finish, api::overloaded(std::chrono::seconds(1)));
}

void Service::finished(RequestPtr request, const api::CommandTarget& target, Outcome&& outcome, const ViewsPtr& views,
                       Finish finish) {
  const Date today = vietnam_date(system_now());
  const std::string& log = instance_.identity().log;
  if (auto* rejection = std::get_if<Rejection>(&outcome))
    return refuse(request, finish, api::problem_of(std::move(*rejection)));
  if (std::holds_alternative<KeyReused>(outcome)) return refuse(request, finish, api::key_reused());
  if (const auto* before = std::get_if<Repeated>(&outcome))
    return repeat(std::move(request), target, before->first, views, std::move(finish));
  if (const auto* dry = std::get_if<DryRun>(&outcome))
    return finish(json_reply(act_difference(*views, dry->decision, log, today), views->world.head));
  const auto& done = std::get<Committed>(outcome);
  if (target.kind == api::TargetKind::kAct)
    return on_worker(request, std::move(finish), [this, done, views, today] {
      return json_reply(
          act_outcome(instance_.log(), done.first, done.last, views->world.head, instance_.identity().log, today),
          done.last);
    });
  finish(desk_.carried_out(
      *request, [&] { return committed_reply(target, done.resource, *views, done.last, today, eyes(*request)); }));
}

// The first outcome again, as of the act's last event: on the worker, since the past may have to be folded.
void Service::repeat(RequestPtr request, const api::CommandTarget& target, Sequence first, const ViewsPtr& views,
                     Finish finish) {
  on_worker(request, std::move(finish), [this, target, first, views, seen = eyes(*request)] {
    api::RecordDecoder decoder;
    const auto bytes = instance_.log().read(first);
    auto record = decoder.decode(bytes.value_or(std::string()));
    if (!record) throw UnreadableRecord("record " + std::to_string(first) + ": " + record.error().detail.en);
    const Recorded& recorded = record.value().recorded;
    const Sequence last = first + recorded.act_size - 1;
    const Date date = vietnam_date(recorded.meta.time);
    if (target.kind == api::TargetKind::kAct)
      return json_reply(act_outcome(instance_.log(), first, last, last, instance_.identity().log, date), last);
    const bool created = target.kind == api::TargetKind::kCreate;
    const Subject resource = created ? recorded.subject : Subject{target.aggregate, std::string(target.id)};
    // What nothing has moved since is today as it was then: mostly so, as repeats come soon after.
    const bool unmoved = views->world.representation(resource) <= last;
    return committed_reply(target, resource, unmoved ? *views : *instance_.past().at(last), last, date, seen);
  });
}

// What stands in the way came after `since`: the client can show it and go on.
void Service::overtaken(RequestPtr request, const Subject& target, Rejection&& rejection, Sequence since,
                        const ViewsPtr& views, Finish finish) {
  auto problem = std::make_shared<api::Problem>(api::problem_of(std::move(rejection)));
  const bool taken = desk_.on_worker_then(
      request, finish, [this, request, target, problem, since, views, finish, seen = eyes(*request)] {
        const HistoryReader reader(instance_.log(), *views, seen->sight());
        problem->events_since = reader.records_since(target, since, api::kEventsSinceMax);
        auto reply = std::make_shared<api::Reply>(api::reply_of(*problem, *request));
        return [finish, reply] { finish(std::move(*reply)); };
      });
  if (!taken) finish(api::reply_of(*problem, *request));  // refused all the same, without what came in between
}

}  // namespace luuvet::server
