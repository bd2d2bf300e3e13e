#include "server/plans/compare.h"

#include <algorithm>
#include <set>

#include "api/sheets/sheet_words.h"
#include "domain/base/fold.h"
#include "domain/plans/external_ids.h"
#include "server/plans/matching.h"
#include "server/plans/members.h"
#include "server/plans/row_ids.h"

namespace luuvet::server {
namespace {

class Comparing {
 public:
  Comparing(const World& world, const PlanReading& reading, const std::vector<RowFix>& fixes)
      : world_(world), reading_(reading) {
    for (const RowFix& fix : fixes) fixes_[fix.key] = &fix;
  }

  std::vector<ComparedRow> run(const FileRows& rows) {
    std::vector<PlanRow> read;
    for (const FileRow& file : rows.rows) {
      const RowFix* fix = fix_of(file.key);
      if (fix && fix->skip.value_or(false)) continue;
      read.push_back(read_row(reading_, file, fix));
    }
    const std::vector<TaskPtr> matched = match_rows(world_, reading_.programme, read);
    for (std::size_t at = 0; at < read.size(); ++at) add(std::move(read[at]), matched[at]);
    find_parents();
    name_new_rows();
    find_doubles();
    add_gone(rows);
    return std::move(result_);
  }

 private:
  const RowFix* fix_of(const std::string& key) const {
    const auto found = fixes_.find(key);
    return found == fixes_.end() ? nullptr : found->second;
  }

  // --- what is different ---

  void add(PlanRow row, const TaskPtr& task) {
    ComparedRow compared;
    compared.key = row.file.key;
    const RowFix* fix = fix_of(row.file.key);
    if (task) {
      compare(*task, row, fix, compared);
    } else {
      compared.snapshot = row.task;
      name(row, compared);
    }
    compared.row = std::move(row);
    if (fix && fix->do_) compared.choice = *fix->do_;
    result_.push_back(std::move(compared));
  }

  void compare(const TaskState& task, PlanRow& row, const RowFix* fix, ComparedRow& compared) const {
    const Task& now = task.content;
    const Task* last = task.imported.get();
    compared.task = now.id;
    compared.based_on = world_.representation({Aggregate::kTask, now.id.value});
    compared.snapshot = now;
    row.task.is_group = now.is_group;
    for (const Member& member : members())
      if (row.file.has(member.column)) compare(member, now, last, row, fix, compared);
    compare_ids(task, row, compared);
    const bool dispute = std::ranges::any_of(compared.differences, &FieldDifference::dispute);
    compared.kind = compared.differences.empty() ? RowKind::kUntouched
                    : dispute                    ? RowKind::kDispute
                                                 : RowKind::kChanged;
    compared.choice = compared.kind == RowKind::kChanged ? RowChoice::kAmend : RowChoice::kKeep;
    if (compared.kind != RowKind::kUntouched) return;
    row.unknown.clear();
    std::erase_if(row.doubts, [](RowDoubt doubt) { return doubt != RowDoubt::kUnreadIds; });
  }

  // N09. No file is remembered of them: what would replace other ids, or take them from another task, is in dispute.
  void compare_ids(const TaskState& task, const PlanRow& row, ComparedRow& compared) const {
    const std::string now = api::lines_of(task.external_ids), file = api::lines_of(row.external_ids);
    if (row.external_ids.empty() || one_line(file) == one_line(now)) return;
    compared.external_ids = row.external_ids;
    const bool dispute = !now.empty() || taken_fault(world_, task.content.id, row.external_ids);
    compared.differences.push_back({"external_ids", "", now, file, dispute});
  }

  // A new row takes no other task's id.
  void name(PlanRow& row, ComparedRow& compared) const {
    if (row.external_ids.empty()) return;
    if (taken_fault(world_, {}, row.external_ids))
      row.doubts.push_back(RowDoubt::kTakenId);
    else
      compared.external_ids = row.external_ids;
  }

  void compare(const Member& member, const Task& now, const Task* last, const PlanRow& row, const RowFix* fix,
               ComparedRow& compared) const {
    const std::string cell = one_line(row.file.*member.cell);
    const Printed shown = member.print(world_, now);
    const bool by_hand = (fix && fix->lead_agencies && member.column == PlanField::kLead) ||
                         (fix && fix->coordinating_agencies && member.column == PlanField::kCoordinating);
    if (member.same(row.task, now) || (shown.is(cell) && !by_hand)) return;
    if (last && member.print(world_, *last).is(cell) && !by_hand) return member.take(*last, compared.snapshot);
    member.take(row.task, compared.snapshot);
    const std::string before = last ? member.print(world_, *last).shown : std::string();
    const bool left_alone = !last || member.same(*last, now);
    compared.differences.push_back(
        {member.name, before, shown.shown, by_hand ? member.print(world_, row.task).shown : cell, !left_alone});
  }

  // --- rows among each other ---

  static std::string place_of(const FileRow& file, const std::string& number) {
    return file.annex + "|" + file.section + "|" + number;
  }

