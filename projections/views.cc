#include "projections/views.h"

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
        || std::is_same_v<Alternative, TaskAssigned>;
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

}  // namespace

void Views::apply(const Recorded& recorded, Epoch epoch) {
  world.evolve(recorded, epoch);
  time = recorded.meta.time;
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
  }
}

}  // namespace luuvet::projections
