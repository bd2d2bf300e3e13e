// Steps of missions that were entered wrongly: corrected, or taken back (Z25 to Z28).
#include <algorithm>
#include <utility>

#include "domain/mission_steps.h"
#include "domain/preconditions.h"
#include "domain/record_keeping.h"

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
  if (amount && (*amount == 0 || *amount > kMissionAmountMax || *amount < -kMissionAmountMax))
    check.fault("/set/amount", "Số tiền tính bằng đồng, khác 0 và không quá 10^15; số âm là tiền nộp trả.",
                "An amount is in đồng, not 0 and at most 10^15; below zero it is money that came back.");
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

struct Taken {
  MissionStep step;
  Date on;
};

// The steps that were taken, in their order; payments and councils go beside.
std::vector<Taken> steps_of(const MissionCourse& course) {
  std::vector<Taken> steps;
  if (course.selection) steps.push_back({MissionStep::kSelection, course.selection->on});
  if (course.contract) steps.push_back({MissionStep::kContract, course.contract->on});
  if (course.acceptance) steps.push_back({MissionStep::kAcceptance, course.acceptance->on});
  if (course.transfer) steps.push_back({MissionStep::kTransfer, course.transfer->on});
  if (course.follow_up) steps.push_back({MissionStep::kFollowUp, course.follow_up->fact.on});
  if (course.stop) steps.push_back({MissionStep::kStop, course.stop->fact.on});
  return steps;
}

Rejection out_of_order() {
  return rule_broken("Z26", "Ngày sau khi sửa không khớp với các bước trước và sau.",
                     "The corrected day does not go with the steps before and after it.");
}

// Z26: its day lies between those of the steps beside it.
std::optional<Rejection> order_fault(const MissionState& next, MissionStep step) {
  const std::vector<Taken> steps = steps_of(next.course);
  const auto here = std::find_if(steps.begin(), steps.end(), [&](const Taken& each) { return each.step == step; });
  if (here == steps.end()) return std::nullopt;
  const Date before = here == steps.begin() ? next.content.ordered_on : std::prev(here)->on;
  const bool late = std::next(here) != steps.end() && std::next(here)->on < here->on;
  if (here->on < before || late) return out_of_order();
  return std::nullopt;
}

// Z05: what was paid stays within the contract, and no payment comes before it that did not before.
std::optional<Rejection> money_fault(const MissionCourse& before, const MissionCourse& next) {
  const Amount sum = next.disbursed();
  if (sum < 0 || (next.contract && sum > next.contract->amount))
    return rule_broken("Z05", "Tổng số giải ngân không âm và không quá giá trị hợp đồng.",
                       "What is disbursed in all is not below zero nor above the contract.");
  const auto too_early = [](const MissionCourse& course) {
    return std::count_if(course.disbursements.begin(), course.disbursements.end(), [&](const auto& each) {
      return course.contract_from && each.fact.paid_on < *course.contract_from;
    });
  };
  if (too_early(next) <= too_early(before)) return std::nullopt;
  return rule_broken("Z05", "Ngày giải ngân không thể trước ngày ký hợp đồng.", "Nothing is paid before its contract.");
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
  const bool stands_below = !is_one_of_many(body.step) && steps_of(mission.course).back().step != body.step;
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
  const Subject& target = scene.command.target;
  const MissionState* state = target.aggregate == Aggregate::kMission ? scene.world.missions.find(target.id) : nullptr;
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, *state, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  AgencyId agency = keeping_agency(scene, state->content.programme);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping_of(state->content), agency, "Z02");
  if (!capacity) return capacity.error();
  Result<Event> event = outcome(*state, body);
  if (!event) return std::move(event).error();
  return single(std::move(agency), capacity.value(), target, state->content.programme, std::move(event).value());
}
template Result<Decision> decide_one(const Scene&, const CorrectMissionStep&);
template Result<Decision> decide_one(const Scene&, const TakeBackMissionStep&);

}  // namespace luuvet
