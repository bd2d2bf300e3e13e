#include "server/plans/members.h"

#include "api/sheets/sheet_words.h"

namespace luuvet::server {
namespace {

std::string joined(const std::vector<Deliverable>& deliverables) {
  std::string text;
  for (const Deliverable& each : deliverables) text += (text.empty() ? "" : "; ") + each.text;
  return text;
}

Printed of_agencies(const World& world, const std::vector<AgencyId>& agencies, const std::optional<std::string>& text) {
  return {api::names_of_agencies(world, agencies), {one_line(text.value_or(""))}};
}

}  // namespace

const std::vector<Member>& members() {
  static const std::vector<Member> kMembers = {
      {"title", PlanField::kTitle, &FileRow::title,
       [](const World&, const Task& task) {
         return Printed{one_line(task.title), {}};
       },
       [](const Task& a, const Task& b) { return a.title == b.title; },
       [](const Task& from, Task& task) { task.title = from.title; }},
      {"content", PlanField::kContent, &FileRow::content,
       [](const World&, const Task& task) {
         return Printed{one_line(task.content.value_or("")), {}};
       },
       [](const Task& a, const Task& b) { return a.content == b.content; },
       [](const Task& from, Task& task) { task.content = from.content; }},
      {"lead_agencies", PlanField::kLead, &FileRow::lead,
       [](const World& world, const Task& task) { return of_agencies(world, task.lead_agencies, task.lead_text); },
       [](const Task& a, const Task& b) { return a.lead_agencies == b.lead_agencies; },
       [](const Task& from, Task& task) {
         task.lead_agencies = from.lead_agencies;
         task.lead_text = from.lead_text;
       }},
      {"coordinating_agencies", PlanField::kCoordinating, &FileRow::coordinating,
       [](const World& world, const Task& task) {
         return of_agencies(world, task.coordinating_agencies, task.coordinating_text);
       },
       [](const Task& a, const Task& b) { return a.coordinating_agencies == b.coordinating_agencies; },
       [](const Task& from, Task& task) {
         task.coordinating_agencies = from.coordinating_agencies;
         task.coordinating_text = from.coordinating_text;
       }},
      {"deadline", PlanField::kDeadline, &FileRow::deadline,
       [](const World&, const Task& task) {
         return Printed{one_line(task.deadline.text), {}};
       },
       [](const Task& a, const Task& b) { return a.deadline == b.deadline; },
       [](const Task& from, Task& task) { task.deadline = from.deadline; }},
      {"deliverables", PlanField::kDeliverables, &FileRow::deliverables,
       [](const World&, const Task& task) {
         return Printed{one_line(api::lines_of(task.deliverables)),
                        {one_line(joined(task.deliverables)), one_line(task.deliverables_text.value_or(""))}};
       },
       [](const Task& a, const Task& b) { return a.deliverables == b.deliverables; },
       [](const Task& from, Task& task) {
         task.deliverables = from.deliverables;
         task.deliverables_text = from.deliverables_text;
       }}};
  return kMembers;
}

}  // namespace luuvet::server
