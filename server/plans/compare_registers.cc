#include "server/plans/compare_registers.h"

#include <algorithm>
#include <set>

#include "domain/base/fold.h"
#include "domain/register_traits.h"
#include "server/plans/register_rows.h"
#include "server/plans/row_ids.h"

namespace luuvet::server {
namespace {

RegisterReading<Indicator> read_as(const Indicator*, const PlanReading& reading, const FileRow& file,
                                   const RowFix* fix) {
  return read_indicator(reading, file, fix);
}
RegisterReading<BudgetLine> read_as(const BudgetLine*, const PlanReading& reading, const FileRow& file,
                                    const RowFix* fix) {
  return read_budget_line(reading, file, fix);
}

bool has_column(const FileRow& file, PlanField column) {
  return file.has(column) || (column == PlanField::kNeed && file.has(PlanField::kTotal));
}

bool by_hand(const RowFix* fix, PlanField column) {
  return fix && ((column == PlanField::kLead && fix->lead_agencies) ||
                 (column == PlanField::kCoordinating && fix->coordinating_agencies) ||
                 ((column == PlanField::kTarget || column == PlanField::kNeed) && fix->figures));
}

// As an export prints it.
std::optional<std::string> printed(const FileRow& file, PlanField column) {
  if (column == PlanField::kLead) return one_line(file.lead);
  if (column == PlanField::kCoordinating) return one_line(file.coordinating);
  return std::nullopt;
}

template <class Content>
class RegisterComparing {
 public:
  using State = typename RegisterTraits<Content>::State;
  using StatePtr = std::shared_ptr<const State>;

  RegisterComparing(const World& world, const PlanReading& reading, const std::map<std::string, const RowFix*>& fixes)
      : world_(world), reading_(reading), fixes_(fixes) {
    table().for_each([&](const auto& state) {
      if (state->content.programme == reading.programme) known_.push_back({state, fold(state->content.name)});
    });
  }

  std::vector<ComparedRegister> run(const std::vector<FileRow>& files) {
    for (const FileRow& printed_row : files) {
      const RowFix* fix = fix_of(printed_row.key);
      if (fix && fix->skip.value_or(false)) continue;
      const FileRow file = with_figures(printed_row, fix);
      rows_.push_back({file, read_as(static_cast<const Content*>(nullptr), reading_, file, fix), nullptr, {}});
    }
    match();
    find_parents();
    RowIds ids(reading_.programme.value, [this](const std::string& id) { return table().find(id) != nullptr; });
    for (Row& row : rows_) row.id = row.state ? row.state->content.id.value : ids.next(row.file, numbered(row));
    std::vector<ComparedRegister> result;
    for (Row& row : rows_) result.push_back(compared(row));
    add_gone(result);
    return result;
  }

 private:
  struct Row {
    FileRow file;
    RegisterReading<Content> read;
    StatePtr state;  // that it is
    std::string id;
    std::optional<std::size_t> parent = {};  // its place
  };
  struct Known {
    StatePtr state;
    std::string name;  // folded
  };

  const auto& table() const { return world_.*RegisterTraits<Content>::kTable; }

  const RowFix* fix_of(const std::string& key) const {
    const auto found = fixes_.find(key);
    return found == fixes_.end() ? nullptr : found->second;
  }

  // --- which row is which ---

  static bool same_place(const Known& known, const Row& row) {
    const Source& source = known.state->content.source;
    const FileRow& file = row.file;
    const bool annex = file.annex.empty() || source.annex == file.annex;
    const bool section = file.section.empty() || source.section.value_or("") == file.section;
    return annex && section && !file.number.empty() && source.number.value_or("") == one_line(file.number);
  }
  static bool same_name(const Known& known, const Row& row) { return known.name == fold(row.read.row.name); }

  // The surest ways first, each over all rows; a row takes what is the only one that fits and is nobody's yet.
  void match() {
    const auto pass = [&](const auto& fits) {
      for (Row& row : rows_)
        if (!row.state && (row.state = only([&](const Known& known) { return fits(known, row); })))
          taken_.insert(row.state->content.id.value);
    };
    const auto plain = [](const Row& row) { return row.file.id.empty(); };
    pass([](const Known& known, const Row& row) { return known.state->content.id.value == row.file.id; });
    pass([&](const Known& known, const Row& row) {
      return plain(row) && same_place(known, row) && same_name(known, row);
    });
    pass([&](const Known& known, const Row& row) { return plain(row) && same_name(known, row); });
    in_order([&](const Known& known, const Row& row) { return plain(row) && same_name(known, row); });
    pass([&](const Known& known, const Row& row) { return plain(row) && same_place(known, row); });
  }

