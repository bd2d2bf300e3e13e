#include "api/reads/read_indices.h"

#include "api/json/json_object.h"
#include "projections/indicators/index_suggestions.h"

namespace luuvet::api {
namespace {

struct PlaceRow {
  std::string subject;
  ProgrammeId programme;
  std::string field;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (subject, programme, field, text))

void write_suggestion(std::string& out, const projections::IndexSuggestion& suggestion) {
  std::vector<PlaceRow> places;
  for (const projections::IndexPlace& each : suggestion.places)
    places.push_back({each.subject.text(), each.programme, each.field, each.text});
  const projections::KnownIndex& index = *suggestion.index;
  JsonObject object(out);
  object.member("index", index.code).member("name", index.name).member("name_en", index.name_en);
  object.member("direction", index.direction).member("unit", index.unit);
  object.member("programme", suggestion.programme).member("document", suggestion.document);
  object.member("tracking_agencies", suggestion.tracking_agencies).member("places", places);
  object.member("places_total", suggestion.places_total);
}

}  // namespace

Asked<std::string> read_index_suggestions(const ViewContext& context, std::string_view log, Query& query) {
  if (auto problem = query.problem()) return std::move(*problem);
  std::string body;
  {
    JsonObject object(body);
    object.with("items", [&](std::string& out) {
      write_array(out, projections::index_suggestions(context.views), write_suggestion);
    });
    object.member("sequence", context.views.world.head).member("log", log).member("status_date", context.status_date);
  }
  return body;
}

}  // namespace luuvet::api
