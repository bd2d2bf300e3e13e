// A plan from a file, as one act (N01 to N08). Each row is decided over the World as the rows before it have left it,
// so that a row may stand under one that the same act adds.
#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

#include "domain/act_items.h"
#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/plans/external_ids.h"
#include "domain/plans/import_registers.h"
#include "domain/plans/import_rows.h"
#include "domain/preconditions.h"
#include "domain/register_traits.h"
#include "domain/tasks/task_fields.h"
#include "domain/tasks/task_row.h"

namespace luuvet {
namespace {

constexpr std::array<std::string_view, 11> kFromFile = {"parent",
                                                        "source",
                                                        "title",
                                                        "content",
                                                        "lead_text",
                                                        "lead_agencies",
                                                        "deliverables",
                                                        "coordinating_agencies",
                                                        "deadline",
                                                        "coordinating_text",
                                                        "deliverables_text"};

void check_words(BodyCheck& check, const Task& row) {
  check.text("/title", row.title);
  check.text("/content", row.content);
  check.text("/lead_text", row.lead_text);
  check.text("/coordinating_text", row.coordinating_text);
  check.text("/deliverables_text", row.deliverables_text);
  check.text("/deadline/text", std::optional(row.deadline.text));
  check.size("/deliverables", row.deliverables.size());
  if (const auto fault = find_deadline_fault(row.deadline))
    check.fault("/deadline", std::string(fault->vi), std::string(fault->en));
}

class PlanImport {
 public:
  PlanImport(const Scene& scene, const ImportPlan& body) : scene_(scene), body_(body), world_(scene.world) {}

  Result<Decision> decide() {
    decision_.resource = {Aggregate::kProgramme, body_.programme.value};
    decision_.agency = acting_agency(scene_.world, scene_.context, decision_.resource);
    if (auto rejection = programme_fault()) return *std::move(rejection);
    if (body_.items.size() + body_.indicators.size() + body_.budget_lines.size() > kActEventsMax) return too_large();
    if (auto rejection = standing_fault()) return *std::move(rejection);
    if (auto rejection = add_sections()) return *std::move(rejection);
    std::set<std::string> used;
    for (std::size_t i = 0; i < body_.items.size(); ++i) {
      if (auto rejection = take(body_.items[i], i, used)) return *std::move(rejection);
      if (decision_.events.size() > kActEventsMax) return too_large();
    }
    if (auto rejection = take_registers("/indicators/", body_.indicators)) return *std::move(rejection);
    if (auto rejection = take_registers("/budget_lines/", body_.budget_lines)) return *std::move(rejection);
    if (decision_.events.size() > kActEventsMax) return too_large();
    if (!decision_.events.empty()) return std::move(decision_);
    return rule_broken("N05", "Tệp này không làm thay đổi gì.", "This file changes nothing.");
  }

 private:
  // The events stand in the decision and, for the rows that follow, in the World.
  void tell(const Subject& subject, Event event) {
    Recorded recorded;
    recorded.meta.sequence = scene_.world.head + 1;
    recorded.meta.actor = scene_.context.actor;
    recorded.meta.agency = decision_.agency;
    recorded.subject = subject;
    recorded.event = event;
    world_.evolve(recorded, kOwnEpoch);
    decision_.events.push_back({subject, body_.programme, std::nullopt, std::move(event)});
  }

  std::optional<Rejection> programme_fault() {
    BodyCheck check(scene_.world, scene_.context);
    check.document("/document", body_.document);
    const bool there = scene_.world.programmes.find(body_.programme.value) != nullptr;
    if (!body_.add) {
      if (!there) check.unknown("/programme", body_.programme.value);
      return check.rejection();
    }
    if (there) return already_exists(body_.programme.value);
    const Programme& add = *body_.add;
    check_row(check, add);
    check.text("/title", add.title);
    check.text("/short_title", add.short_title);
    if (add.id != body_.programme) check.fault("/id", "Mã không khớp.", "The ids differ.");
    if (add.year_from < kYearLeast || add.year_to > kYearMost || add.year_from > add.year_to)
      check.fault("/year_from", "Năm bắt đầu, năm kết thúc không hợp lệ.", "These years are no span of years.");
    return check.rejection();
  }

  // N01, N02: only then is the new programme there.
  std::optional<Rejection> standing_fault() {
    if (body_.add) {
      if (body_.add->standing_agency != decision_.agency)
        return forbidden("N02", "Cơ quan thường trực tự đăng ký chương trình của mình.",
                         "A programme is registered by its own standing agency.");
      tell(decision_.resource, Registered<Programme>{*body_.add});
    }
    const Scene scene{world_, scene_.command, scene_.context, scene_.acting};
    const Result<Capacity> capacity = standing_capacity(scene, programme(), decision_.agency);
    if (!capacity) return capacity.error();
    decision_.capacity = capacity.value();
    return std::nullopt;
  }

