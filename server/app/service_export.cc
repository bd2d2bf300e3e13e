// Lists and programmes as spreadsheets: always on the worker, by the rights of who asks, noted in the access log.
#include "api/collections.h"
#include "api/reads/read_submissions.h"
#include "api/sheets/export.h"
#include "api/sheets/sheet_baselines.h"
#include "api/sheets/sheet_submissions.h"
#include "server/app/service.h"
#include "server/app/workbook_reply.h"

namespace luuvet::server {
namespace {

api::ViewContext context_of(const Views& views, Date status_date, const EyesPtr& eyes) {
  return {views, status_date, eyes->sight(), profile_of(eyes), eyes->thresholds};
}

}  // namespace

void Service::export_list(const api::Route& route, RequestPtr request, Finish finish) {
  const Aggregate aggregate = route.aggregate;
  export_book(std::move(request), std::move(finish), std::string(*api::collection_of(aggregate)),
              [aggregate](const api::ViewContext& context, api::Query& query) {
                return api::export_list(context, aggregate, query);
              });
}

void Service::export_found(const api::Route& route, RequestPtr request, Finish finish) {
  using enum api::RouteKind;
  const auto export_as = [&](const char* name, MakeBook make) {
    export_book(std::move(request), std::move(finish), name, std::move(make));
  };
  if (route.kind == kExportLedger)
    return export_as("ledger", [line = std::string(route.id)](const api::ViewContext& context, api::Query& query) {
      return api::export_ledger(context, line, query);
    });
  if (route.kind == kExportMoneyGroups) return export_as("money", &api::export_money_groups);
  if (route.kind == kExportMoneyFindings) return export_as("findings", &api::export_money_findings);
  if (route.kind == kExportBaselines)
    return export_as("baselines", [](const api::ViewContext& context, api::Query& query) {
      return api::export_baselines(context, query);
    });
  export_as("contradictions", [this](const api::ViewContext& context, api::Query& query) {
    const Found found = findings_.of(context.views.world);
    return api::export_contradictions(context, *found.contradictions, query);
  });
}

void Service::export_book(RequestPtr request, Finish finish, std::string name, MakeBook make) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const auto rows = std::make_shared<std::size_t>(0);
  finish = noting_export(request, name + ".xlsx", rows, std::move(finish));
  at(when, request, std::move(finish), true,
     [request, name = std::move(name), make = std::move(make), rows, seen = eyes(*request)](const ViewsPtr& views,
                                                                                            Date date) {
       api::Query asked(request->target);
       asked.read_at();
       const auto book = make(context_of(*views, date, seen), asked);
       if (!book) return api::reply_of(book.error(), *request);
       *rows = book.value().rows();
       return workbook_reply(*request, book.value(), name, *views, date);
     });
}

void Service::export_grid(RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const auto rows = std::make_shared<std::size_t>(0);
  finish = noting_export(request, "submission-grid.xlsx", rows, std::move(finish));
  at(when, request, std::move(finish), true, [request, rows, seen = eyes(*request)](const ViewsPtr& views, Date date) {
    api::Query asked(request->target);
    asked.read_at();
    const api::GridAsked grid = api::grid_asked(views->world, asked);
    if (const auto problem = asked.problem()) return api::reply_of(*problem, *request);
    const auto found = projections::submission_grid(*views, grid.agency, grid.period, grid.programme, date);
    const api::Workbook book = api::grid_workbook(context_of(*views, date, seen), found, grid.period);
    *rows = book.rows();
    return workbook_reply(*request, book, "so-lieu-" + grid.period, *views, date);
  });
}

void Service::export_programme(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  const std::string id(route.id);
  const auto rows = std::make_shared<std::size_t>(0);
  finish = noting_export(request, "programme.xlsx", rows, std::move(finish));
  at(when, request, std::move(finish), true,
     [request, id, rows, seen = eyes(*request)](const ViewsPtr& views, Date date) {
       const auto book = api::export_programme(context_of(*views, date, seen), id);
       if (!book) return api::reply_of(api::not_found_here(), *request);
       *rows = book->rows();
       return workbook_reply(*request, *book, id, *views, date);
     });
}

// `rows` is written on the worker before the answer comes back to net.
Finish Service::noting_export(const RequestPtr& request, std::string what, std::shared_ptr<std::size_t> rows,
                              Finish finish) {
  return
      [this, request, what = std::move(what), rows = std::move(rows), finish = std::move(finish)](api::Reply&& reply) {
        if (reply.status == 200) notes_.exported(*request, request->caller, what, *rows);
        finish(std::move(reply));
      };
}

}  // namespace luuvet::server
