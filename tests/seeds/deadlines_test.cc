// The deadlines that people reviewed row by row are what the reader of printed deadlines makes of their words.
#include <gtest/gtest.h>

#include "api/json/json_names.h"
#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {
namespace {

PlanYears years_of(const Task& task) {
  const Programme& programme = *find_row<Programme>(task.programme.value);
  return {static_cast<int>(programme.year_from), static_cast<int>(programme.year_to)};
}

std::string shown(const Deadline& deadline) {
  std::string text = "\"" + deadline.text + "\" " + std::string(api::name_of(deadline.kind));
  if (deadline.start) text += " from " + to_string(*deadline.start);
  if (deadline.due) text += " due " + to_string(*deadline.due);
  for (const Rhythm& rhythm : deadline.rhythms)
    text += " every " + std::string(api::name_of(rhythm.every)) + " x" + std::to_string(rhythm.count);
  if (deadline.trigger) {
    text += " " + std::string(api::name_of(deadline.trigger->repeat));
    if (deadline.trigger->days) text += " +" + std::to_string(*deadline.trigger->days);
  }
  for (const Deadline& part : deadline.parts) text += " [" + shown(part) + "]";
  return text;
}

TEST(SeedDeadlines, AreWhatTheirPrintedWordsSay) {
  for (const Task* task : rows_of<Task>()) {
    const Deadline parsed = parse_deadline(task->deadline.text, years_of(*task));
    EXPECT_EQ(shown(parsed), shown(task->deadline)) << task->id.value;
  }
}

TEST(SeedDeadlines, HaveTheMembersOfTheirKind) {
  for (const Task* task : rows_of<Task>()) EXPECT_EQ(deadline_fault(task->deadline), std::nullopt) << task->id.value;
}

// Standing and yearly work bears years only where the paper prints them.
TEST(SeedDeadlines, StandingWorkHasNoWindowUnlessPrinted) {
  const auto check = [](const Task& task, const Deadline& deadline) {
    if (deadline.kind != DeadlineKind::kOngoing && deadline.kind != DeadlineKind::kRecurring) return;
    const bool printed = deadline.text.find("20") != std::string::npos;
    EXPECT_EQ(deadline.start || deadline.due, printed) << task.id.value << ": " << deadline.text;
  };
  for (const Task* task : rows_of<Task>()) {
    check(*task, task->deadline);
    for (const Deadline& part : task->deadline.parts) check(*task, part);
  }
}

}  // namespace
}  // namespace luuvet::server::testing
