// A small province that speaks the domain: agencies, a group, a committee, a programme, documents; tasks on demand.
#pragma once

#include "tests/support/recorder.h"

namespace luuvet::test {

std::vector<AgencyId> agencies(std::initializer_list<std::string_view> ids);

Fact an_agency(std::string id);
Fact a_group(std::string id, std::initializer_list<std::string_view> members);
Fact a_document(std::string id);
// Standing agency so-khcn; committee bcd, whose standing agency is vp-tinh-uy; 2026 to 2030.
Programme programme(std::string id);
Fact a_programme(std::string id);

// so-khcn, so-noi-vu, so-tai-chinh, cong-an-tinh, vp-ubnd-tinh, vp-tinh-uy, ubnd-tinh, xa-a, xa-b, xa-c; group cac-xa
// of the three; committee bcd; documents qd-1 and p1; programme p1.
std::vector<Fact> a_province();

// A row of p1 for 2026-04-01 to 2026-06-30 with two deliverables, confirmed by so-khcn unless it leads.
Task task(std::string id, std::initializer_list<std::string_view> leads);
std::vector<Fact> registered(const Task& content);  // and assigned jointly, if it carries work
std::vector<Fact> a_task(std::string id, std::initializer_list<std::string_view> leads);
Fact each(std::string task, std::initializer_list<std::string_view> units);

Deadline deadline(DeadlineKind kind);  // a plain one of that kind, in 2026
DocumentRef qd1();

// a_province() and a task t1 led by so-tai-chinh.
std::vector<Fact> a_task_at_work();

template <class... Lists>
std::vector<Fact> together(std::vector<Fact> first, const Lists&... more) {
  (first.insert(first.end(), more.begin(), more.end()), ...);
  return first;
}

}  // namespace luuvet::test
