#include "server/live/feed_query.h"

#include <utility>

#include "api/http/request_headers.h"
#include "api/query_string.h"

namespace luuvet::server {
namespace {

FilterTerms read_terms(api::Query& query) {
  FilterTerms terms;
  terms.types = query.type_prefixes("types");
  if (auto agency = query.agency("agency")) terms.agency = std::move(agency->value);
  if (auto programme = query.id<ProgrammeTag>("programme")) terms.programme = std::move(programme->value);
  if (const auto subject = query.subject("subject")) terms.subject = subject->text();
  return terms;
}

}  // namespace

api::Asked<FeedQuery> read_feed_query(const api::Request& request, FeedForm form, std::string_view log, Sequence head) {
  api::Query query(request.target);
  FeedQuery result;
  result.after = query.position("after");
  const auto asked_log = query.log("log");
  if (form == FeedForm::kWebSocket) query.text("ticket");
  if (form == FeedForm::kPage) result.limit = query.limit();
  result.terms = read_terms(query);
  if (auto problem = query.problem()) return std::move(*problem);
  if (asked_log && *asked_log != log) return api::another_log(log);
  if (form == FeedForm::kEventStream) {
    const auto last = api::last_event_id(request);
    if (!last) return last.error();
    if (last.value()) result.after = *last.value();
  }
  if (result.after && *result.after > head) return api::beyond_head("after", head);
  return result;
}

std::optional<std::string> ticket_of(const api::Request& request) {
  return api::Query(request.target).text("ticket");
}

}  // namespace luuvet::server