  template <class F>
  StatePtr only(const F& fits) const {
    StatePtr found;
    for (const Known& known : known_) {
      if (taken_.contains(known.state->content.id.value) || !fits(known)) continue;
      if (found) return nullptr;
      found = known.state;
    }
    return found;
  }

  // Names that stand several times, as often in the file as in the programme: one after the other.
  template <class F>
  void in_order(const F& fits) {
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      if (rows_[at].state) continue;
      std::vector<std::size_t> alike;
      for (std::size_t other = 0; other < rows_.size(); ++other)
        if (!rows_[other].state && fold(rows_[other].read.row.name) == fold(rows_[at].read.row.name))
          alike.push_back(other);
      std::vector<StatePtr> states;
      for (const Known& known : known_)
        if (!taken_.contains(known.state->content.id.value) && fits(known, rows_[at])) states.push_back(known.state);
      if (states.size() != alike.size()) continue;
      for (std::size_t i = 0; i < alike.size(); ++i) {
        rows_[alike[i]].state = states[i];
        taken_.insert(states[i]->content.id.value);
      }
    }
  }

  // --- rows among each other ---

  // "1.1" stands under "1", a row without a number under the numbered one before it, a line under its headings.
  void find_parents() {
    std::map<std::string, std::size_t> places;
    std::optional<std::size_t> roman, heading, numbered_row;
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      const FileRow& file = rows_[at].file;
      const std::string number = one_line(file.number);
      const std::string prefix = file.annex + "|" + file.section + "|";
      if (file.heading) {
        rows_[at].parent = file.section.empty() ? std::nullopt : roman;
        (file.section.empty() ? roman : heading) = heading = at;
        numbered_row.reset();
      } else if (number.empty() && file.id.empty()) {
        rows_[at].parent = numbered_row ? numbered_row : heading;
      } else {
        const auto above = places.find(prefix + number.substr(0, std::min(number.rfind('.'), number.size())));
        const bool under = number.find('.') != number.npos && above != places.end();
        rows_[at].parent = under ? std::optional(above->second) : heading;
        numbered_row = at;
      }
      if (!number.empty()) places.emplace(prefix + number, at);
    }
  }

  // A row without a number bears that of the one above it, with a letter in its id.
  std::string numbered(const Row& row) const {
    const std::string number = one_line(row.file.number);
    if (!number.empty() || !row.parent) return number;
    const std::string above = one_line(rows_[*row.parent].file.number);
    return above.empty() ? number : above + "-a";
  }

  // --- what is different ---

  ComparedRegister compared(Row& row) {
    ComparedRegister result;
    const RowFix* fix = fix_of(row.file.key);
    result.key = row.file.key;
    Content& read = row.read.row;
    read.id.value = row.id;
    if (row.parent) read.parent = decltype(read.id){rows_[*row.parent].id};
    if (row.file.number.empty() && row.parent) read.source.number = rows_[*row.parent].read.row.source.number;
    Content snapshot = read;
    if (row.state) compare(row, fix, result, snapshot);
    result.unknown = std::move(row.read.unknown);
    result.doubts = std::move(row.read.doubts);
    if (row.state && result.differences.empty()) result.unknown.clear(), result.doubts.clear();
    result.file = row.file;
    result.row = read;
    result.snapshot = std::move(snapshot);
    if (fix && fix->do_) result.choice = *fix->do_;
    return result;
  }

  void compare(const Row& row, const RowFix* fix, ComparedRegister& result, Content& snapshot) const {
    const State& state = *row.state;
    const Content& now = state.content;
    result.subject = subject_of(now).text();
    result.based_on = world_.representation(subject_of(now));
    snapshot = now;
    for (const auto& member : register_members<Content>())
      if (has_column(row.file, member.column)) compare(member, row, fix, result, snapshot);
    const bool dispute = std::ranges::any_of(result.differences, &FieldDifference::dispute);
    result.kind = result.differences.empty() ? RowKind::kUntouched : dispute ? RowKind::kDispute : RowKind::kChanged;
    result.choice = result.kind == RowKind::kChanged ? RowChoice::kAmend : RowChoice::kKeep;
  }

