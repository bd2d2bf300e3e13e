#include "api/views/view_measure.h"

#include <algorithm>

namespace luuvet::api {
namespace {

// Places in a text as its readers count them: in UTF-16 units. `bytes` lies at the beginning of a letter.
std::uint64_t utf16_units(std::string_view text, std::size_t bytes) {
  std::uint64_t units = 0;
  for (const char c : text.substr(0, bytes)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool begins = (byte & 0xC0) != 0x80;
    units += begins ? (byte >= 0xF0 ? 2 : 1) : 0;
  }
  return units;
}

void write_number(std::string& out, const Task& task, const TaskNumber& number) {
  const std::string_view text = text_of(task, number.measure.place->field);
  JsonObject object(out);
  object.members(number.measure);
  object.member("begin", utf16_units(text, number.begin)).member("end", utf16_units(text, number.end));
  object.member("doubtful", number.doubtful);
}

bool stands_in_words(const std::vector<TaskNumber>& numbers, const MeasurePlace& place) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](const TaskNumber& number) { return number.measure.place == place; });
}

}  // namespace

void write_measures(std::string& out, const World& world, const TaskState& task) {
  if (task.measures.empty()) {
    out += "[]";
    return;
  }
  const std::vector<TaskNumber> numbers = numbers_of(task.content);
  write_array(out, task.measures, [&](std::string& to, const TaskMeasure& measure) {
    const auto done = measured(world, task, measure);
    JsonObject object(to);
    object.members(measure);
    object.member("in_words", measure.place && stands_in_words(numbers, *measure.place));
    object.member("done", done).member("reached", done ? std::optional(is_reached(measure, *done)) : std::nullopt);
    object.member("findings", findings_on(measure));
  });
}

void write_measure_row(std::string& out, const ViewContext& context, const projections::MeasureRow& row) {
  const Task& task = row.task->content;
  JsonObject object(out);
  object.member("id", task.id).member("programme", task.programme).member("source", task.source);
  object.member("title", task.title).member("content", task.content);
  object.member("deliverables", task.deliverables).member("lead_agencies", task.lead_agencies);
  object.with("numbers", [&](std::string& to) {
    write_array(to, row.open, [&](std::string& inner, const TaskNumber& each) { write_number(inner, task, each); });
  });
  object.with("measures", [&](std::string& to) { write_measures(to, context.views.world, *row.task); });
  object.member("rejected", row.task->measures_rejected);
  object.member("sequence", context.views.world.representation({Aggregate::kTask, task.id.value}));
}

}  // namespace luuvet::api
