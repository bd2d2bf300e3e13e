// The registers that tasks need: tender packages, PPP and other outside money, hired services, shared platforms, models
// (Z20 to Z23).
#include <utility>

#include "domain/missions/record_keeping.h"
#include "domain/missions/register_entry_check.h"
#include "domain/preconditions.h"

namespace luuvet {
namespace {

Keeping keeping_of(const RegisterEntry& entry) {
  Keeping keeping{entry.programme, {}, std::nullopt, {}, entry.budget_line};
  if (entry.task) keeping.tasks.push_back(*entry.task);
  return keeping;
}

const RegisterEntryState* target_of(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kRegisterEntry ? scene.world.register_entries.find(target.id) : nullptr;
}

// Up to the rules.
Result<Capacity> capacity_on(const Scene& scene, const RegisterEntryState& state, const BodyCheck& check,
                             const AgencyId& agency) {
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state.life}))
    return *std::move(rejection);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping_of(state.content), agency, "Z21");
  if (capacity && state.ended)
    return rule_broken("Z23", "Mục này đã kết thúc; nội dung chỉ còn để tra cứu.",
                       "This row has ended; it only stays to be read.");
  return capacity;
}

void check_amended(BodyCheck& check, const RegisterEntry& now, const AmendRegisterEntry& body) {
  check_entry_values(check, "/set", body.set);
  check.text("/reason", body.reason);
  if (sets(body.set, "register_"))
    check.fault("/set/register", "Mục đã vào sổ không chuyển sang sổ khác.", "A row does not change its register.");
  RegisterEntry next = now;
  put_members(body.set, next);
  next.register_ = now.register_;
  check_entry_shape(check, "/set", next);
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const AddRegisterEntry& body) {
  const Partial<AddRegisterEntry> set = all_members(body);
  Registered<RegisterEntry> event;
  RegisterEntry& entry = event.content;
  put_members(set, entry);
  BodyCheck check(scene.world, scene.context);
  check_entry_values(check, "", set);
  check_entry_shape(check, "", entry);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  entry.id.value = scene.context.new_id;
  const auto tasks = entry.task ? std::vector{*entry.task} : std::vector<TaskId>{};
  entry.programme = programme_of_rows(scene.world, body.programme, body.budget_line, tasks);
  const Keeping keeping = keeping_of(entry);
  return begun(scene, std::move(event), keeping, "Z21");
}

Result<Decision> decide_one(const Scene& scene, const AmendRegisterEntry& body) {
  const RegisterEntryState* state = target_of(scene);
  if (!state) return not_found();
  AgencyId agency = keeping_agency(scene, state->content.programme);
  BodyCheck check(scene.world, scene.context);
  check_amended(check, state->content, body);
  const Result<Capacity> capacity = capacity_on(scene, *state, check, agency);
  if (!capacity) return capacity.error();
  Result<Event> event = amendment(state->content, body.set, body.reason, "Z22");
  if (!event) return std::move(event).error();
  return single(std::move(agency), capacity.value(), scene.command.target, state->content.programme,
                std::move(event).value());
}

Result<Decision> decide_one(const Scene& scene, const EndRegisterEntry& body) {
  const RegisterEntryState* state = target_of(scene);
  if (!state) return not_found();
  AgencyId agency = keeping_agency(scene, state->content.programme);
  BodyCheck check(scene.world, scene.context);
  check.not_future("/on", body.on);
  check.text("/reason", body.reason);
  check.document("/document", body.document);
  const Result<Capacity> capacity = capacity_on(scene, *state, check, agency);
  if (!capacity) return capacity.error();
  return single(std::move(agency), capacity.value(), scene.command.target, state->content.programme,
                RegisterEntryEnded{body.on, body.document, reason_words(body.reason)});
}

}  // namespace luuvet
