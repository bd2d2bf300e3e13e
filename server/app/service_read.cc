// Reads: now from the published views, the past and history on the worker.
#include "api/history/document_acts.h"
#include "api/reads/read_links.h"
#include "domain/figures/submitting.h"
#include "server/app/history.h"
#include "server/app/replies.h"
#include "server/app/service.h"

namespace luuvet::server {
namespace {

// The day of a past view: of the moment asked for, else of its last record.
Date day_of(const api::AsOf& as_of, const Views& views) {
  if (const auto* instant = std::get_if<Instant>(&as_of)) return vietnam_date(*instant);
  return vietnam_date(views.time);
}

api::Problem officials_only() {
  return api::forbidden_here({"Danh sách tài khoản dành cho người đang giữ vị trí tại cơ quan.",
                              "Accounts are shown to those who hold a post in an agency."});
}

api::ViewContext context_of(const Views& views, Date status_date, const EyesPtr& eyes) {
  return {views, status_date, eyes->sight(), profile_of(eyes), eyes->thresholds};
}

api::Reply item_reply(const api::Request& request, const Subject& subject, const Views& views, Date status_date,
                      const EyesPtr& eyes) {
  auto body = api::read_item(context_of(views, status_date, eyes), subject);
  if (!body && subject.aggregate == Aggregate::kSubmission)
    return api::reply_of(api::problem_of(no_submission(views.world, subject)), request);
  if (!body) return api::reply_of(api::not_found_here(), request);
  return resource_reply(std::move(*body), views.world.representation(subject), views.world.head);
}

api::Reply answered(const api::Request& request, api::Asked<api::ListAnswer>&& list, Sequence head) {
  if (!list) return api::reply_of(list.error(), request);
  api::Reply reply = json_reply(std::move(list.value().body), head);
  if (list.value().next)
    reply.headers.push_back({"Link", api::next_link(request.target, "cursor", *list.value().next)});
  return reply;
}

api::Reply list_reply(const api::Request& request, Aggregate aggregate, std::string_view log, const Views& views,
                      Date status_date, const EyesPtr& eyes) {
  api::Query query(request.target);
  query.read_at();
  return answered(request, api::read_list(context_of(views, status_date, eyes), log, aggregate, query),
                  views.world.head);
}

api::Reply history_reply(const api::Request& request, const HistoryPage& page, std::string_view parameter,
                         std::string_view log, const Views& views, Date status_date) {
  const auto next = page.next ? std::optional(std::to_string(*page.next)) : std::nullopt;
  api::Reply reply =
      json_reply(api::list_body(page.items, {page.total, next, views.world.head, log, status_date}), views.world.head);
  if (next) reply.headers.push_back({"Link", api::next_link(request.target, parameter, *next)});
  return reply;
}

// What the three lists of history ask for, by their routes.
struct HistoryAsked {
  HistoryQuery query;
  Sequence after = 0;  // threads
};

HistoryAsked history_asked(const api::Route& route, api::Query& query) {
  HistoryAsked asked;
  asked.query.limit = query.limit();
  if (route.kind == api::RouteKind::kThread) {
    asked.after = query.position("cursor").value_or(0);
    return asked;
  }
  asked.query.before = query.sequence("before");
  asked.query.types = query.type_prefixes("types");
  if (route.kind == api::RouteKind::kHistory) return asked;
  asked.query.programme = query.id<ProgrammeTag>("programme");
  asked.query.agency = query.agency("agency");
  if (const auto subject = query.subject("subject")) asked.query.subject = subject->text();
  return asked;
}

}  // namespace

void Service::read(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const Subject subject{route.aggregate, std::string(route.id)};
  const EyesPtr seen = eyes(*request);
  if (route.aggregate == Aggregate::kAccount && !seen->reads_names && route.id != seen->self.value)
    return refuse(request, finish, officials_only());
  if (route.kind == api::RouteKind::kItem) {
    if (const auto problem = query.problem()) return refuse(request, finish, *problem);
    // Not of accounts: every page asks for the names of those who acted.
    if (route.aggregate != Aggregate::kAccount) finish = noting_read(request, *seen, subject.text(), std::move(finish));
    return at(when, request, std::move(finish), false, [request, subject, seen](const ViewsPtr& views, Date date) {
      return item_reply(*request, subject, *views, date, seen);
    });
  }
  const std::string& log = instance_.identity().log;
  at(when, request, std::move(finish), false,
     [request, aggregate = route.aggregate, &log, seen](const ViewsPtr& views, Date date) {
       return list_reply(*request, aggregate, log, *views, date, seen);
     });
}

// What is found in the words of all rows: on the worker.
void Service::read_findings(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const std::string& log = instance_.identity().log;
  const EyesPtr seen = eyes(*request);
  const bool contradictions = route.kind == api::RouteKind::kContradictions;
  at(when, request, std::move(finish), true,
     [this, request, contradictions, &log, seen](const ViewsPtr& views, Date date) {
       api::Query asked(request->target);
       asked.read_at();
       const World& world = views->world;
       const api::ViewContext context = context_of(*views, date, seen);
       const Found found = findings_.of(world);
       return answered(*request,
                       contradictions ? api::read_contradictions(context, log, *found.contradictions, asked)
                                      : api::read_suggestions(context, log, *found.suggestions, asked),
                       world.head);
     });
}

void Service::read_history(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const HistoryAsked asked = history_asked(route, query);
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  const Subject subject{route.aggregate, std::string(route.id)};
  const EyesPtr seen = eyes(*request);
  const bool of_log = route.kind == api::RouteKind::kLogHistory;
  finish = noting_read(request, *seen, of_log ? "history" : subject.text(), std::move(finish));
  at(when, request, std::move(finish), true,
     [this, request, asked, subject, kind = route.kind, seen](const ViewsPtr& views, Date date) {
       const HistoryReader reader(instance_.log(), *views, seen->sight());
       const std::string& log = instance_.identity().log;
       if (kind == api::RouteKind::kLogHistory)
         return history_reply(*request, reader.of_log(asked.query), "before", log, *views, date);
       if (!api::read_item(context_of(*views, date, seen), subject))
         return api::reply_of(api::not_found_here(), *request);
       if (kind == api::RouteKind::kThread)
         return history_reply(*request, reader.thread_of(subject, seen->today->world, asked.query.limit, asked.after),
                              "cursor", log, *views, date);
       return history_reply(*request, reader.of_subject(subject, asked.query), "before", log, *views, date);
     });
}

void Service::read_document_acts(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const ActsQuery asked{query.limit(), query.sequence("cursor"), api::kind_of_record(query)};
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  const DocumentId document{std::string(route.id)};
  const EyesPtr seen = eyes(*request);
  finish = noting_read(request, *seen, "document/" + document.value, std::move(finish));
  at(when, request, std::move(finish), true, [this, request, asked, document, seen](const ViewsPtr& views, Date date) {
    if (!views->world.documents.find(document.value)) return api::reply_of(api::not_found_here(), *request);
    const HistoryPage page = HistoryReader(instance_.log(), *views, seen->sight()).citing(document, asked);
    const auto next = page.next ? std::optional(std::to_string(*page.next)) : std::nullopt;
    const Sequence head = views->world.head;
    api::Reply reply = json_reply(api::document_acts_body(page.items, projections::cited_by(*views, document),
                                                          {page.total, next, head, instance_.identity().log, date}),
                                  head);
    if (next) reply.headers.push_back({"Link", api::next_link(request->target, "cursor", *next)});
    return reply;
  });
}

// Finds the views that the read is of, and renders: at once when they are today's and it is quick, else on the worker.
void Service::at(const api::ReadAt& when, RequestPtr request, Finish finish, bool slow, Render render) {
  if (when.as_of)
    return at_past(*when.as_of, when.status_date, std::move(request), std::move(finish), std::move(render));
  const Date date = when.status_date.value_or(vietnam_date(system_now()));
  auto go = [this, request, finish, slow, date, render = std::move(render)](const ViewsPtr& views) {
    if (!views) return refuse(request, finish, api::not_yet_applied(views_->world.head));
    if (!slow) return finish(render(views, date));
    on_worker(request, finish, [render, views, date] { return render(views, date); });
  };
  if (when.min_sequence && *when.min_sequence > views_->world.head)
    return wait_for(*when.min_sequence, std::move(request), std::move(finish), std::move(go));
  go(views_);
}

void Service::wait_for(Sequence sequence, RequestPtr request, Finish finish, std::function<void(const ViewsPtr&)> go) {
  if (waiters_.size() >= kMinSequenceWaitersMax)
    return refuse(request, finish, api::overloaded(std::chrono::seconds(1)));
  waiters_.push_back({sequence, std::chrono::steady_clock::now() + kMinSequenceWait, std::move(go)});
}

void Service::at_past(const api::AsOf& as_of, std::optional<Date> status_date, RequestPtr request, Finish finish,
                      Render render) {
  const Sequence head = views_->world.head;
  const auto* sequence = std::get_if<Sequence>(&as_of);
  if (sequence && *sequence > head) return refuse(request, finish, api::beyond_head("as_of", head));
  on_worker(request, std::move(finish), [this, as_of, head, status_date, render = std::move(render)] {
    const auto* wanted = std::get_if<Sequence>(&as_of);
    const auto views =
        instance_.past().at(wanted ? *wanted : instance_.past().sequence_at(std::get<Instant>(as_of), head));
    return render(views, status_date.value_or(day_of(as_of, *views)));
  });
}

}  // namespace luuvet::server
