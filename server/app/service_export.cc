// Lists and programmes as spreadsheets: always on the worker, by the rights of who asks, noted in the access log.
#include "api/collections.h"
#include "api/export.h"
#include "server/app/service.h"
#include "server/tables/xlsx_writer.h"

namespace luuvet::server {
namespace {

api::ViewContext context_of(const Views& views, Date status_date, const EyesPtr& eyes) {
  return {views, status_date, eyes->sight(), profile_of(eyes)};
}

// "05/12/2026".
std::string shown_day(Date date) {
  const CivilDate civil = civil_from_date(date);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(civil.day) + "/" + two(civil.month) + "/" + std::to_string(civil.year);
}

// What was asked for, as it stood in the address.
std::string filter_of(const api::Request& request) {
  const std::size_t query = request.target.find('?');
  return query == std::string::npos ? "-" : request.target.substr(query + 1);
}

SheetNote note_of(const api::Request& request, const api::Workbook& book, const Views& views, Date status_date,
                  Instant now, api::Language language) {
  const std::string position = std::to_string(views.world.head);
  const Message about = {"Xuất ngày " + shown_day(vietnam_date(now)) + "; tình trạng tính đến ngày " +
                             shown_day(status_date) + "; bản ghi số " + position + "; lọc: " + filter_of(request),
                         "Exported " + to_string(now) + "; as of " + to_string(status_date) + "; record " + position +
                             "; filter: " + filter_of(request)};
  return {api::in(language, book.title), api::in(language, about)};
}

api::Reply file_reply(const api::Request& request, const api::Workbook& book, std::string_view name, const Views& views,
                      Date status_date) {
  const api::Language language = api::language_of(request.header("Accept-Language"));
  api::Reply reply;
  reply.headers = {{"Content-Type", std::string(kXlsxType)},
                   {"Content-Disposition", "attachment; filename=\"" + std::string(name) + ".xlsx\""},
                   {"X-Content-Type-Options", "nosniff"},
                   {"Cache-Control", "no-store"},
                   {"Luuvet-Sequence", std::to_string(views.world.head)}};
  reply.body = write_xlsx(book, note_of(request, book, views, status_date, system_now(), language), language);
  return reply;
}

}  // namespace

void Service::export_list(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const std::string name(*api::collection_of(route.aggregate));
  const auto rows = std::make_shared<std::size_t>(0);
  finish = noting_export(request, name + ".xlsx", rows, std::move(finish));
  at(when, request, std::move(finish), true,
     [request, aggregate = route.aggregate, name, rows, seen = eyes(*request)](const ViewsPtr& views, Date date) {
       api::Query asked(request->target);
       asked.read_at();
       const auto book = api::export_list(context_of(*views, date, seen), aggregate, asked);
       if (!book) return api::reply_of(book.error(), *request);
       *rows = book.value().rows();
       return file_reply(*request, book.value(), name, *views, date);
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
       return file_reply(*request, *book, id, *views, date);
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
