// One document that changes many rows of a plan, as one act (T17): bodies and what they are based on first, then each
// row in turn.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "domain/act_items.h"
#include "domain/decide_parts.h"
#include "domain/preconditions.h"
#include "domain/tasks/task_fields.h"
#include "domain/tasks/task_row.h"

namespace luuvet {
namespace {

struct Amending {
  const Scene& scene;
  const AmendProgramme& body;
  const Programme& programme;
};

const TaskState* row_of(const Amending& act, const AmendmentItem& item) {
  const auto subject = item.subject ? parse_subject(*item.subject) : std::nullopt;
  if (!subject || subject->aggregate != Aggregate::kTask) return nullptr;
  const TaskState* task = act.scene.world.tasks.find(subject->id);
  return task && task->content.programme == act.programme.id ? task : nullptr;
}

void check_added(BodyCheck& check, const Amending& act, const AmendmentItem& item) {
  if (item.subject || item.based_on || item.set)
    check.fault("", "Mục bổ sung chỉ có \"task\".", "An added item carries \"task\" only.");
  if (!item.task)
    check.fault("/task", "Cần nêu nhiệm vụ được bổ sung.", "Give the task that is added.");
  else
    check_fields(check, "/task", all_fields(*item.task), act.programme);
}

void check_changed(BodyCheck& check, const Amending& act, const AmendmentItem& item) {
  if (item.task) check.fault("/task", "Chỉ mục bổ sung có \"task\".", "Only an added item carries \"task\".");
  if (!row_of(act, item)) check.unknown("/subject", item.subject.value_or(""));
  if (!item.based_on)
    check.fault("/based_on", "Cần nêu đã xem nhiệm vụ ở bản ghi nào.", "Say which state of the task you have seen.");
  else if (*item.based_on > act.scene.world.head)
    check.fault("/based_on", "Vượt quá bản ghi cuối cùng.", "This lies beyond the last record.");
  const bool amends = item.do_ == AmendmentKind::kAmend;
  if (amends != item.set.has_value() || (item.set && item.set->empty()))
    check.fault("/set", "Mục điều chỉnh, và chỉ mục điều chỉnh, nêu nội dung điều chỉnh.",
                "An amending item, and no other, says what it sets.");
  if (item.set) check_fields(check, "/set", *item.set, act.programme);
}

std::optional<Rejection> item_body_fault(const Amending& act, std::size_t index) {
  const AmendmentItem& item = act.body.items[index];
  BodyCheck check(act.scene.world, act.scene.context, item_pointer(index));
  check.text("/reason", item.reason);
  if (item.do_ == AmendmentKind::kAdd)
    check_added(check, act, item);
  else
    check_changed(check, act, item);
  return check.rejection();
}

std::optional<Rejection> bodies_fault(const Amending& act) {
  BodyCheck check(act.scene.world, act.scene.context);
  check.document("/document", act.body.document);
  std::set<std::string> used;
  for (std::size_t i = 0; i < act.body.items.size(); ++i)
    if (const auto& subject = act.body.items[i].subject) check.once(item_pointer(i) + "/subject", used, *subject);
  if (auto rejection = check.rejection()) return rejection;
  for (std::size_t i = 0; i < act.body.items.size(); ++i)
    if (auto rejection = item_body_fault(act, i)) return rejection;
  return std::nullopt;
}

// As the single command would be checked.
std::optional<Rejection> item_stale(const Amending& act, const AmendmentItem& item, const TaskState& task) {
  const Subject subject{Aggregate::kTask, task.content.id.value};
  Command command{subject, CancelTask{}};
  if (item.set) command.body = AmendTask{*item.set, act.body.document, item.reason};
  const Context context = item_context(act.scene.context, act.scene.context.agency, item.based_on);
  return precondition_fault(act.scene.world, command, context, {&task.life});
}

std::optional<Rejection> add_row(const Amending& act, const AmendmentItem& item, std::size_t index,
                                 Decision& decision) {
  const std::string id = act.scene.context.new_id + "-" + std::to_string(index + 1);
  if (act.scene.world.tasks.find(id)) return already_exists(id);
  Result<std::vector<Event>> events =
      registered(act.scene.world, act.programme, {id}, all_fields(*item.task), act.body.document);
  if (!events) return of_item(events.error(), index, "/task/parent");
  for (Event& event : events.value())
    decision.events.push_back({{Aggregate::kTask, id}, act.programme.id, std::nullopt, std::move(event)});
  return std::nullopt;
}

std::optional<Rejection> change_row(const Amending& act, const AmendmentItem& item, std::size_t index,
                                    Decision& decision) {
  const TaskState& task = *row_of(act, item);
  const TaskRow row{act.scene.world, task, act.programme};
  Result<Event> event = item.set ? amended(row, *item.set, act.body.document, item.reason)
                                 : cancelled(row, act.body.document, item.reason);
  if (!event) return of_item(event.error(), index);
  decision.events.push_back(
      {{Aggregate::kTask, task.content.id.value}, act.programme.id, std::nullopt, std::move(event).value()});
  return std::nullopt;
}

std::optional<Rejection> stale_fault(const Amending& act) {
  for (std::size_t i = 0; i < act.body.items.size(); ++i) {
    const AmendmentItem& item = act.body.items[i];
    if (item.do_ == AmendmentKind::kAdd) continue;
    if (auto rejection = item_stale(act, item, *row_of(act, item)))
      return of_item(*std::move(rejection), i, "/based_on");
  }
  return std::nullopt;
}

std::optional<Rejection> make_rows(const Amending& act, Decision& decision) {
  for (std::size_t i = 0; i < act.body.items.size(); ++i) {
    const AmendmentItem& item = act.body.items[i];
    auto rejection =
        item.do_ == AmendmentKind::kAdd ? add_row(act, item, i, decision) : change_row(act, item, i, decision);
    if (rejection) return rejection;
    if (decision.events.size() > kActEventsMax) return too_large();
  }
  return std::nullopt;
}

bool sets_parent(const TaskAmended& event) {
  const std::vector<std::string_view> fields = names(event.set);
  return std::find(fields.begin(), fields.end(), "parent") != fields.end();
}

// Where each row stands once the act is done.
class Parents {
 public:
  Parents(const World& world, const std::vector<NewEvent>& events) : world_(world) {
    for (const NewEvent& each : events)
      if (const auto* event = std::get_if<TaskAmended>(&each.event); event && sets_parent(*event))
        moved_[each.subject.id] = event->set.values.parent;
  }

