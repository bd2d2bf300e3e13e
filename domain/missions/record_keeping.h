// What missions, big problems and registers have in common: who keeps a record, the rows and bodies that it names, its
// planned steps, and how an amendment is made of what a body sets.
#pragma once

#include <utility>

#include "domain/body_check.h"
#include "domain/decide_parts.h"
#include "domain/reason_words.h"
#include "domain/register_traits.h"

namespace luuvet {

// Who stands how to a record; what is empty relates nobody.
struct Keeping {
  std::optional<ProgrammeId> programme;
  AgencyId keeper;                   // kKeeper
  std::optional<Organisation> host;  // kLead, as are the leads of these rows
  std::vector<TaskId> tasks;
  std::optional<BudgetLineId> budget_line;
};

Keeping keeping_of(const Mission& mission);

// The capacity in which the agency does the command; else what `rule` says.
Result<Capacity> keeping_capacity(const Scene& scene, const Keeping& keeping, const AgencyId& agency,
                                  std::string_view rule);

// Whom a record without `context.agency` is kept for: see acting_agency.
AgencyId keeping_agency(const Scene& scene, const std::optional<ProgrammeId>& programme);

// The named programme, else that of the line, else that of the first task.
std::optional<ProgrammeId> programme_of_rows(const World& world, const std::optional<ProgrammeId>& named,
                                             const std::optional<BudgetLineId>& budget_line,
                                             const std::vector<TaskId>& tasks);

void check_organisation(BodyCheck& check, const std::string& pointer, const Organisation& value);
void check_programme(BodyCheck& check, const std::string& pointer, const std::optional<ProgrammeId>& value);
void check_tasks(BodyCheck& check, const std::string& pointer, const std::optional<std::vector<TaskId>>& values);
// Z14: the programme and the tasks are of the keeper's province or of the centre; where the keeper is of the centre,
// all are of one province.
void check_one_province(BodyCheck& check, const std::string& prefix, const Keeping& keeping);
void check_day(BodyCheck& check, const std::string& pointer, const std::optional<Date>& value);       // 2000 to 2100
void check_amount(BodyCheck& check, const std::string& pointer, const std::optional<Amount>& value);  // above 0
void check_span(BodyCheck& check, const std::string& pointer, const std::optional<Date>& from,
                const std::optional<Date>& to);
void check_steps(BodyCheck& check, const std::vector<PlannedStep>& steps, bool at_quarter_ends);

// A record that is new, its id and programme set: who may keep it begins it, else what `rule` says.
template <class Content>
Result<Decision> begun(const Scene& scene, Registered<Content> event, const Keeping& keeping, std::string_view rule) {
  Subject subject = subject_of(event.content);
  if ((scene.world.*RegisterTraits<Content>::kTable).find(subject.id)) return already_exists(subject.id);
  AgencyId agency = keeping_agency(scene, keeping.programme);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping, agency, rule);
  if (!capacity) return capacity.error();
  return single(std::move(agency), capacity.value(), std::move(subject), keeping.programme, std::move(event));
}

// All members set, as creating does.
template <class Body>
Partial<Body> all_members(const Body& body) {
  Partial<Body> set{body, 0};
  for_each_member<Body>([&](std::size_t index, auto) { set.present |= std::uint64_t{1} << index; });
  return set;
}

template <class Body>
bool sets(const Partial<Body>& set, std::string_view field) {
  bool found = false;
  for_each_member<Body>([&](std::size_t index, auto member) { found |= set.has(index) && field == member.name; });
  return found;
}

// Whether it sets what check_one_province looks at; `keeper` is the member that names the keeper.
template <class Body>
bool sets_rows(const Partial<Body>& set, std::string_view keeper) {
  return sets(set, "programme") || sets(set, "tasks") || sets(set, keeper);
}

template <class T>
void put(const T& from, T& to) {
  to = from;
}
template <class T>
void put(const std::optional<T>& from, T& to) {
  to = from.value_or(T{});
}

// Writes what is set into the members of `content` that have the same names.
template <class Body, class Content>
void put_members(const Partial<Body>& set, Content& content) {
  for_each_member<Body>([&](std::size_t index, auto from) {
    for_each_member<Content>([&](std::size_t, auto to) {
      if constexpr (requires { put(set.values.*from.pointer, content.*to.pointer); })
        if (set.has(index) && std::string_view(from.name) == to.name)
          put(set.values.*from.pointer, content.*to.pointer);
    });
  });
}

// `rule` says no where nothing changes.
template <class Body, class Content>
Result<Event> amendment(const Content& now, const Partial<Body>& set, const std::optional<std::string>& reason,
                        std::string_view rule) {
  Content next = now;
  put_members(set, next);
  Partial<Content> change = difference(now, next);
  if (change.empty())
    return rule_broken(rule, "Nội dung điều chỉnh giống hệt nội dung hiện có.", "The amendment changes nothing.");
  return Event{Amended<Content>{std::move(change), std::nullopt, std::nullopt, reason_words(reason)}};
}

}  // namespace luuvet
