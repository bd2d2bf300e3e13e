// Indicators through time, the grid of a period and its template, what an act would do item by item; missions counted.
#include "api/reads/read_indices.h"
#include "api/reads/read_measures.h"
#include "api/reads/read_records.h"
#include "api/reads/read_submissions.h"
#include "api/sheets/export.h"
#include "api/views/view_submission.h"
#include "server/app/baseline_sheet.h"
#include "server/app/replies.h"
#include "server/app/service.h"
#include "server/app/submission_sheet.h"

namespace luuvet::server {
namespace {

api::ViewContext context_of(const Views& views, Date status_date, const EyesPtr& eyes) {
  return {views, status_date, eyes->sight(), profile_of(eyes), eyes->thresholds};
}

api::Reply body_reply(const api::Request& request, api::Asked<std::string>&& body, Sequence head) {
  if (!body) return api::reply_of(body.error(), request);
  return json_reply(std::move(body).value(), head);
}

api::Reply list_reply(const api::Request& request, api::Asked<api::ListAnswer>&& list, Sequence head) {
  if (!list) return api::reply_of(list.error(), request);
  api::Reply reply = json_reply(std::move(list.value().body), head);
  if (list.value().next)
    reply.headers.push_back({"Link", api::next_link(request.target, "cursor", *list.value().next)});
  return reply;
}

// Rows that cannot be read stand as items that are refused for that reason.
template <class Act, class Item>
Act act_of(const std::vector<Item>& items, std::vector<api::JudgedItem>& places) {
  Act act;
  for (const Item& each : items) {
    act.items.push_back(each.item);
    places.push_back({each.row, each.fault});
  }
  return act;
}

// Of a template of figures, or of baselines: the act that its rows would be; or what is wrong.
struct SheetAct {
  std::optional<api::Problem> problem;
  Command act;
  std::vector<api::JudgedItem> places;
};

template <class Act, class Read>
SheetAct sheet_act(Aggregate aggregate, api::Query& query, const std::string& bytes, const Read& read_items) {
  SheetAct found;
  found.problem = query.problem();
  if (found.problem) return found;
  const auto tables = read_tables(bytes);
  if (const auto* fault = std::get_if<Message>(&tables)) return {api::bad_request(*fault), {}, {}};
  const auto items = read_items(std::get<TablesRead>(tables));
  if (const auto* fault = std::get_if<Message>(&items)) return {api::bad_request(*fault), {}, {}};
  found.act = Command{Subject{aggregate, ""}, act_of<Act>(std::get<0>(items), found.places)};
  return found;
}

SheetAct figures_of(const api::Request& request, const World& world) {
  api::Query query(request.target);
  const api::GridAsked asked = api::grid_asked(world, query, false);
  return sheet_act<EnterSubmissions>(Aggregate::kSubmission, query, request.body, [&](const TablesRead& tables) {
    return sheet_items(tables, world, asked.agency, asked.period);
  });
}

SheetAct baselines_of(const api::Request& request, const World& world) {
  api::Query query(request.target);
  const api::BaselinesAsked asked = api::baselines_asked(world, query);
  return sheet_act<EnterIndicatorBaselines>(Aggregate::kIndicator, query, request.body, [&](const TablesRead& tables) {
    return baseline_items(tables, world, asked);
  });
}

}  // namespace

void Service::read_figures(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const std::string& log = instance_.identity().log;
  const bool series = route.kind == api::RouteKind::kIndicatorSeries;
  if (const auto problem = query.problem(); series && problem) return refuse(request, finish, *problem);
  at(when, request, std::move(finish), true,
     [request, kind = route.kind, id = std::string(route.id), &log, seen = eyes(*request)](const ViewsPtr& views,
                                                                                           Date date) {
       api::Query asked(request->target);
       asked.read_at();
       const api::ViewContext context = context_of(*views, date, seen);
       const Sequence head = views->world.head;
       if (kind == api::RouteKind::kMissionCounts)
         return body_reply(*request, api::read_mission_counts(context, log, asked), head);
       if (kind == api::RouteKind::kSubmissionGrid)
         return body_reply(*request, api::read_grid(context, log, asked), head);
       if (kind == api::RouteKind::kSubmissionCompleteness)
         return body_reply(*request, api::read_completeness(context, log, asked), head);
       if (kind == api::RouteKind::kIndexSuggestions)
         return body_reply(*request, api::read_index_suggestions(context, log, asked), head);
       if (kind == api::RouteKind::kMeasureSuggestions)
         return list_reply(*request, api::read_measure_suggestions(context, log, asked), head);
       if (kind == api::RouteKind::kSubmissionQueue)
         return list_reply(*request, api::read_queue(context, log, asked), head);
       auto body = api::read_series(context, log, id);
       return body ? json_reply(std::move(*body), head) : api::reply_of(api::not_found_here(), *request);
     });
}

// A template that was filled in: judged as the act would be, by whoever asks; nothing is written.
void Service::read_filled(const api::Route& route, RequestPtr request, Finish finish) {
  auto headers = api::read_command_headers(*request);
  if (!headers) return refuse(request, finish, headers.error());
  auto agency = agency_of(headers.value(), *request);
  if (!agency) return refuse(request, finish, agency.error());
  Context context;
  context.now = system_now();
  context.today = vietnam_date(context.now);
  context.actor = request->caller.account;
  context.agency = std::move(agency).value();
  const bool figures = route.kind == api::RouteKind::kReadSubmissionGrid;
  on_worker(request, std::move(finish), [this, request, context, figures, views = views_] {
    const SheetAct read = figures ? figures_of(*request, views->world) : baselines_of(*request, views->world);
    if (read.problem) return api::reply_of(*read.problem, *request);
    const api::Language language = api::language_of(request->header("Accept-Language"));
    return json_reply(api::judged_body(*views, instance_.identity().log, read.act, context, language, read.places),
                      views->world.head);
  });
}

// What would become of each item of the act by itself.
void Service::judge_items(Job&& job, RequestPtr request, Finish finish) {
  on_worker(request, std::move(finish),
            [this, request, command = std::move(job.command), context = std::move(job.context), views = views_] {
              const api::Language language = api::language_of(request->header("Accept-Language"));
              return json_reply(api::judged_body(*views, instance_.identity().log, command, context, language),
                                views->world.head);
            });
}

}  // namespace luuvet::server
