#include "domain/base/subject.h"

#include <algorithm>
#include <array>

namespace luuvet {
namespace {

constexpr std::array<std::string_view, 27> kNames = {
    "log",          "calendar",
    "programme",    "agency",
    "agency-group", "committee",
    "member",       "indicator",
    "budget-line",  "reporting-duty",
    "doubt",        "document",
    "task",         "assignment",
    "thread",       "post",
    "account",      "link",
    "coordination", "unit-plan",
    "submission",   "treasury-extract",
    "ratio",        "mission",
    "big-problem",  "register-entry",
    "proposal",
};

// Compound ids ("<task>.<unit>") are longer than the ids that people give.
constexpr std::size_t kIdBytesMax = 170;

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool is_stream_id(std::string_view id) {
  if (id.empty() || id.size() > kIdBytesMax || id.front() == '.' || id.front() == '-') return false;
  return std::all_of(id.begin(), id.end(), is_id_character);
}

bool may_carry_thread(Aggregate aggregate) {
  return aggregate != Aggregate::kLog && aggregate != Aggregate::kCalendar && aggregate != Aggregate::kThread &&
         aggregate != Aggregate::kAccount;  // nobody is talked about behind an account's back
}

}  // namespace

std::string_view to_string(Aggregate aggregate) {
  return kNames[static_cast<std::size_t>(aggregate)];
}

std::string Subject::text() const {
  std::string result(to_string(aggregate));
  result += '/';
  result += id;
  return result;
}

std::optional<Subject> parse_subject(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto name = std::find(kNames.begin(), kNames.end(), text.substr(0, slash));
  if (name == kNames.end()) return std::nullopt;
  const auto aggregate = static_cast<Aggregate>(name - kNames.begin());
  const std::string_view id = text.substr(slash + 1);
  if (aggregate == Aggregate::kThread) {
    const auto carrier = parse_subject(id);
    if (!carrier || !may_carry_thread(carrier->aggregate)) return std::nullopt;
  } else if (!is_stream_id(id)) {
    return std::nullopt;
  }
  return Subject{aggregate, std::string(id)};
}

AssignmentId assignment_id(const TaskId& task, std::string_view unit) {
  std::string id;
  id.reserve(task.value.size() + 1 + unit.size());
  id.append(task.value).append(1, '.').append(unit);
  return {std::move(id)};
}

std::optional<AssignmentParts> split(const AssignmentId& id) {
  const std::size_t dot = id.value.rfind('.');
  if (dot == std::string::npos || dot == 0 || dot + 1 == id.value.size()) return std::nullopt;
  return AssignmentParts{{id.value.substr(0, dot)}, {id.value.substr(dot + 1)}};
}

}  // namespace luuvet
