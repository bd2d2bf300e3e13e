// Steps of missions that were entered wrongly: corrected, or taken back (Z25 to Z28).
#include <algorithm>
#include <utility>

#include "domain/missions/mission_scene.h"

namespace luuvet {
namespace {

// --- bodies ---

void check_which(BodyCheck& check, MissionStep step, const std::optional<Sequence>& of) {
  if (is_one_of_many(step) == of.has_value()) return;
  check.fault("/of", "Lần giải ngân và cuộc họp hội đồng cần nêu mã bản ghi; các bước khác thì không.",
              "Payments and councils are named by the sequence of their record; other steps are not.");
}

void check_amount_of(BodyCheck& check, MissionStep step, const std::optional<Amount>& amount) {
  if (step == MissionStep::kContract) return check_amount(check, "/set/amount", amount);
  if (amount) check_paid(check, "/set/amount", *amount);
}

// Only what such a step says is set, and what it cannot do without not to none.
void check_members(BodyCheck& check, const CorrectMissionStep& body, const Partial<MissionStepReading>& now) {
  const std::vector<std::string_view> needed = needed_in(body.step);
  for_each_member<MissionStepReading>([&](std::size_t index, auto member) {
    if (!body.set.has(index)) return;
    const std::string pointer = "/set/" + std::string(member.name);
    if (!now.has(index)) check.fault(pointer, "Bước này không có nội dung đó.", "This step says nothing of the kind.");
    const bool none = !(body.set.values.*member.pointer).has_value();
    if (none && std::find(needed.begin(), needed.end(), member.name) != needed.end())
      check.fault(pointer, "Nội dung này không bỏ trống được.", "This cannot be left out.");
  });
}

void check_set(BodyCheck& check, const CorrectMissionStep& body, const Partial<MissionStepReading>& now) {
  const MissionStepReading& set = body.set.values;
  check_members(check, body, now);
  check_amount_of(check, body.step, set.amount);
  if (set.host) check_organisation(check, "/set/host", *set.host);
  if (set.receiver) check_organisation(check, "/set/receiver", *set.receiver);
  if (set.number) check.text("/set/number", *set.number);
  check.text("/set/grade", set.grade);
  check.not_future("/set/on", set.on);
  check_day(check, "/set/on", set.on);
  check.document("/set/document", set.document);
}

// --- rules ---

Rejection out_of_order() {
  return rule_broken("Z26", "Ngày sau khi sửa không khớp với các bước trước và sau.",
                     "The corrected day does not go with the steps before and after it.");
}

// Z26: its day lies between those of the steps beside it.
std::optional<Rejection> order_fault(const MissionState& next, MissionStep step) {
  const std::vector<TakenStep> steps = taken_steps(next.course);
  const auto here = std::find_if(steps.begin(), steps.end(), [&](const TakenStep& each) { return each.step == step; });
  if (here == steps.end()) return std::nullopt;
  const Date before = here == steps.begin() ? next.content.ordered_on : std::prev(here)->on;
  const bool late = std::next(here) != steps.end() && std::next(here)->on < here->on;
  if (here->on < before || late) return out_of_order();
  return std::nullopt;
}

// Z05: what was paid stays within the contract, and no payment comes before it that did not before.
std::optional<Rejection> money_fault(const MissionCourse& before, const MissionCourse& next) {
  if (auto rejection = disbursed_fault(next.disbursed(), next.contract ? &*next.contract : nullptr)) return rejection;
  const auto too_early = [](const MissionCourse& course) {
    return std::count_if(course.disbursements.begin(), course.disbursements.end(), [&](const auto& each) {
      return course.contract_from && each.fact.paid_on < *course.contract_from;
    });
  };
  if (too_early(next) <= too_early(before)) return std::nullopt;
  return paid_before_contract();
}

// Z06 goes on to hold where it held.
std::optional<Rejection> council_fault(const MissionCourse& before, const MissionCourse& next) {
  const auto holds = [](const MissionCourse& course) {
    return !course.acceptance || is_passed(course, course.acceptance->on);
  };
  if (!holds(before) || holds(next)) return std::nullopt;
  return rule_broken("Z06", "Nghiệm thu sẽ không còn biên bản hội đồng kết luận đạt.",
                     "The acceptance would have no council that passed it.");
}

std::optional<Rejection> course_fault(const MissionCourse& before, const MissionCourse& next) {
  if (auto rejection = money_fault(before, next)) return rejection;
  return council_fault(before, next);
}

std::optional<Rejection> nothing_to_correct(const MissionCourse& course, const Partial<MissionStepReading>& now) {
  if (now.empty())
    return rule_broken("Z25", "Bước này chưa được ghi nhận, hoặc đã được rút.",
                       "This step was not taken, or was taken back.");
  if (course.corrections.size() >= kMissionCorrectionsMax)
    return rule_broken("Z28", "Nhiệm vụ đã có quá nhiều lần sửa.", "There are too many corrections of this mission.");
  return std::nullopt;
}

Result<Event> outcome(const MissionState& mission, const CorrectMissionStep& body) {
  const auto now = reading_of(mission.course, body.step, body.of);
  if (auto rejection = nothing_to_correct(mission.course, now)) return *std::move(rejection);
  MissionStepCorrected event{body.step, body.of, narrowed(body.set, now.values), reason_words(body.reason)};
  if (event.set.empty())
    return rule_broken("Z25", "Nội dung sửa giống hệt nội dung đã ghi.", "The correction changes nothing.");
  MissionState next = mission;
  correct_step(next.content, next.course, event);
  if (event.set.values.on)
    if (auto rejection = order_fault(next, body.step)) return *std::move(rejection);
  if (auto rejection = course_fault(mission.course, next.course)) return *std::move(rejection);
  return Event{std::move(event)};
}

Result<Event> outcome(const MissionState& mission, const TakeBackMissionStep& body) {
  if (auto rejection = nothing_to_correct(mission.course, reading_of(mission.course, body.step, body.of)))
    return *std::move(rejection);
  const bool stands_below = !is_one_of_many(body.step) && taken_steps(mission.course).back().step != body.step;
  if (stands_below || (body.step == MissionStep::kContract && !mission.course.disbursements.empty()))
    return rule_broken("Z27", "Chỉ rút được bước cuối cùng; hợp đồng chỉ rút được khi chưa có lần giải ngân nào.",
                       "Only the last step is taken back, and a contract only while nothing is paid under it.");
  MissionStepWithdrawn event{body.step, body.of, reason_words(body.reason)};
  MissionState next = mission;
  withdraw_step(next.content, next.course, event);
  if (auto rejection = course_fault(mission.course, next.course)) return *std::move(rejection);
  return Event{std::move(event)};
}

void check_body(BodyCheck& check, const MissionState& mission, const CorrectMissionStep& body) {
  check_which(check, body.step, body.of);
  const auto now = reading_of(mission.course, body.step, body.of);
  if (!now.empty()) check_set(check, body, now);
  check.text("/reason", body.reason);
}
void check_body(BodyCheck& check, const MissionState&, const TakeBackMissionStep& body) {
  check_which(check, body.step, body.of);
  check.text("/reason", body.reason);
}

}  // namespace

template <MissionCorrectionBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  return on_mission(
      scene, [&](BodyCheck& check, const MissionState& mission) { check_body(check, mission, body); },
      [&](const MissionState& mission) { return outcome(mission, body); });
}
template Result<Decision> decide_one(const Scene&, const CorrectMissionStep&);
template Result<Decision> decide_one(const Scene&, const TakeBackMissionStep&);

}  // namespace luuvet
