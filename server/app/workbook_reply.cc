#include "server/app/workbook_reply.h"

#include "api/http/request_headers.h"
#include "server/tables/xlsx_writer.h"

namespace luuvet::server {
namespace {

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

SheetNote note_of(const api::Request& request, const api::Workbook& book, const projections::Views& views,
                  Date status_date, Instant now, api::Language language) {
  const std::string position = std::to_string(views.world.head);
  const Message about = {"Xuất ngày " + shown_day(vietnam_date(now)) + "; tình trạng tính đến ngày " +
                             shown_day(status_date) + "; bản ghi số " + position + "; lọc: " + filter_of(request),
                         "Exported " + to_string(now) + "; as of " + to_string(status_date) + "; record " + position +
                             "; filter: " + filter_of(request)};
  return {api::in(language, book.title), api::in(language, about)};
}

}  // namespace

api::Reply workbook_reply(const api::Request& request, const api::Workbook& book, std::string_view name,
                          const projections::Views& views, Date status_date) {
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

}  // namespace luuvet::server
