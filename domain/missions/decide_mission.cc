// Nhiệm vụ KH&CN: ordered and amended (Z01, Z02, Z04, Z14); its steps stand in decide_mission_step.cc.
#include <utility>

#include "domain/missions/mission_scene.h"

namespace luuvet {
namespace {

void check_set(BodyCheck& check, const std::string& prefix, const Partial<OrderMission>& set) {
  const OrderMission& body = set.values;
  if (sets(set, "title")) check.text(prefix + "/title", body.title);
  check_programme(check, prefix + "/programme", body.programme);
  check_tasks(check, prefix + "/tasks", body.tasks);
  if (body.host) check_organisation(check, prefix + "/host", *body.host);
  if (sets(set, "managing_agency"))
    check.agency(prefix + "/managing_agency", body.managing_agency, BodyCheck::Bodies::kAgencies);
  check_amount(check, prefix + "/budget", body.budget);
  check.document(prefix + "/cost_benefit", body.cost_benefit);
  if (sets(set, "ordered_on")) {
    check.not_future(prefix + "/ordered_on", body.ordered_on);
    check_day(check, prefix + "/ordered_on", body.ordered_on);
  }
  check_day(check, prefix + "/from", body.from);
  check_day(check, prefix + "/to", body.to);
  if (sets(set, "document")) check.document(prefix + "/document", body.document);
}

void check_body(BodyCheck& check, const Mission& now, const AmendMission& body) {
  check_set(check, "/set", body.set);
  Mission next = now;
  put_members(body.set, next);
  check_span(check, "/set/to", next.from, next.to);
  if (sets_rows(body.set, "managing_agency")) check_one_province(check, "/set", keeping_of(next));
  check.text("/reason", body.reason);
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const OrderMission& body) {
  const Partial<OrderMission> set = all_members(body);
  BodyCheck check(scene.world, scene.context);
  check_set(check, "", set);
  check_span(check, "/to", body.from, body.to);
  check_one_province(check, "",
                     {body.programme, body.managing_agency, {}, body.tasks.value_or(std::vector<TaskId>{}), {}});
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Registered<Mission> event;
  put_members(set, event.content);
  event.content.id.value = scene.context.new_id;
  event.content.programme = programme_of_rows(scene.world, body.programme, std::nullopt, event.content.tasks);
  const Keeping keeping = keeping_of(event.content);
  return begun(scene, std::move(event), keeping, "Z02");
}

Result<Decision> decide_one(const Scene& scene, const AmendMission& body) {
  return on_mission(
      scene, [&](BodyCheck& check, const MissionState& mission) { check_body(check, mission.content, body); },
      [&](const MissionState& mission) -> Result<Event> {
        if (has_ended(mission.course)) return not_at_this_stage();
        return amendment(mission.content, body.set, body.reason, "Z04");
      });
}

}  // namespace luuvet