  std::optional<TaskId> above(const std::string& id) const {
    if (const auto found = moved_.find(id); found != moved_.end()) return found->second;
    const TaskState* task = world_.tasks.find(id);
    return task ? task->content.parent : std::nullopt;
  }

  // Whether a moved row stands under itself.
  bool close_a_ring() const {
    return std::any_of(moved_.begin(), moved_.end(), [&](const auto& row) { return is_ring(row.first); });
  }

 private:
  bool is_ring(const std::string& id) const {
    std::optional<TaskId> row = above(id);
    for (std::size_t steps = 0; row && steps <= moved_.size() + world_.tasks.size(); ++steps) row = above(row->value);
    return row.has_value();
  }

  const World& world_;
  std::map<std::string, std::optional<TaskId>> moved_;
};

// T03 for the rows together: two moves that are fine alone may close a ring.
std::optional<Rejection> ring_fault(const World& world, const std::vector<NewEvent>& events) {
  if (!Parents(world, events).close_a_ring()) return std::nullopt;
  return rule_broken("T03", "Các dòng được chuyển tạo thành vòng: có dòng nằm dưới chính nó.",
                     "The moved rows close a ring: a row would stand under itself.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const AmendProgramme& body) {
  const auto* state = scene.world.programmes.find(body.programme.value);
  if (!state) return unknown_reference("/programme", body.programme.value);
  if (auto rejection = items_fault(body.items)) return *std::move(rejection);
  const Amending act{scene, body, state->content};
  if (auto rejection = bodies_fault(act)) return *std::move(rejection);
  if (auto rejection = stale_fault(act)) return *std::move(rejection);

  Decision decision;
  decision.resource = {Aggregate::kProgramme, body.programme.value};
  decision.agency = acting_agency(scene.world, scene.context, decision.resource);
  const Result<Capacity> capacity = standing_capacity(scene, act.programme, decision.agency);
  if (!capacity) return capacity.error();
  decision.capacity = capacity.value();
  if (auto rejection = make_rows(act, decision)) return *std::move(rejection);
  if (auto rejection = ring_fault(scene.world, decision.events)) return *std::move(rejection);
  return decision;
}

}  // namespace luuvet