  // N07.
  std::optional<Rejection> add_sections() {
    if (body_.sections.empty()) return std::nullopt;
    BodyCheck check(world_, scene_.context);
    check.size("/sections", body_.sections.size());
    Partial<Programme> set = difference(programme(), with_sections(check));
    if (auto rejection = check.rejection()) return rejection;
    tell(decision_.resource, Amended<Programme>{std::move(set), body_.document});
    return std::nullopt;
  }

  Programme with_sections(BodyCheck& check) const {
    Programme next = programme();
    for (const Section& section : body_.sections) {
      check.text("/sections", section.title);
      const bool there = std::ranges::any_of(next.sections, [&](const Section& each) {
        return each.annex == section.annex && each.section == section.section;
      });
      if (there) check.fault("/sections", "Chương trình đã có phần này.", "The programme has this section.");
      next.sections.push_back(section);
    }
    return next;
  }

  // N08. The rows before stand in the World already.
  template <class Content>
  std::optional<Rejection> take_registers(const std::string& list, const std::vector<RegisterItem<Content>>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      Result<Event> event = register_event(RegisterScene{world_, scene_.world, scene_.context, body_}, items[i],
                                           list + std::to_string(i));
      if (!event) return event.error();
      tell(subject_of(items[i].row), std::move(event).value());
    }
    return std::nullopt;
  }

  const Programme& programme() const { return world_.programmes.find(body_.programme.value)->content; }

  const TaskState* task_of(const PlanItem& item) const {
    const auto subject = item.subject ? parse_subject(*item.subject) : std::nullopt;
    if (!subject || subject->aggregate != Aggregate::kTask) return nullptr;
    const TaskState* task = world_.tasks.find(subject->id);
    return task && task->content.programme == body_.programme ? task : nullptr;
  }

  std::optional<Rejection> take(const PlanItem& item, std::size_t index, std::set<std::string>& used) {
    BodyCheck check(world_, scene_.context, item_pointer(index));
    if (item.subject) check.once("/subject", used, *item.subject);
    if (item.row && item.row->programme != body_.programme)
      check.fault("/row/programme", "Dòng thuộc chương trình khác.", "The row is of another programme.");
    if (item.do_ == RowChoice::kAdd) return add(item, index, check);
    const TaskState* task = task_of(item);
    if (!task) check.unknown("/subject", item.subject.value_or(""));
    check_changed(check, item);
    if (auto rejection = check.rejection()) return rejection;
    const std::shared_ptr<const TaskState> kept = world_.tasks.get(task->content.id.value);
    if (auto rejection = stale_fault(item, *kept)) return of_item(*std::move(rejection), index, "/based_on");
    if (auto rejection = change(item, *kept)) return of_item(*std::move(rejection), index);
    if (item.row) remember(*kept, *item.row);
    return std::nullopt;
  }

  void check_changed(BodyCheck& check, const PlanItem& item) const {
    const bool amends = item.do_ == RowChoice::kAmend;
    if (amends != (item.set || item.external_ids) || (item.set && item.set->empty()))
      check.fault("/set", "Mục điều chỉnh, và chỉ mục điều chỉnh, nêu nội dung điều chỉnh.",
                  "An amending item, and no other, says what it sets.");
    if ((item.do_ != RowChoice::kCancel) != item.row.has_value())
      check.fault("/row", "Cần nêu dòng của tệp.", "Give the row of the file.");
    if (item.do_ != RowChoice::kKeep && !item.based_on)
      check.fault("/based_on", "Cần nêu đã xem nhiệm vụ ở bản ghi nào.", "Say which state of the task you have seen.");
    check.text("/reason", item.reason);
    if (item.set) check_set(check, *item.set);
    if (item.external_ids) check_external_ids(check, "/external_ids", *item.external_ids);
  }

  void check_set(BodyCheck& check, const Partial<Task>& set) const {
    for (const std::string_view name : names(set))
      if (std::ranges::find(kFromFile, name) == kFromFile.end())
        check.fault("/set", "Tệp không quyết định nội dung \"" + std::string(name) + "\".",
                    "A file does not set \"" + std::string(name) + "\".");
    Task probe;
    probe.id.value = "row";
    probe.programme = body_.programme;
    probe.title = "-";
    apply(set, probe);
    check_row(check, probe);
    check_words(check, probe);
  }

