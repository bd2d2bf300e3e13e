// What is too large to be one act leaves nothing behind.
#include "api/record_bytes.h"
#include "tests/engine/engine_under_test.h"
#include "tests/engine/logs.h"

namespace luuvet::test {
namespace {

using server::Committed;
using server::Job;
using server::Outcome;

constexpr std::size_t kUnits = 5;

std::string unit_id(std::size_t number) {
  return "don-vi-" + std::to_string(number);
}

// A task charged to several units, each with an assignment of its own.
std::vector<Fact> a_shared_task() {
  std::vector<Fact> facts = a_task_at_work();
  TaskAssigned assigned;
  assigned.mode = AssignmentMode::kEach;
  for (std::size_t i = 0; i < kUnits; ++i) {
    facts.push_back(an_agency(unit_id(i)));
    assigned.units.push_back({unit_id(i)});
  }
  facts.push_back({"task/t1", assigned, "so-khcn"});
  return facts;
}

class ActLimits : public OnEveryLog {
 protected:
  ActLimits() { append_facts(*log_, staffed(a_shared_task())); }

  static Job opening_states(const World& world, std::size_t items, std::size_t note_bytes) {
    EnterOpeningStates act;
    for (std::size_t i = 0; i < items; ++i) {
      EnterOpeningStateItem item;
      item.subject = "assignment/t1." + unit_id(i);
      item.based_on = world.head;
      item.status = Status::kInProgress;
      item.note = std::string(note_bytes, 'x');
      act.items.push_back(std::move(item));
    }
    return job(world, {Subject{}, act}, "so-khcn");
  }
};
LUUVET_ON_EVERY_LOG(ActLimits);

Job import_of(const World& world, const std::string& name) {
  Agency row = std::get<Registered<Agency>>(an_agency("moi").event).content;
  row.name = name;
  Job result = job(world, {Subject{}, ImportRow<Agency>{row}}, "luuvet");
  result.context.actor = {std::string(kSystemActor)};
  result.context.capacity = Capacity::kSystem;
  return result;
}

void expect_too_large(const Outcome& outcome) {
  ASSERT_TRUE(std::holds_alternative<Rejection>(outcome));
  EXPECT_EQ(std::get<Rejection>(outcome).kind, RejectionKind::kTooLarge);
}

TEST_P(ActLimits, W39RefuseALeafThatIsTooLarge) {
  EngineUnderTest engine(*log_);
  const Sequence before = log_->head();
  const auto outcomes =
      engine.run({import_of(engine.world(), std::string(api::kLeafBytesMax, 'x')), comment_job(engine.world(), "Sau")});
  expect_too_large(outcomes[0]);
  EXPECT_EQ(std::get<Committed>(outcomes[1]).first, before + 1);
  EXPECT_EQ(log_->head(), before + 1);
  EXPECT_FALSE(engine.world().agencies.find("moi"));
}

TEST_P(ActLimits, W39TakeALeafThatJustFits) {
  EngineUnderTest engine(*log_);
  const Outcome outcome = engine.run_one(import_of(engine.world(), std::string(api::kLeafBytesMax - 2'000, 'x')));
  EXPECT_TRUE(std::holds_alternative<Committed>(outcome));
}

TEST_P(ActLimits, W39RefuseAnActOfTooManyBytesWhole) {
  EngineUnderTest engine(*log_);
  const Sequence before = log_->head();
  AmendProgramme act;
  act.programme = {"p1"};
  act.document = qd1();
  for (std::size_t i = 0; i < 300; ++i) {
    AddedTask added;
    added.title = std::string(15'000, 'x');
    added.lead_agencies = agencies({"xa-a"});
    added.deadline.text = "Quý II/2026";
    AmendmentItem item;
    item.do_ = AmendmentKind::kAdd;
    item.task = std::move(added);
    act.items.push_back(std::move(item));
  }
  Job large = job(engine.world(), {Subject{}, act}, "so-khcn", "key");
  const Outcome outcome = engine.run_one(large);
  expect_too_large(outcome);
  EXPECT_EQ(log_->head(), before);
  EXPECT_FALSE(log_->find_correlation(large.correlation.key));

  act.items.resize(200);  // of some 15 kB each
  const Outcome fits = engine.run_one(job(engine.world(), {Subject{}, act}, "so-khcn"));
  ASSERT_TRUE(std::holds_alternative<Committed>(fits));
  EXPECT_EQ(log_->head(), before + 400);
}

TEST_P(ActLimits, W39LeaveNoHalfOfAnActThatIsRefused) {
  EngineUnderTest engine(*log_);
  const Sequence before = log_->head();
  const Outcome outcome = engine.run_one(opening_states(engine.world(), 3, 10));  // so-khcn leads none of them
  EXPECT_EQ(std::get<Rejection>(outcome).kind, RejectionKind::kForbidden);
  EXPECT_EQ(log_->head(), before);
}

}  // namespace
}  // namespace luuvet::test
