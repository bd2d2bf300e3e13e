// Need and sources of a budget line (M04 to M06), and the rounds in which needs are restated.
#include <algorithm>
#include <utility>

#include "domain/money/budget_scene.h"

namespace luuvet {
namespace {

// No year's sources go beyond its need.
std::optional<Rejection> sources_fault(std::string_view rule, const std::vector<YearAmount>& need,
                                       const std::vector<SourceAmount>& sources) {
  for (const SourceAmount& each : sources) {
    if (assigned_in(sources, each.year) <= of_year(need, each.year)) continue;
    const std::string year = std::to_string(each.year);
    return rule_broken(rule, "Tổng các nguồn năm " + year + " vượt nhu cầu của năm.",
                       "The sources of " + year + " add up to more than the year's need.");
  }
  return std::nullopt;
}

std::vector<SourceAmount> sorted(std::vector<SourceAmount> sources) {
  std::sort(sources.begin(), sources.end(), [](const SourceAmount& a, const SourceAmount& b) {
    return std::pair(a.year, a.funding_source) < std::pair(b.year, b.funding_source);
  });
  return sources;
}

std::vector<YearAmount> sorted(std::vector<YearAmount> years) {
  std::sort(years.begin(), years.end(), [](const YearAmount& a, const YearAmount& b) { return a.year < b.year; });
  return years;
}

// --- rounds ---

struct ProgrammeAtHand {
  const RegisterState<Programme>& state;
  const NeedRounds* rounds;
};

Result<Capacity> round_capacity(const Scene& scene, const Programme& programme, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    if (relation == Relation::kProvince) return of_province(scene.world, &programme, agency);
    return relation == Relation::kStanding && stands_over(scene.world, scene.command.target, agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden("M03", "Chỉ Sở Tài chính hoặc cơ quan thường trực mở và khép đợt rà soát nhu cầu.",
                   "The finance department or the standing agency opens and closes rounds.");
}

template <class Check, class Rules>
Result<Decision> on_programme(const Scene& scene, const Check& check_body, const Rules& rules) {
  const Subject& target = scene.command.target;
  const auto* state = target.aggregate == Aggregate::kProgramme ? scene.world.programmes.find(target.id) : nullptr;
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  Decision made;
  made.agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = round_capacity(scene, state->content, made.agency);
  if (!capacity) return capacity.error();
  made.capacity = capacity.value();
  made.resource = target;
  const NeedRounds* rounds = scene.world.need_rounds.find(target.id);
  Result<Event> event = rules(rounds && rounds->open());
  if (!event) return std::move(event).error();
  made.events.push_back({target, state->content.id, std::nullopt, std::move(event).value()});
  return made;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const AssignSources& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand&) {
    check_sources(to, "/sources", body.sources);
    to.document("/document", body.document);
    to.text("/reason", body.reason);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    std::vector<SourceAmount> sources = sorted(body.sources);
    if (sources == at.book.sources) return changes_nothing("M04");
    if (auto rejection = sources_fault("M04", need_in_force(at.line.content, &at.book), sources)) return rejection;
    add_event(made, at, BudgetSourcesAssigned{std::move(sources), body.document, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, no_component, rules);
}

Result<Decision> decide_one(const Scene& scene, const AmendNeed& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand&) {
    check_years(to, "/years", body.years);
    check_sources(to, "/sources", body.sources);
    to.document("/document", body.document);
    to.text("/reason", body.reason);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    std::vector<YearAmount> years = sorted(body.years);
    std::vector<SourceAmount> sources = sorted(body.sources);
    if (years == need_in_force(at.line.content, &at.book) && sources == at.book.sources) return changes_nothing("M05");
    if (auto rejection = sources_fault("M05", years, sources)) return rejection;
    add_event(made, at,
              BudgetNeedAmended{std::move(years), std::move(sources), body.document, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, no_component, rules);
}

Result<Decision> decide_one(const Scene& scene, const ReviseNeed& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand&) {
    check_years(to, "/years", body.years);
    to.document("/document", body.document);
    to.text("/reason", body.reason);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const NeedRounds* rounds = scene.world.need_rounds.find(at.line.content.programme.value);
    if (!rounds || !rounds->open())
      return rule_broken("M06", "Không có đợt rà soát nhu cầu nào đang mở cho kế hoạch này.",
                         "No round is open in which needs of this programme are restated.");
    std::vector<YearAmount> years = sorted(body.years);
    const auto& now = at.book.revised;
    if (now && now->sequence > rounds->rounds.back().opened_at && now->years == years) return changes_nothing("M06");
    add_event(made, at, BudgetNeedRevised{std::move(years), body.document, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, no_component, rules);
}

Result<Decision> decide_one(const Scene& scene, const OpenNeedRound& body) {
  const auto check = [&](BodyCheck& to) {
    if (body.due < to.today()) to.fault("/due", "Hạn rà soát không ở trước hôm nay.", "The day lies before today.");
    to.document("/document", body.document);
  };
  return on_programme(scene, check, [&](bool open) -> Result<Event> {
    if (open) return rule_broken("M06", "Đợt rà soát trước chưa khép.", "The round before is still open.");
    return Event{ProgrammeNeedRoundOpened{body.due, body.document}};
  });
}

Result<Decision> decide_one(const Scene& scene, const CloseNeedRound& body) {
  const auto check = [&](BodyCheck& to) { to.document("/document", body.document); };
  return on_programme(scene, check, [&](bool open) -> Result<Event> {
    if (!open) return rule_broken("M06", "Không có đợt rà soát nào đang mở.", "No round is open.");
    return Event{ProgrammeNeedRoundClosed{body.document}};
  });
}

}  // namespace luuvet
