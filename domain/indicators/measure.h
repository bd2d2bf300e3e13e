// Chỉ số đo của nhiệm vụ: what a task has to reach in numbers, as its standing agency reads it out of the plan's words.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/registers.h"

namespace luuvet {

// Where a number stands in a task's words: it stays found while the words around it are amended.
struct MeasurePlace {
  std::string field;     // "title", "content", "deliverables/2" (from 1)
  std::string text;      // as printed: "tối thiểu 80%"
  std::int64_t nth = 1;  // which of the numbers printed so in that field, from 1
  bool operator==(const MeasurePlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeasurePlace, (), (field, text, nth))

struct TaskMeasure {
  Comparator comparator = Comparator::kAtLeast;  // of numbers: kAtLeast to kRange
  TargetValue value;
  std::optional<std::string> unit;
  std::string what;                         // what is counted
  std::optional<std::int64_t> deliverable;  // the product whose reported quantity measures it, from 1
  std::optional<MeasurePlace> place;        // none: it does not stand in the task's words
  bool operator==(const TaskMeasure&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskMeasure, (), (comparator, value, unit, what, deliverable, place))

inline constexpr std::size_t kMeasuresMax = 50;            // of one task
inline constexpr std::size_t kMeasuresRejectedMax = 200;   // of one task
inline constexpr std::size_t kMeasureWordsBytesMax = 500;  // of what is counted, a unit, a place's text

// Both lists as a whole, in place of those before. On a task's stream.
struct TaskMeasuresSet {
  std::vector<TaskMeasure> measures;
  std::vector<MeasurePlace> rejected;  // numbers that measure nothing
  bool operator==(const TaskMeasuresSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskMeasuresSet, (), (measures, rejected))

// --- commands ---
struct SetMeasures {
  std::vector<TaskMeasure> measures;
  std::vector<MeasurePlace> rejected;
};
BOOST_DESCRIBE_STRUCT(SetMeasures, (), (measures, rejected))

// SetMeasures on each task named; `subject` = "task/<id>".
struct SetMeasuresItem {
  std::string subject;
  Sequence based_on = 0;
  std::vector<TaskMeasure> measures;
  std::vector<MeasurePlace> rejected;
};
BOOST_DESCRIBE_STRUCT(SetMeasuresItem, (), (subject, based_on, measures, rejected))
struct SetMeasuresMany {
  std::vector<SetMeasuresItem> items;
};
BOOST_DESCRIBE_STRUCT(SetMeasuresMany, (), (items))

}  // namespace luuvet
