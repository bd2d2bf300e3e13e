// Indicators through time, the grid of a period and its template, what an act would do item by item; missions counted.
#include "api/export.h"
#include "api/read_indices.h"
#include "api/read_measures.h"
#include "api/read_records.h"
#include "api/read_submissions.h"
#include "api/view_submission.h"
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
EnterSubmissions act_of(const std::vector<SheetItem>& items, std::vector<api::JudgedItem>& places) {
  EnterSubmissions act;
  for (const SheetItem& each : items) {
    act.items.push_back(each.item);
    places.push_back({each.row, each.item, each.fault});
  }
  return act;
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
void Service::read_grid_file(RequestPtr request, Finish finish) {
  auto headers = api::read_command_headers(*request);
  if (!headers) return refuse(request, finish, headers.error());
  auto agency = agency_of(headers.value(), *request);
  if (!agency) return refuse(request, finish, agency.error());
  Context context;
  context.now = system_now();
  context.today = vietnam_date(context.now);
  context.actor = request->caller.account;
  context.agency = std::move(agency).value();
  on_worker(request, std::move(finish), [this, request, context, views = views_] {
    api::Query query(request->target);
    const api::GridAsked asked = api::grid_asked(views->world, query, false);
    if (const auto problem = query.problem()) return api::reply_of(*problem, *request);
    const auto read = read_tables(request->body);
    if (const auto* fault = std::get_if<Message>(&read)) return api::reply_of(api::bad_request(*fault), *request);
    const auto items = sheet_items(std::get<TablesRead>(read), views->world, asked.agency, asked.period);
    if (const auto* fault = std::get_if<Message>(&items)) return api::reply_of(api::bad_request(*fault), *request);
    std::vector<api::JudgedItem> places;
    const Command act{Subject{Aggregate::kSubmission, ""}, act_of(std::get<std::vector<SheetItem>>(items), places)};
    const api::Language language = api::language_of(request->header("Accept-Language"));
    return json_reply(api::judged_body(*views, instance_.identity().log, act, context, language, places),
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
