#include "domain/plans/import_registers.h"

#include <algorithm>
#include <array>

#include "domain/plans/import_rows.h"
#include "domain/preconditions.h"
#include "domain/register_traits.h"

namespace luuvet {
namespace {

constexpr std::int64_t kYearLeast = 2000;
constexpr std::int64_t kYearMost = 2100;

// What a file does not decide: which row it is, and who answers for it in person.
template <class Content>
bool set_by_file(std::string_view field) {
  constexpr std::array<std::string_view, 3> kOurs = {"id", "programme", "member"};
  return std::ranges::find(kOurs, field) == kOurs.end();
}

bool fits(const Target& target) {
  const bool low = target.value.low.has_value(), high = target.value.high.has_value();
  switch (target.comparator) {
    case Comparator::kRange:
      return low && high;
    case Comparator::kDone:
    case Comparator::kText:
      return !low && !high;
    case Comparator::kRank:
      return !high;
    default:
      return low && !high;
  }
}

void check_content(BodyCheck& check, const Indicator& row) {
  check.text("/name", row.name);
  check.text("/unit", row.unit);
  check.text("/tracking_text", row.tracking_text);
  check.text("/implementing_text", row.implementing_text);
  check.text("/note", row.note);
  check.size("/targets", row.targets.size());
  for (std::size_t i = 0; i < row.targets.size(); ++i) {
    const Target& target = row.targets[i];
    check.text(at("/targets", i) + "/text", target.text);
    if (target.year < kYearLeast || target.year > kYearMost)
      check.fault(at("/targets", i) + "/year", "Năm không hợp lệ.", "This is no year of a plan.");
    if (!fits(target))
      check.fault(at("/targets", i) + "/value", "Giá trị không khớp với cách so sánh.",
                  "The value does not fit how it is compared.");
  }
  if (row.heading && !row.targets.empty())
    check.fault("/targets", "Dòng tiêu đề không có mục tiêu.", "A heading has no target.");
}

void check_content(BodyCheck& check, const BudgetLine& row) {
  check.text("/name", row.name);
  check.text("/funding_source", row.funding_source);
  check.text("/lead_text", row.lead_text);
  check.text("/coordinating_text", row.coordinating_text);
  if (row.heading == row.need.has_value())
    check.fault("/need", "Dòng kinh phí, và chỉ dòng kinh phí, có nhu cầu.", "A line, and no heading, has a need.");
  if (!row.need) return;
  check.not_negative("/need/total", row.need->total);
  for (const auto& [year, amount] : row.need->years) check.not_negative("/need/years/" + year, amount);
}

template <class Content>
void check_parent(BodyCheck& check, const World& world, const Content& row) {
  if (!row.parent) return;
  const auto* parent = (world.*RegisterTraits<Content>::kTable).find(row.parent->value);
  if (parent && (parent->content.programme != row.programme || row.parent == row.id))
    check.fault("/parent", "Dòng cha phải là dòng khác của cùng chương trình.",
                "A row stands under another row of the same programme.");
}

template <class Content>
std::optional<Rejection> row_fault(const RegisterScene& scene, const Content& row, const std::string& pointer) {
  BodyCheck check(scene.world, scene.context, pointer + "/row");
  check_row(check, row);
  check_content(check, row);
  check_parent(check, scene.world, row);
  return check.rejection();
}

// C05, for what the item sets.
template <class State, class Content>
std::optional<Rejection> stale_fault(const World& before, const State& state, const RegisterItem<Content>& item) {
  const Sequence current = before.representation(subject_of(state.content));
  std::vector<std::string> moved;
  for (const std::string_view field : names(item.set))
    if (state.life.touched(field) > *item.based_on) moved.emplace_back(field);
  if (moved.empty()) return std::nullopt;
  return stale(std::move(moved), current);
}

template <class Content>
Result<Event> amendment(const RegisterScene& scene, const RegisterItem<Content>& item, const std::string& pointer) {
  BodyCheck check(scene.world, scene.context, pointer);
  const auto* state = (scene.world.*RegisterTraits<Content>::kTable).find(item.row.id.value);
  if (!state || state->content.programme != scene.body.programme) check.unknown("/row/id", item.row.id.value);
  if (!item.based_on)
    check.fault("/based_on", "Cần nêu đã xem dòng này ở bản ghi nào.", "Say which state of the row you have seen.");
  for (const std::string_view name : names(item.set))
    if (!set_by_file<Content>(name))
      check.fault("/set", "Tệp không quyết định nội dung \"" + std::string(name) + "\".",
                  "A file does not set \"" + std::string(name) + "\".");
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (*item.based_on > scene.before.head) return unseen(pointer + "/based_on", scene.before.head);
  if (auto rejection = stale_fault(scene.before, *state, item)) return *std::move(rejection);
  Content next = state->content;
  apply(item.set, next);
  if (auto rejection = row_fault(scene, next, pointer)) return *std::move(rejection);
  Amended<Content> event;
  event.set = difference(state->content, next);
  event.document = scene.body.document;
  if (event.set.empty())
    return invalid(pointer + "/set", "Mục này không làm thay đổi gì.", "This item changes nothing.");
  return Event(std::move(event));
}

}  // namespace

template <class Content>
Result<Event> register_event(const RegisterScene& scene, const RegisterItem<Content>& item,
                             const std::string& pointer) {
  if (item.do_ == RowChoice::kAmend) return amendment(scene, item, pointer);
  if (item.do_ != RowChoice::kAdd)
    return invalid(pointer + "/do", "Tệp chỉ bổ sung hoặc điều chỉnh dòng này.",
                   "A file adds such a row or amends it.");
  if (item.row.programme != scene.body.programme)
    return invalid(pointer + "/row/programme", "Dòng thuộc chương trình khác.", "The row is of another programme.");
  if (auto rejection = row_fault(scene, item.row, pointer)) return *std::move(rejection);
  if ((scene.world.*RegisterTraits<Content>::kTable).find(item.row.id.value)) return already_exists(item.row.id.value);
  return Event(Registered<Content>{item.row});
}
template Result<Event> register_event(const RegisterScene&, const RegisterItem<Indicator>&, const std::string&);
template Result<Event> register_event(const RegisterScene&, const RegisterItem<BudgetLine>&, const std::string&);

}  // namespace luuvet
