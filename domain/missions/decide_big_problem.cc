// Bài toán lớn: registered by the standing agency, its milestones kept by who leads it (Z10 to Z13).
#include <utility>

#include "domain/missions/record_keeping.h"
#include "domain/preconditions.h"

namespace luuvet {
namespace {

void check_set(BodyCheck& check, const std::string& prefix, const Partial<RegisterBigProblem>& set) {
  const RegisterBigProblem& body = set.values;
  if (sets(set, "problem")) check.text(prefix + "/problem", body.problem);
  if (sets(set, "product")) check.text(prefix + "/product", body.product);
  check.text(prefix + "/measure", body.measure);
  if (body.receiver) check_organisation(check, prefix + "/receiver", *body.receiver);
  if (sets(set, "lead_agency")) check.agency(prefix + "/lead_agency", body.lead_agency, BodyCheck::Bodies::kAgencies);
  check_programme(check, prefix + "/programme", body.programme);
  check_tasks(check, prefix + "/tasks", body.tasks);
  check.document(prefix + "/document", body.document);
}

Keeping keeping_of(const BigProblem& problem) {
  return {problem.programme, problem.lead_agency, std::nullopt, problem.tasks, std::nullopt};
}

// A command on what is there, up to its rules: the capacity in which it is done.
template <class Check>
Result<Capacity> capacity_on(const Scene& scene, const BigProblemRow& row, const AgencyId& agency, const Check& body) {
  BodyCheck check(scene.world, scene.context);
  body(check);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&row.life}))
    return *std::move(rejection);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping_of(row.content), agency, "Z11");
  if (capacity && row.course.closed) return rule_broken("Z13", "Bài toán này đã kết thúc.", "This problem is closed.");
  return capacity;
}

const BigProblemRow* target_of(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kBigProblem ? scene.world.big_problems.find(target.id) : nullptr;
}

Result<Decision> decided(const Scene& scene, const BigProblemRow& row, AgencyId agency, Capacity capacity,
                         Result<Event> event) {
  if (!event) return std::move(event).error();
  return single(std::move(agency), capacity, scene.command.target, row.content.programme, std::move(event).value());
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const RegisterBigProblem& body) {
  const Partial<RegisterBigProblem> set = all_members(body);
  BodyCheck check(scene.world, scene.context);
  check_set(check, "", set);
  check_one_province(check, "", {body.programme, body.lead_agency, {}, body.tasks.value_or(std::vector<TaskId>{}), {}});
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Registered<BigProblem> event;
  put_members(set, event.content);
  event.content.id.value = scene.context.new_id;
  event.content.programme = programme_of_rows(scene.world, body.programme, std::nullopt, event.content.tasks);
  const Keeping keeping = keeping_of(event.content);
  return begun(scene, std::move(event), keeping, "Z11");
}

Result<Decision> decide_one(const Scene& scene, const AmendBigProblem& body) {
  const BigProblemRow* row = target_of(scene);
  if (!row) return not_found();
  AgencyId agency = keeping_agency(scene, row->content.programme);
  const Result<Capacity> capacity = capacity_on(scene, *row, agency, [&](BodyCheck& check) {
    check_set(check, "/set", body.set);
    BigProblem next = row->content;
    put_members(body.set, next);
    if (sets_rows(body.set, "lead_agency")) check_one_province(check, "/set", keeping_of(next));
    check.text("/reason", body.reason);
  });
  if (!capacity) return capacity.error();
  return decided(scene, *row, std::move(agency), capacity.value(),
                 amendment(row->content, body.set, body.reason, "Z10"));
}

Result<Decision> decide_one(const Scene& scene, const SetBigProblemMilestones& body) {
  const BigProblemRow* row = target_of(scene);
  if (!row) return not_found();
  AgencyId agency = keeping_agency(scene, row->content.programme);
  const Result<Capacity> capacity =
      capacity_on(scene, *row, agency, [&](BodyCheck& check) { check_steps(check, body.milestones, true); });
  if (!capacity) return capacity.error();
  if (row->course.milestones == body.milestones)
    return rule_broken("Z12", "Các mốc giống hệt các mốc hiện có.", "These are the milestones as they stand.");
  return decided(scene, *row, std::move(agency), capacity.value(), Event{BigProblemMilestonesSet{body.milestones}});
}

Result<Decision> decide_one(const Scene& scene, const CloseBigProblem& body) {
  const BigProblemRow* row = target_of(scene);
  if (!row) return not_found();
  AgencyId agency = keeping_agency(scene, row->content.programme);
  const Result<Capacity> capacity = capacity_on(scene, *row, agency, [&](BodyCheck& check) {
    if (body.outcome == BigProblemState::kOpen)
      check.fault("/outcome", "Kết quả là đã giải quyết hoặc thôi không làm.", "It is solved or dropped.");
    if (body.outcome == BigProblemState::kDropped) check.text("/reason", body.reason.value_or(std::string()));
    check.text("/reason", body.reason);
    check.not_future("/on", body.on);
    check.document("/document", body.document);
  });
  if (!capacity) return capacity.error();
  return decided(scene, *row, std::move(agency), capacity.value(),
                 Event{BigProblemClosed{body.outcome, body.on, body.document, reason_words(body.reason)}});
}

}  // namespace luuvet
