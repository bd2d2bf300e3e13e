#include <algorithm>
#include <set>

#include "api/views/view_money.h"
#include "api/views/view_parts.h"
#include "projections/citations.h"

namespace luuvet::api {
namespace {

using projections::Counts;

template <class State>
void write_plain(std::string& out, const ViewContext& context, Aggregate aggregate, const State& row) {
  JsonObject object(out);
  object.members(row.content);
  add_life(object, context, {aggregate, row.content.id.value});
}

template <class State>
std::uint64_t count_of(const Table<State>& table, const ProgrammeId& programme) {
  std::uint64_t count = 0;
  table.for_each([&](const auto& row) {
    bool counted = row->content.programme == programme;
    if constexpr (requires { row->content.heading; }) counted = counted && !row->content.heading;
    count += counted ? 1 : 0;
  });
  return count;
}

Amount need_total(const World& world, const ProgrammeId& programme) {
  Amount total = 0;
  world.budget_lines.for_each([&](const auto& row) {
    if (row->content.programme == programme && row->content.need) total += row->content.need->total;
  });
  return total;
}

void write_sections(std::string& out, const Programme& programme, const std::vector<Counts>& counts) {
  std::size_t at = 0;
  write_array(out, programme.sections, [&](std::string& to, const Section& section) {
    JsonObject object(to);
    object.members(section);
    object.with("counts", [&](std::string& inner) { write_counts(inner, counts[at]); });
    ++at;
  });
}

std::vector<AgencyId> groups_of(const World& world, const AgencyId& agency) {
  std::vector<AgencyId> groups;
  world.agency_groups.for_each([&](const auto& group) {
    if (world.in_group(group->content.id, agency)) groups.push_back(group->content.id);
  });
  return groups;
}

}  // namespace

const std::map<AgencyId, Counts>& ViewContext::agency_counts() const {
  if (!agency_counts_) agency_counts_ = projections::counts_by_agency(views, status_date);
  return *agency_counts_;
}

const std::vector<AgencyId>& ViewContext::agencies_without_plan() const {
  if (!agencies_without_plan_)
    agencies_without_plan_ = projections::agencies_without_plan(views, status_date, thresholds.unit_plans);
  return *agencies_without_plan_;
}

void write_row(std::string& out, const ViewContext& context, const RegisterState<Programme>& row) {
  const Programme& programme = row.content;
  const World& world = context.views.world;
  const auto progress = projections::progress_of(context.views, programme, context.status_date);
  JsonObject object(out);
  object.member("id", programme.id).member("title", programme.title).member("short_title", programme.short_title);
  object.member("document", programme.document).member("province", programme.province);
  object.member("year_from", programme.year_from)
      .member("year_to", programme.year_to)
      .member("issued_on", programme.issued_on);
  object.member("committee", programme.committee).member("standing_agency", programme.standing_agency);
  object.with("sections", [&](std::string& to) { write_sections(to, programme, progress.sections); });
  object.member("totals", programme.totals);
  object.with("counts", [&](std::string& to) {
    JsonObject(to)
        .member("tasks", progress.whole.total)
        .member("groups", progress.groups)
        .member("indicators", count_of(world.indicators, programme.id))
        .member("budget_lines", count_of(world.budget_lines, programme.id))
        .member("doubts", count_of(world.doubts, programme.id));
  });
  object.with("progress", [&](std::string& to) { write_counts(to, progress.whole); });
  object.member("need_total", need_total(world, programme.id));
  const ClosedYears* closed = world.closed_years.find(programme.id.value);
  object.member("closed_years", closed ? closed->years : std::vector<ClosedYear>{});
  object.with("need_rounds", [&](std::string& to) { write_need_rounds(to, world, programme.id); });
  add_life(object, context, {Aggregate::kProgramme, programme.id.value});
}

void write_row(std::string& out, const ViewContext& context, const AgencyState& row) {
  const auto& all = context.agency_counts();
  const auto counts = all.find(row.content.id);
  JsonObject object(out);
  object.members(row.content).member("from_date", row.from_date).member("ended_on", row.ended_on);
  object.member("merged_into", row.merged_into).member("former_names", row.former_names);
  object.member("groups", groups_of(context.views.world, row.content.id));
  object.with("counts", [&](std::string& to) { write_counts(to, counts == all.end() ? Counts{} : counts->second); });
  const auto& without = context.agencies_without_plan();
  object.member("missing_unit_plan", std::binary_search(without.begin(), without.end(), row.content.id));
  add_life(object, context, {Aggregate::kAgency, row.content.id.value});
}

void write_row(std::string& out, const ViewContext& context, const RegisterState<AgencyGroup>& row) {
  write_plain(out, context, Aggregate::kAgencyGroup, row);
}
void write_row(std::string& out, const ViewContext& context, const RegisterState<Committee>& row) {
  write_plain(out, context, Aggregate::kCommittee, row);
}
void write_row(std::string& out, const ViewContext& context, const RegisterState<Member>& row) {
  write_plain(out, context, Aggregate::kMember, row);
}
void write_row(std::string& out, const ViewContext& context, const RegisterState<ReportingDuty>& row) {
  write_plain(out, context, Aggregate::kReportingDuty, row);
}

void write_row(std::string& out, const ViewContext& context, const DocumentState& row) {
  const Subject subject{Aggregate::kDocument, row.content.id.value};
  const bool readable = context.sight.may_read(subject);
  JsonObject object(out);
  object.members(row.content);
  object.member("file", shown(readable, row.file() ? std::optional(*row.file()) : std::nullopt));
  object.member("registered_by", row.registered_by);
  object.member("cited_by", projections::count_of_acts(context.views, row.content.id)).member("withheld", !readable);
  add_life(object, context, subject);
}

}  // namespace luuvet::api