  void compare(const RegisterMember<Content>& member, const Row& row, const RowFix* fix, ComparedRegister& result,
               Content& snapshot) const {
    const Content& file = row.read.row;
    const State& state = *row.state;
    const bool hand = by_hand(fix, member.column);
    const std::string now = member.print(world_, state.content), read = member.print(world_, file);
    const bool figures = member.column == PlanField::kTarget || member.column == PlanField::kNeed;
    if (figures && state.content.heading) return;
    if (hand ? now == read : member.same(file, state.content) || printed(row.file, member.column) == now) return;
    const Content* last = state.imported.get();
    if (last && !hand && member.same(file, *last)) return;  // the paper says what it said
    member.take(file, snapshot);
    const bool left_alone =
        last ? member.same(*last, state.content) : state.life.touched(member.name) <= state.life.first;
    result.differences.push_back({member.name, last ? member.print(world_, *last) : "", now, read, !left_alone});
  }

  // Rows in the annexes that the file has, where it says which, that none of its rows is.
  void add_gone(std::vector<ComparedRegister>& result) const {
    if (rows_.empty()) return;
    std::set<std::string> annexes;
    for (const Row& row : rows_) annexes.insert(row.file.annex);
    for (const Known& known : known_) {
      const Content& content = known.state->content;
      const bool told = annexes.contains("") || annexes.contains(content.source.annex);
      if (taken_.contains(content.id.value) || !told) continue;
      ComparedRegister gone;
      gone.key = *(gone.subject = subject_of(content).text());
      gone.kind = RowKind::kGone;
      gone.choice = RowChoice::kKeep;
      gone.row = gone.snapshot = content;
      result.push_back(std::move(gone));
    }
  }

  const World& world_;
  const PlanReading& reading_;
  const std::map<std::string, const RowFix*>& fixes_;
  std::vector<Known> known_;
  std::set<std::string> taken_;
  std::vector<Row> rows_;
};

// Headings that nothing stands under and that have money are lines.
std::vector<FileRow> rows_of_kind(const FileRows& rows, TableKind kind) {
  std::vector<FileRow> found;
  for (const FileRow& row : rows.rows)
    if (row.kind == kind) found.push_back(row);
  for (std::size_t at = 0; at < found.size(); ++at) {
    const bool last = at + 1 == found.size() || (found[at + 1].heading && found[at + 1].section.empty());
    const bool figures = std::ranges::any_of(found[at].figures, [](const FileFigure& f) { return !f.text.empty(); });
    if (found[at].heading && last && figures) found[at].heading = false;
  }
  return found;
}

template <class Content>
void add_item(const World& world, const ComparedRegister& row, Sequence seen,
              std::vector<RegisterItem<Content>>& items) {
  const Content& snapshot = std::get<Content>(row.snapshot);
  if (row.kind == RowKind::kNew && row.choice == RowChoice::kAdd) {
    items.push_back({RowChoice::kAdd, snapshot, {}, {}});
  } else if (row.subject && row.choice == RowChoice::kAmend) {
    const auto* state = (world.*RegisterTraits<Content>::kTable).find(snapshot.id.value);
    if (!state) return;
    auto set = difference(state->content, snapshot);
    if (!set.empty()) items.push_back({RowChoice::kAmend, snapshot, std::move(set), std::min(row.based_on, seen)});
  }
}

}  // namespace

std::vector<ComparedRegister> compare_registers(const World& world, const PlanReading& reading, const FileRows& rows,
                                                const std::vector<RowFix>& fixes) {
  std::map<std::string, const RowFix*> by_key;
  for (const RowFix& fix : fixes) by_key[fix.key] = &fix;
  auto result = RegisterComparing<Indicator>(world, reading, by_key).run(rows_of_kind(rows, TableKind::kIndicators));
  auto lines = RegisterComparing<BudgetLine>(world, reading, by_key).run(rows_of_kind(rows, TableKind::kBudgetLines));
  std::ranges::move(lines, std::back_inserter(result));
  return result;
}

void add_items(const World& world, const std::vector<ComparedRegister>& rows, Sequence seen, ImportPlan& plan) {
  for (const ComparedRegister& row : rows) {
    if (std::holds_alternative<Indicator>(row.row))
      add_item(world, row, seen, plan.indicators);
    else
      add_item(world, row, seen, plan.budget_lines);
  }
}

}  // namespace luuvet::server
