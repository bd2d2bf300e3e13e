#include "api/reads/read_links.h"

#include "api/reads/list_answer.h"
#include "api/reads/list_query.h"
#include "api/views/view_link.h"
#include "domain/links/link_rows.h"
#include "projections/register_list.h"

namespace luuvet::api {
namespace {

std::optional<std::string> subject_text(Query& query) {
  const auto subject = query.subject("subject");
  return subject ? std::optional(subject->text()) : std::nullopt;
}

int least_score(Query& query) {
  const auto asked = query.sequence("min_score");
  if (!asked) return projections::kSuggestedScore;
  if (*asked < static_cast<Sequence>(projections::kScoreLeast) || *asked > 100)
    query.refuse("min_score", {"Mức giống nhau từ 20 đến 100.", "The score is 20 to 100."});
  return static_cast<int>(*asked);
}

void write_doubt_counts(std::string& out, const World& world, const std::optional<ProgrammeId>& programme) {
  write_array(out, projections::count_doubts(world, programme), [](std::string& to, const auto& count) {
    JsonObject(to).member("kind", count.kind).member("open", count.open).member("settled", count.settled);
  });
}

void write_contradiction(std::string& out, const World& world, const projections::ContradictionItem& item) {
  const projections::Contradiction& found = *item.found;
  JsonObject object(out);
  object.member("id", found.id).member("kind", found.kind).member("score", found.score);
  object.with("places", [&](std::string& to) {
    write_array(to, found.places, [&](std::string& inner, const projections::ContradictionPlace& place) {
      JsonObject(inner)
          .member("subject", place.subject)
          .member("programme", programme_of_row(world, place.subject))
          .member("source", source_of_row(world, place.subject))
          .member("title", title_of_row(world, place.subject))
          .member("field", place.field)
          .member("text", place.text);
    });
  });
  object.with("doubts", [&](std::string& to) {
    write_array(to, item.cover.doubts, [&](std::string& inner, const DoubtId& id) {
      const auto& doubt = *world.doubts.find(id.value);
      JsonObject(inner)
          .member("id", id)
          .member("text", doubt.content.text)
          .member("settled", doubt.settled.has_value());
    });
  });
  object.member("links", item.cover.links).member("settled", item.cover.settled);
}

void write_contradiction_counts(std::string& out, const std::vector<projections::ContradictionCount>& counts) {
  write_array(out, counts, [](std::string& to, const projections::ContradictionCount& count) {
    JsonObject(to).member("kind", count.kind).member("covered", count.covered).member("uncovered", count.uncovered);
  });
}

}  // namespace

projections::LinkFilter link_filter(Query& query) {
  projections::LinkFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.subject = subject_text(query);
  filter.kind = query.word<LinkKind>("kind");
  filter.status = query.words<LinkStatus>("status");
  return filter;
}

projections::ContradictionFilter contradiction_filter(Query& query) {
  projections::ContradictionFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.subject = subject_text(query);
  filter.kind = query.word<projections::ContradictionKind>("kind");
  filter.covered = query.boolean("covered");
  return filter;
}

Asked<ListAnswer> read_contradictions(const ViewContext& context, std::string_view log,
                                      const projections::Contradictions& all, Query& query) {
  const projections::ContradictionFilter filter = contradiction_filter(query);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const World& world = context.views.world;
  const auto list = projections::list_contradictions(world, all, filter, request);
  return list_answer(
      context, log, list.page, [&](std::string& out, const auto& item) { write_contradiction(out, world, item); },
      [&](JsonObject& object) {
        object.with("counts", [&](std::string& out) { write_contradiction_counts(out, list.counts); });
      });
}

Asked<ListAnswer> read_links(const ViewContext& context, std::string_view log, Query& query) {
  const projections::LinkFilter filter = link_filter(query);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page = projections::list_links(context.views.world, filter, request);
  return list_answer(
      context, log, page, [&](std::string& out, const auto& link) { write_row(out, context, *link); },
      [](JsonObject&) {});
}

Asked<ListAnswer> read_doubts(const ViewContext& context, std::string_view log, Query& query) {
  const projections::RegisterFilter filter = register_filter(Aggregate::kDoubt, query, context.status_date);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const World& world = context.views.world;
  const auto page = projections::list_register(context.views, world.doubts, Aggregate::kDoubt, filter, request);
  return list_answer(
      context, log, page, [&](std::string& out, const auto& doubt) { write_row(out, context, *doubt); },
      [&](JsonObject& object) {
        object.with("counts", [&](std::string& out) { write_doubt_counts(out, world, filter.programme); });
      });
}

Asked<ListAnswer> read_suggestions(const ViewContext& context, std::string_view log,
                                   const projections::Suggestions& all, Query& query) {
  projections::SuggestionFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.subject = subject_text(query);
  filter.kind = query.word<LinkKind>("kind");
  filter.min_score = least_score(query);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page = projections::list_suggestions(context.views.world, all, filter, request);
  return list_answer(
      context, log, page, [&](std::string& out, const auto& each) { write_suggestion(out, context, each); },
      [](JsonObject&) {});
}

}  // namespace luuvet::api
