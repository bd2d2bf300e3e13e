#include "domain/plans/unit_plan.h"

#include <algorithm>
#include <charconv>

namespace luuvet {
namespace {

constexpr std::size_t kYearDigits = 4;

std::optional<std::int64_t> year_of(std::string_view text) {
  if (text.size() != kYearDigits) return std::nullopt;
  std::int64_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return year;
}

}  // namespace

UnitPlanId unit_plan_id(const AgencyId& agency, std::int64_t year) {
  return {agency.value + "." + std::to_string(year)};
}

std::optional<UnitPlanParts> split(const UnitPlanId& id) {
  const std::size_t dot = id.value.rfind('.');
  if (dot == std::string::npos || dot == 0) return std::nullopt;
  const auto year = year_of(std::string_view(id.value).substr(dot + 1));
  if (!year) return std::nullopt;
  return UnitPlanParts{{id.value.substr(0, dot)}, *year};
}

Date first_of_year(std::int64_t year) {
  return date_from_civil({static_cast<int>(year), 1, 1});
}
Date last_of_year(std::int64_t year) {
  return date_from_civil({static_cast<int>(year), 12, 31});
}

const UnitPlanLine* find_line(const UnitPlanLines& lines, const AssignmentId& assignment) {
  const auto place = std::lower_bound(lines.begin(), lines.end(), assignment,
                                      [](const auto& line, const auto& wanted) { return line->assignment < wanted; });
  return place != lines.end() && (*place)->assignment == assignment ? place->get() : nullptr;
}

const Milestone* find_milestone(const std::vector<Milestone>& milestones, std::string_view id) {
  const auto found =
      std::find_if(milestones.begin(), milestones.end(), [&](const auto& each) { return each.id == id; });
  return found == milestones.end() ? nullptr : &*found;
}

const MetMilestone* find_met(const YearWork& work, const AgencyId& agency, std::int64_t year, std::string_view id) {
  const auto found = std::find_if(work.met.begin(), work.met.end(), [&](const MetMilestone& each) {
    return each.agency == agency && each.year == year && each.milestone == id;
  });
  return found == work.met.end() ? nullptr : &*found;
}

const YearResult* find_result(const YearWork& work, std::int64_t year) {
  const auto found =
      std::find_if(work.results.begin(), work.results.end(), [&](const auto& each) { return each.year == year; });
  return found == work.results.end() ? nullptr : &*found;
}

}  // namespace luuvet
