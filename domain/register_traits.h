// Where the rows of each register live: its aggregate, its table in the World, the state that its table holds, its two
// events.
#pragma once

#include <type_traits>

#include "domain/indicators/indicator_commands.h"
#include "domain/world.h"

namespace luuvet {

template <class Content>
struct RegisterTraits;

template <class Content, Aggregate kAggregateOf, auto kTableOf, class StateOf = RegisterState<Content>>
struct PlainRegister {
  static constexpr Aggregate kAggregate = kAggregateOf;
  static constexpr auto kTable = kTableOf;
  using State = StateOf;
  using RegisteredEvent = Registered<Content>;
  using AmendedEvent = Amended<Content>;
};

template <>
struct RegisterTraits<Programme> : PlainRegister<Programme, Aggregate::kProgramme, &World::programmes> {};
template <>
struct RegisterTraits<Agency> : PlainRegister<Agency, Aggregate::kAgency, &World::agencies, AgencyState> {};
template <>
struct RegisterTraits<AgencyGroup> : PlainRegister<AgencyGroup, Aggregate::kAgencyGroup, &World::agency_groups> {};
template <>
struct RegisterTraits<Committee> : PlainRegister<Committee, Aggregate::kCommittee, &World::committees> {};
template <>
struct RegisterTraits<Member> : PlainRegister<Member, Aggregate::kMember, &World::members> {};
template <>
struct RegisterTraits<Indicator> : PlainRegister<Indicator, Aggregate::kIndicator, &World::indicators> {};
template <>
struct RegisterTraits<BudgetLine> : PlainRegister<BudgetLine, Aggregate::kBudgetLine, &World::budget_lines> {};
template <>
struct RegisterTraits<ReportingDuty>
    : PlainRegister<ReportingDuty, Aggregate::kReportingDuty, &World::reporting_duties> {};
template <>
struct RegisterTraits<Doubt> : PlainRegister<Doubt, Aggregate::kDoubt, &World::doubts, DoubtState> {};
template <>
struct RegisterTraits<Task> : PlainRegister<Task, Aggregate::kTask, &World::tasks, TaskState> {};
template <>
struct RegisterTraits<Document> : PlainRegister<Document, Aggregate::kDocument, &World::documents, DocumentState> {
  using RegisteredEvent = DocumentRegistered;
  using AmendedEvent = DocumentAmended;
};

template <>
struct RegisterTraits<Mission> : PlainRegister<Mission, Aggregate::kMission, &World::missions, MissionState> {};
template <>
struct RegisterTraits<BigProblem>
    : PlainRegister<BigProblem, Aggregate::kBigProblem, &World::big_problems, BigProblemRow> {};
template <>
struct RegisterTraits<RegisterEntry>
    : PlainRegister<RegisterEntry, Aggregate::kRegisterEntry, &World::register_entries, RegisterEntryState> {};
// A ratio's state is more than its row: no table of rows, no row as last imported.
template <>
struct RegisterTraits<RatioRow> {
  static constexpr Aggregate kAggregate = Aggregate::kRatio;
};
// A break joins what is kept of its indicator.
template <>
struct RegisterTraits<SeriesBreakRow> {
  static constexpr Aggregate kAggregate = Aggregate::kIndicator;
};
template <>
struct RegisterTraits<Post> : PlainRegister<Post, Aggregate::kPost, &World::posts, PostState> {};

template <class Content>
Subject subject_of(const Content& content) {
  return Subject{RegisterTraits<Content>::kAggregate, content.id.value};
}

// Content types that belong to a programme say so with a member of that name.
template <class Content>
concept OfProgramme = requires(const Content& content) {
  content.programme;
};

}  // namespace luuvet