  // "1.1" stands under "1" where there is such a row.
  void find_parents() {
    std::map<std::string, std::size_t> places;
    for (std::size_t at = 0; at < result_.size(); ++at)
      places.emplace(place_of(result_[at].row.file, one_line(result_[at].row.file.number)), at);
    for (ComparedRow& row : result_) {
      const std::string number = one_line(row.row.file.number);
      const std::size_t dot = number.rfind('.');
      if (row.task || dot == std::string::npos || dot == 0 || dot + 1 == number.size()) continue;
      const auto found = places.find(place_of(row.row.file, number.substr(0, dot)));
      if (found == places.end()) continue;
      ComparedRow& parent = result_[found->second];
      if (!parent.task) parent.snapshot.is_group = parent.row.task.is_group = true;
      if (parent.snapshot.is_group) parents_[row.key] = found->second;
    }
    for (ComparedRow& row : result_)
      if (row.snapshot.is_group) std::erase_if(row.row.doubts, [](RowDoubt doubt) { return of_work(doubt); });
  }

  static bool of_work(RowDoubt doubt) {
    return doubt == RowDoubt::kNoLead || doubt == RowDoubt::kNoDeadline || doubt == RowDoubt::kNoDeliverable;
  }

  void name_new_rows() {
    RowIds ids(reading_.programme.value, [this](const std::string& id) { return world_.tasks.find(id) != nullptr; });
    for (ComparedRow& row : result_)
      if (!row.task) row.snapshot.id.value = ids.next(row.row.file, row.row.file.number);
    for (const auto& [key, parent] : parents_)
      for (ComparedRow& row : result_)
        if (row.key == key) row.snapshot.parent = result_[parent].snapshot.id;
  }

  void find_doubles() {
    std::map<std::string, int> seen;
    for (const ComparedRow& row : result_)
      if (!row.row.file.number.empty()) ++seen[place_of(row.row.file, one_line(row.row.file.number))];
    for (ComparedRow& row : result_)
      if (!row.task && seen[place_of(row.row.file, one_line(row.row.file.number))] > 1)
        row.row.doubts.push_back(RowDoubt::kDoubleNumber);
  }

  // Work in the annexes that the file has, where it says which, that no row of it is.
  void add_gone(const FileRows& rows) {
    std::set<std::string> annexes;
    for (const FileRow& row : rows.rows) annexes.insert(row.annex);
    std::set<std::string> matched;
    for (const ComparedRow& row : result_)
      if (row.task) matched.insert(row.task->value);
    world_.tasks.for_each([&](const auto& task) {
      const Task& row = task->content;
      if (row.programme != reading_.programme || matched.contains(row.id.value)) return;
      if (task->cancelled || !carries_work(row) || !row.source) return;
      if (!annexes.contains("") && !annexes.contains(row.source->annex)) return;
      ComparedRow gone;
      gone.key = "task/" + row.id.value;
      gone.kind = RowKind::kGone;
      gone.choice = RowChoice::kKeep;
      gone.task = row.id;
      gone.based_on = world_.representation({Aggregate::kTask, row.id.value});
      gone.snapshot = row;
      gone.row.task = row;
      if (const RowFix* fix = fix_of(gone.key); fix && fix->do_) gone.choice = *fix->do_;
      result_.push_back(std::move(gone));
    });
  }

  const World& world_;
  const PlanReading& reading_;
  std::map<std::string, const RowFix*> fixes_;
  std::map<std::string, std::size_t> parents_;  // key of a row to its parent's place
  std::vector<ComparedRow> result_;
};

PlanItem item_of(const ComparedRow& row) {
  PlanItem item;
  item.do_ = row.choice;
  if (row.task) item.subject = "task/" + row.task->value;
  const bool changes = row.choice == RowChoice::kAmend || row.choice == RowChoice::kCancel;
  if (changes) item.based_on = row.based_on;
  if (row.choice != RowChoice::kCancel) item.row = row.snapshot;
  if (row.choice == RowChoice::kAmend || row.choice == RowChoice::kAdd) item.external_ids = row.external_ids;
  return item;
}

}  // namespace

std::vector<ComparedRow> compare_plan(const World& world, const PlanReading& reading, const FileRows& rows,
                                      const std::vector<RowFix>& fixes) {
  return Comparing(world, reading, fixes).run(rows);
}

std::vector<PlanItem> items_of(const World& world, const std::vector<ComparedRow>& rows) {
  std::vector<PlanItem> items;
  for (const ComparedRow& row : rows) {
    if (row.kind == RowKind::kGone && row.choice != RowChoice::kCancel) continue;
    if (row.kind == RowKind::kNew && row.choice != RowChoice::kAdd) continue;
    PlanItem item = item_of(row);
    if (const TaskState* task = row.task ? world.tasks.find(row.task->value) : nullptr) {
      if (row.choice == RowChoice::kAmend) {
        item.set = difference(task->content, row.snapshot);
        if (item.set->empty()) item.set.reset();
        if (!item.set && !item.external_ids) item.do_ = RowChoice::kKeep, item.based_on.reset();
      }
      if (item.do_ == RowChoice::kKeep && task->imported && *task->imported == row.snapshot) continue;
      if (item.do_ == RowChoice::kKeep && !task->imported && row.kind == RowKind::kUntouched) continue;
    }
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace luuvet::server
