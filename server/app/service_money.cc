// Reads of money, and the funding table as a spreadsheet.
#include "api/reads/read_money.h"
#include "api/sheets/sheet_money.h"
#include "server/app/replies.h"
#include "server/app/service.h"
#include "server/app/workbook_reply.h"

namespace luuvet::server {
namespace {

api::ViewContext context_of(const Views& views, Date status_date, const EyesPtr& eyes) {
  return {views, status_date, eyes->sight(), profile_of(eyes), eyes->thresholds};
}

api::Reply ledger_reply(const api::Request& request, const api::ViewContext& context, std::string_view log,
                        const BudgetLineId& line) {
  api::Query query(request.target);
  query.read_at();
  auto list = api::read_ledger(context, log, line, query);
  if (!list) return api::reply_of(list.error(), request);
  api::Reply reply = json_reply(std::move(list.value().body), context.views.world.head);
  if (list.value().next)
    reply.headers.push_back({"Link", api::next_link(request.target, "cursor", *list.value().next)});
  return reply;
}

using ReadSums = api::Asked<std::string> (*)(const api::ViewContext&, std::string_view, api::Query&);

ReadSums reader_of_sums(api::RouteKind kind) {
  if (kind == api::RouteKind::kMoney) return &api::read_money;
  return kind == api::RouteKind::kReconciliation ? &api::read_reconciliation : &api::read_money_findings;
}

api::Reply sums_reply(const api::Request& request, const api::ViewContext& context, std::string_view log,
                      ReadSums read) {
  api::Query query(request.target);
  query.read_at();
  auto body = read(context, log, query);
  if (!body) return api::reply_of(body.error(), request);
  return json_reply(std::move(body).value(), context.views.world.head);
}

}  // namespace

// Sums are quick; findings compare the words of all lines: on the worker.
void Service::read_money(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const std::string& log = instance_.identity().log;
  const EyesPtr seen = eyes(*request);
  const bool slow = route.kind != api::RouteKind::kMoney;
  if (route.kind == api::RouteKind::kLedger) {
    const BudgetLineId line{std::string(route.id)};
    finish = noting_read(request, *seen, Subject{Aggregate::kBudgetLine, line.value}.text(), std::move(finish));
    return at(when, request, std::move(finish), slow, [request, line, &log, seen](const ViewsPtr& views, Date date) {
      return ledger_reply(*request, context_of(*views, date, seen), log, line);
    });
  }
  at(when, request, std::move(finish), slow,
     [request, read = reader_of_sums(route.kind), &log, seen](const ViewsPtr& views, Date date) {
       return sums_reply(*request, context_of(*views, date, seen), log, read);
     });
}

void Service::export_money(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  const auto rows = std::make_shared<std::size_t>(0);
  finish = noting_export(request, "money.xlsx", rows, std::move(finish));
  at(when, request, std::move(finish), true,
     [request, id = std::string(route.id), rows, seen = eyes(*request)](const ViewsPtr& views, Date date) {
       const auto book = api::money_workbook(context_of(*views, date, seen), id);
       if (!book) return api::reply_of(api::not_found_here(), *request);
       *rows = book->rows();
       return workbook_reply(*request, *book, "money", *views, date);
     });
}

}  // namespace luuvet::server
