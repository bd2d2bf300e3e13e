#include "domain/indicators/task_measures.h"

#include <algorithm>
#include <charconv>

#include "domain/figures/figure.h"
#include "domain/indicators/measure_reader.h"
#include "domain/tasks/units.h"

namespace luuvet {
namespace {

constexpr std::string_view kProducts = "deliverables/";

void add_numbers(std::vector<TaskNumber>& numbers, const std::string& field, const std::string& text,
                 std::optional<std::int64_t> deliverable) {
  const std::size_t first = numbers.size();
  for (MeasureReading& reading : read_measures(text)) {
    MeasurePlace place{field, text.substr(reading.begin, reading.end - reading.begin), 1};
    for (std::size_t i = first; i < numbers.size(); ++i) place.nth += numbers[i].measure.place->text == place.text;
    numbers.push_back({{reading.comparator, reading.value, std::move(reading.unit), std::move(reading.what),
                        deliverable, std::move(place)},
                       reading.begin,
                       reading.end,
                       reading.doubtful});
  }
}

bool is_decided(const TaskState& task, const MeasurePlace& place) {
  const auto& rejected = task.measures_rejected;
  if (std::find(rejected.begin(), rejected.end(), place) != rejected.end()) return true;
  return std::any_of(task.measures.begin(), task.measures.end(),
                     [&](const TaskMeasure& each) { return each.place == place; });
}

bool is_share(const TaskMeasure& measure) {
  return measure.unit && measure.unit->starts_with('%');
}

}  // namespace

std::vector<TaskNumber> numbers_of(const Task& task) {
  std::vector<TaskNumber> numbers;
  if (task.links_to) return numbers;
  add_numbers(numbers, "title", task.title, std::nullopt);
  if (task.content) add_numbers(numbers, "content", *task.content, std::nullopt);
  for (std::size_t i = 0; i < task.deliverables.size(); ++i) {
    const auto number = static_cast<std::int64_t>(i + 1);
    add_numbers(numbers, std::string(kProducts) + std::to_string(number), task.deliverables[i].text, number);
  }
  return numbers;
}

std::vector<TaskNumber> open_numbers(const TaskState& task) {
  if (task.cancelled || task.carried_to) return {};
  std::vector<TaskNumber> numbers = numbers_of(task.content);
  std::erase_if(numbers, [&](const TaskNumber& each) { return is_decided(task, *each.measure.place); });
  return numbers;
}

std::string_view text_of(const Task& task, std::string_view field) {
  if (field == "title") return task.title;
  if (field == "content") return task.content ? std::string_view(*task.content) : std::string_view();
  if (!field.starts_with(kProducts)) return {};
  std::size_t number = 0;
  const char* end = field.data() + field.size();
  const auto read = std::from_chars(field.data() + kProducts.size(), end, number);
  const bool there = read.ec == std::errc() && read.ptr == end && number >= 1 && number <= task.deliverables.size();
  return there ? std::string_view(task.deliverables[number - 1].text) : std::string_view();
}

std::optional<std::int64_t> measured(const World& world, const TaskState& task, const TaskMeasure& measure) {
  std::optional<std::int64_t> sum;
  std::size_t units = 0;
  for_each_assignment(world, task, [&](const AssignmentState& assignment) {
    ++units;
    for (const Quantity& each : assignment.quantities)
      if (measure.deliverable == each.deliverable) sum = sum.value_or(0) + each.done;
  });
  if (is_share(measure) && units > 1) return std::nullopt;
  return sum;
}

std::vector<Finding> findings_on(const TaskMeasure& measure) {
  std::vector<Finding> findings;
  const auto range = usual_range(measure.unit);
  if (!range) return findings;
  for (const auto& end : {measure.value.low, measure.value.high})
    if (auto found = end ? range_finding(*range, *end) : std::nullopt) findings.push_back(*std::move(found));
  return findings;
}

bool is_reached(const TaskMeasure& measure, std::int64_t done) {
  const Target target{0, {}, measure.comparator, measure.value, measure.unit, {}};
  return meets(Decimal{done, 0}, target, IndicatorDirection::kHigher).value_or(false);
}

}  // namespace luuvet
