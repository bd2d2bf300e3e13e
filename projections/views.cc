#include "projections/views.h"

#include <algorithm>

#include "projections/citations.h"
#include "projections/search_text.h"

namespace luuvet::projections {
namespace {

// The text changes only when the row itself does.
bool carries_text(const Event& event) {
  return std::visit(
      [](const auto& alternative) {
        using Alternative = std::decay_t<decltype(alternative)>;
        return requires {
          alternative.content;
        }
        || requires {
          alternative.set;
        }
        || std::is_same_v<Alternative, TaskAssigned> || std::is_same_v<Alternative, AgencyFounded> ||
            std::is_same_v<Alternative, AgencyRenamed> || std::is_same_v<Alternative, TaskExternalIdsSet> ||
            std::is_same_v<Alternative, MissionSelected> || std::is_same_v<Alternative, MissionStepWithdrawn>;
      },
      event);
}

void touch(Views& views, const Subject& subject, const Recorded& recorded, bool with_text, Epoch epoch) {
  const Card* before = views.card(subject);
  auto card = std::make_shared<Card>();
  card->subject = subject.text();
  card->text =
      before && !with_text ? before->text : std::make_shared<const std::string>(search_text_of(views.world, subject));
  card->updated_at = recorded.meta.time;
  card->updated_by = recorded.meta.actor;
  card->updated_for = recorded.meta.agency;
  views.cards.put(std::move(card), epoch);
}

bool names_agency(const Task& row, const AgencyId& agency) {
  return std::find(row.lead_agencies.begin(), row.lead_agencies.end(), agency) != row.lead_agencies.end();
}
bool names_agency(const Indicator& row, const AgencyId& agency) {
  return std::find(row.tracking_agencies.begin(), row.tracking_agencies.end(), agency) != row.tracking_agencies.end();
}
bool names_agency(const BudgetLine& row, const AgencyId& agency) {
  return std::find(row.lead_agencies.begin(), row.lead_agencies.end(), agency) != row.lead_agencies.end();
}
bool names_agency(const Post& row, const AgencyId& agency) {
  return row.agency == agency;
}
bool names_agency(const Mission& row, const AgencyId& agency) {
  return row.managing_agency == agency || (row.host && row.host->agency == agency);
}
bool names_agency(const BigProblem& row, const AgencyId& agency) {
  return row.lead_agency == agency || (row.receiver && row.receiver->agency == agency);
}
bool names_agency(const RegisterEntry& row, const AgencyId& agency) {
  return row.agency == agency;
}

// The rows whose text holds the agency's name; nothing else of their cards moves.
template <class State>
void tell_again(Views& views, const Table<State>& table, Aggregate aggregate, const AgencyId& agency, Epoch epoch) {
  table.for_each([&](const auto& row) {
    const Subject subject{aggregate, row->content.id.value};
    const Card* before = names_agency(row->content, agency) ? views.card(subject) : nullptr;
    if (!before) return;
    auto card = std::make_shared<Card>(*before);
    card->text = std::make_shared<const std::string>(search_text_of(views.world, subject));
    views.cards.put(std::move(card), epoch);
  });
}

void tell_name_again(Views& views, const AgencyId& agency, Epoch epoch) {
  const World& world = views.world;
  tell_again(views, world.tasks, Aggregate::kTask, agency, epoch);
  tell_again(views, world.indicators, Aggregate::kIndicator, agency, epoch);
  tell_again(views, world.budget_lines, Aggregate::kBudgetLine, agency, epoch);
  tell_again(views, world.posts, Aggregate::kPost, agency, epoch);
  tell_again(views, world.missions, Aggregate::kMission, agency, epoch);
  tell_again(views, world.big_problems, Aggregate::kBigProblem, agency, epoch);
  tell_again(views, world.register_entries, Aggregate::kRegisterEntry, agency, epoch);
}

}  // namespace

void Views::apply(const Recorded& recorded, Epoch epoch) {
  world.evolve(recorded, epoch);
  time = recorded.meta.time;
  forget_work(*this, recorded, epoch);
  note_citations(*this, recorded, epoch);
  switch (recorded.subject.aggregate) {
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
      return;
    case Aggregate::kAssignment:
      touch(*this, recorded.subject, recorded, false, epoch);
      if (const auto parts = split(AssignmentId{recorded.subject.id}))
        touch(*this, Subject{Aggregate::kTask, parts->task.value}, recorded, false, epoch);
      return;
    default:
      touch(*this, recorded.subject, recorded, carries_text(recorded.event), epoch);
      if (std::holds_alternative<AgencyRenamed>(recorded.event))
        tell_name_again(*this, AgencyId{recorded.subject.id}, epoch);
  }
}

}  // namespace luuvet::projections