  // C05, for what the item sets.
  std::optional<Rejection> stale_fault(const PlanItem& item, const TaskState& task) const {
    if (!item.based_on) return std::nullopt;
    const Sequence current = scene_.world.representation({Aggregate::kTask, task.content.id.value});
    if (*item.based_on > scene_.world.head) return unseen({}, scene_.world.head);
    std::vector<std::string> moved;
    const auto look = [&](std::string_view field) {
      if (task.life.touched(field) > *item.based_on) moved.emplace_back(field);
    };
    if (item.set)
      for (const std::string_view field : names(*item.set)) look(field);
    if (item.external_ids) look("external_ids");
    look("cancelled");
    if (moved.empty()) return std::nullopt;
    return stale(std::move(moved), current);
  }

  std::optional<Rejection> add(const PlanItem& item, std::size_t index, BodyCheck& check) {
    if (item.subject || item.based_on || item.set || !item.row) {
      check.fault("/row", "Mục bổ sung chỉ có dòng của tệp.", "An added item carries its row only.");
      return check.rejection();
    }
    Task row = *item.row;
    check_row(check, row);
    check_words(check, row);
    if (item.external_ids) check_external_ids(check, "/external_ids", *item.external_ids);
    if (auto rejection = check.rejection()) return rejection;
    if (world_.tasks.find(row.id.value)) return of_item(already_exists(row.id.value), index, "/row/id");
    if (auto rejection = parent_fault(world_, row)) return of_item(*std::move(rejection), index, "/row/parent");
    const TaskState* parent = row.parent ? world_.tasks.find(row.parent->value) : nullptr;
    if (row.area.empty()) row.area = parent ? parent->content.area : std::string(kAreaOfTasks);
    row.confirming_agency = confirming_by_content(world_, row);
    const Subject subject{Aggregate::kTask, row.id.value};
    tell(subject, TaskRegistered{row});
    if (carries_work(row)) tell(subject, TaskAssigned{AssignmentMode::kJoint, {}, std::nullopt, body_.document});
    tell(subject, TaskImported{row});
    if (auto rejection = name(row.id, item)) return of_item(*std::move(rejection), index, "/external_ids");
    return std::nullopt;
  }

  // N09: what other systems call it.
  std::optional<Rejection> name(const TaskId& id, const PlanItem& item) {
    if (!item.external_ids) return std::nullopt;
    if (auto rejection = taken_fault(world_, id, *item.external_ids)) return rejection;
    if (world_.tasks.find(id.value)->external_ids != *item.external_ids)
      tell({Aggregate::kTask, id.value}, TaskExternalIdsSet{*item.external_ids});
    return std::nullopt;
  }

  std::optional<Rejection> change(const PlanItem& item, const TaskState& task) {
    const TaskRow row{world_, task, programme()};
    const Subject subject{Aggregate::kTask, task.content.id.value};
    if (item.do_ == RowChoice::kCancel) {
      Result<Event> event = cancelled(row, body_.document, item.reason);
      if (!event) return event.error();
      tell(subject, std::move(event).value());
      return std::nullopt;
    }
    if (item.do_ != RowChoice::kAmend) return std::nullopt;
    if (task.cancelled)
      return rule_broken("T07", "Nhiệm vụ đã dừng theo quyết định; cần khôi phục trước khi điều chỉnh.",
                         "The task is cancelled; reinstate it before amending it.");
    if (item.set)
      if (auto rejection = amend(*item.set, task)) return rejection;
    return name(task.content.id, item);
  }

  std::optional<Rejection> amend(const Partial<Task>& set, const TaskState& task) {
    Task next = task.content;
    apply(set, next);
    if (auto rejection = parent_fault(world_, next)) return rejection;
    if (next.lead_agencies != task.content.lead_agencies) next.confirming_agency = confirming_by_content(world_, next);
    Partial<Task> change = difference(task.content, next);
    const Subject subject{Aggregate::kTask, task.content.id.value};
    if (!change.empty()) tell(subject, TaskAmended{std::move(change), body_.document, std::nullopt, std::nullopt});
    return std::nullopt;
  }

  // N04.
  void remember(const TaskState& task, Task row) {
    row.id = task.content.id;
    if (task.imported && *task.imported == row) return;
    const Subject subject{Aggregate::kTask, row.id.value};
    tell(subject, TaskImported{std::move(row)});
  }

  // Of no batch: nothing of this World is ever published.
  static constexpr Epoch kOwnEpoch = std::numeric_limits<Epoch>::max();
  static constexpr std::int64_t kYearLeast = 2000;
  static constexpr std::int64_t kYearMost = 2100;

  const Scene& scene_;
  const ImportPlan& body_;
  World world_;
  Decision decision_;
};

}  // namespace

Result<Decision> decide_one(const Scene& scene, const ImportPlan& body) {
  return PlanImport(scene, body).decide();
}

}  // namespace luuvet
