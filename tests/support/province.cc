#include "tests/support/province.h"

#include <algorithm>
#include <utility>

namespace luuvet::test {

std::vector<AgencyId> agencies(std::initializer_list<std::string_view> ids) {
  std::vector<AgencyId> result;
  for (const std::string_view id : ids) result.push_back({std::string(id)});
  return result;
}

Fact an_agency(std::string id) {
  Agency content;
  content.id = {id};
  content.name = "Cơ quan " + id;
  content.kind = "department";
  content.province = "lao-cai";
  return {"agency/" + id, Registered<Agency>{content}};
}

Fact a_group(std::string id, std::initializer_list<std::string_view> members) {
  AgencyGroup content;
  content.id = {id};
  content.name = "Nhóm " + id;
  content.province = "lao-cai";
  content.members = agencies(members);
  content.complete = true;
  return {"agency-group/" + id, Registered<AgencyGroup>{content}};
}

Fact a_document(std::string id) {
  Document content;
  content.id = {id};
  content.kind = "decision";
  content.issuer = "UBND tỉnh";
  content.abstract = "Về việc " + id;
  return {"document/" + id, DocumentRegistered{content, {}}};
}

Programme programme(std::string id) {
  Programme content;
  content.id = {id};
  content.title = "Kế hoạch " + id;
  content.document = {id};
  content.province = "lao-cai";
  content.year_from = 2026;
  content.year_to = 2030;
  content.committee = CommitteeId{"bcd"};
  content.standing_agency = {"so-khcn"};
  return content;
}

Fact a_programme(std::string id) {
  return {"programme/" + id, Registered<Programme>{programme(id)}};
}

std::vector<Fact> a_province() {
  std::vector<Fact> facts;
  for (const char* id : {"so-khcn", "so-noi-vu", "so-tai-chinh", "cong-an-tinh", "vp-ubnd-tinh", "vp-tinh-uy",
                         "ubnd-tinh", "xa-a", "xa-b", "xa-c"})
    facts.push_back(an_agency(id));
  facts.push_back(a_group("cac-xa", {"xa-a", "xa-b", "xa-c"}));
  Committee committee;
  committee.id = {"bcd"};
  committee.name = "Ban Chỉ đạo";
  committee.standing_agency = {"vp-tinh-uy"};
  facts.push_back({"committee/bcd", Registered<Committee>{committee}});
  facts.push_back(a_document("qd-1"));
  facts.push_back(a_document("p1"));
  facts.push_back(a_programme("p1"));
  return facts;
}

Task task(std::string id, std::initializer_list<std::string_view> leads) {
  Task content;
  content.id = {id};
  content.programme = {"p1"};
  content.title = "Nhiệm vụ " + id;
  content.lead_agencies = agencies(leads);
  const bool own = std::find(leads.begin(), leads.end(), "so-khcn") != leads.end();
  content.confirming_agency = {own ? "vp-ubnd-tinh" : "so-khcn"};
  content.deadline = deadline(DeadlineKind::kQuarter);
  content.deliverables = {{"Kế hoạch", DeliverableKind::kDocument, {}, {}},
                          {"Lớp học", DeliverableKind::kQuantity, 24, "lớp"}};
  content.area = "khcn-dmst-cds";
  return content;
}

std::vector<Fact> registered(const Task& content) {
  const std::string stream = "task/" + content.id.value;
  std::vector<Fact> facts{{stream, TaskRegistered{content}}};
  if (carries_work(content)) facts.push_back({stream, TaskAssigned{}});
  return facts;
}

std::vector<Fact> a_task(std::string id, std::initializer_list<std::string_view> leads) {
  return registered(task(std::move(id), leads));
}

Fact each(std::string id, std::initializer_list<std::string_view> units) {
  return {"task/" + id, TaskAssigned{AssignmentMode::kEach, agencies(units), {}, {}}, "so-khcn"};
}

Deadline deadline(DeadlineKind kind) {
  Deadline result;
  result.kind = kind;
  result.text = "theo kế hoạch";
  if (kind == DeadlineKind::kQuarter) {
    result.text = "Quý II/2026";
    result.start = day("2026-04-01");
    result.due = day("2026-06-30");
  }
  if (kind == DeadlineKind::kTriggered) result.trigger = Trigger{};
  if (kind == DeadlineKind::kDaysAfterTrigger) result.trigger = Trigger{Repeat::kOnce, 10};
  return result;
}

DocumentRef qd1() {
  return {DocumentId{"qd-1"}, {}};
}

std::vector<Fact> a_task_at_work() {
  return together(a_province(), a_task("t1", {"so-tai-chinh"}));
}

}  // namespace luuvet::test
