// The import as a whole, on both logs: what a row does the first time, again, after people have edited, and when it is
// corrected in the papers.
#include "server/import/importer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>

#include "domain/register_traits.h"
#include "server/engine/replay.h"
#include "server/import/seed_reader.h"
#include "server/log/memory_event_log.h"
#include "server/log/rocks_event_log.h"
#include "tests/seeds/seed_rows.h"
#include "tests/support/temp_dir.h"

namespace luuvet::server::testing {
namespace {

constexpr std::string_view kTask = "da11.ii.i.1.5";

enum class LogKind { kMemory, kRocks };

class SeedImport : public ::testing::TestWithParam<LogKind> {
 protected:
  SeedImport() {
    if (GetParam() == LogKind::kMemory)
      log_ = std::make_unique<MemoryEventLog>();
    else
      log_ = std::make_unique<RocksEventLog>(folder_.path() / "log");
    const Ambient ambient{[this] { return Instant{clock_++}; }, [] { return api::Salt{}; }};
    engine_ = std::make_unique<Engine>(*log_, std::make_shared<const Views>(), "/luuvet/test/00112233445566aa", ambient,
                                       nullptr);
    run(CreateLog{{"00112233445566aa", "test", "test", "key"}}, {}, std::string(kSystemActor));
  }

  Correlation next_correlation() {
    Correlation correlation;
    ++commands_;
    for (std::size_t at = 0; at < 8; ++at) correlation.key[at] = static_cast<std::uint8_t>(commands_ >> (8 * at));
    return correlation;
  }

  ImportOutcome import_outcome(const Seeds& seeds) {
    const ImportStamp stamp{Instant{clock_}, vietnam_date(Instant{clock_}), [this] { return next_correlation(); }};
    return import_seeds(*engine_, seeds, stamp);
  }

  ImportReport import(const Seeds& seeds = all_seeds()) {
    const ImportOutcome outcome = import_outcome(seeds);
    if (const auto* faults = std::get_if<std::vector<SeedFault>>(&outcome))
      for (const SeedFault& fault : *faults) ADD_FAILURE() << to_string(fault);
    const auto* report = std::get_if<ImportReport>(&outcome);
    return report ? *report : ImportReport{};
  }

  // One command by a person of the agency, or by the system.
  void run(CommandBody body, Subject target, const std::string& actor, const std::string& agency = "") {
    Job job;
    job.command = {std::move(target), std::move(body)};
    job.context.now = Instant{clock_};
    job.context.today = vietnam_date(Instant{clock_});
    job.context.actor.value = actor;
    job.context.agency.value = agency;
    job.context.new_id = "new-" + std::to_string(commands_);
    if (agency.empty()) job.context.capacity = Capacity::kSystem;
    job.context.based_on = log_->head();
    job.correlation = next_correlation();
    std::vector<Job> jobs;
    jobs.push_back(std::move(job));
    const Outcome outcome = engine_->run(std::move(jobs)).finished.front().outcome;
    ASSERT_TRUE(std::holds_alternative<Committed>(outcome))
        << (std::holds_alternative<Rejection>(outcome) ? std::get<Rejection>(outcome).detail.en : "");
  }

  // An account that keeps the standing office of the agency; its id.
  std::string employed_at(const std::string& agency) {
    const std::string system(kSystemActor);
    run(OpenAccount{"van.phong", "Văn phòng", {}, AccountKind::kPerson}, {Aggregate::kAccount, ""}, system, agency);
    const std::string account = "new-" + std::to_string(commands_ - 1);
    RegisterPost post;
    post.role = Role::kStandingAgency;
    post.agency.value = agency;
    post.title = "Thường trực";
    run(std::move(post), {Aggregate::kPost, ""}, system, agency);
    const std::string registered = "new-" + std::to_string(commands_ - 1);
    run(FillPost{{account}, vietnam_date(Instant{clock_}), {}, {}, {}}, {Aggregate::kPost, registered}, system, agency);
    return account;
  }

  // The standing agency amends the title of kTask.
  void amend_title(const std::string& title) {
    AmendTask body;
    body.set.values.title = title;
    body.set.present = 1U << 1;
    ASSERT_EQ(names(body.set), std::vector<std::string_view>{"title"});
    body.document.id = DocumentId{"lao-cai-de-an-11"};
    run(std::move(body), {Aggregate::kTask, std::string(kTask)}, employed_at("so-khcn"), "so-khcn");
  }

  const World& world() const { return engine_->views()->world; }
  const Task& task() const { return world().tasks.find(kTask)->content; }

  test::TempDir folder_;
  std::unique_ptr<EventLog> log_;
  std::unique_ptr<Engine> engine_;
  std::int64_t clock_ = 1'776'211'200'000;  // 15/4/2026
  std::uint64_t commands_ = 0;
};

INSTANTIATE_TEST_SUITE_P(, SeedImport, ::testing::Values(LogKind::kMemory, LogKind::kRocks),
                         [](const auto& instance) { return instance.param == LogKind::kMemory ? "Memory" : "Rocks"; });

// The seeds with one row of kTask changed.
template <class F>
Seeds corrected(F&& change) {
  Seeds seeds = all_seeds();
  for (SeedRow& row : seeds.rows)
    if (auto* import = std::get_if<ImportRow<Task>>(&row.command.body); import && import->row.id.value == kTask)
      change(import->row);
  return seeds;
}

TEST_P(SeedImport, RegistersEveryRowOnce) {
  const std::size_t rows = all_seeds().rows.size();
  const ImportReport report = import();
  EXPECT_EQ(report.rows, rows);
  EXPECT_EQ(report.registered, rows);
  EXPECT_EQ(report.amended + report.unchanged + report.doubts, 0U);
  EXPECT_EQ(world().programmes.size(), 5U);
  EXPECT_EQ(world().tasks.size(), rows_of<Task>().size());
  EXPECT_EQ(world().doubts.size(), rows_of<Doubt>().size());
  EXPECT_EQ(world().documents.size(), rows_of<Document>().size());
  EXPECT_EQ(world().ratios.size(), rows_of<RatioRow>().size());
  EXPECT_EQ(world().indicator_books.find("pc25.annex.i.1")->breaks.front().from, 2035);
  EXPECT_EQ(world().assignments.size(), 0U);
}

TEST_P(SeedImport, AssignsEveryTaskThatCarriesWorkJointlyAndNamesWhoConfirms) {
  import();
  world().tasks.for_each([&](const auto& task) {
    const bool leaf = !task->content.is_group && !task->content.links_to;
    EXPECT_EQ(task->assigned, leaf) << task->content.id.value;
    EXPECT_EQ(world().units_of(*task).size(), leaf ? 1U : 0U) << task->content.id.value;
    if (leaf) {
      EXPECT_TRUE(world().is_agency(task->content.confirming_agency)) << task->content.id.value;
    }
  });
}

TEST_P(SeedImport, AgainAddsNothing) {
  import();
  const Sequence head = log_->head();
  const ImportReport report = import();
  EXPECT_EQ(report.unchanged, all_seeds().rows.size());
  EXPECT_EQ(log_->head(), head);
}

TEST_P(SeedImport, AgainAfterPeopleHaveEditedAddsNothing) {
  import();
  amend_title("Tên do người sửa");
  const Sequence head = log_->head();
  EXPECT_EQ(import().unchanged, all_seeds().rows.size());
  EXPECT_EQ(log_->head(), head);
  EXPECT_EQ(task().title, "Tên do người sửa");
}

TEST_P(SeedImport, ACorrectedRowAmendsWhatNobodyTouched) {
  import();
  amend_title("Tên do người sửa");
  const Seeds seeds = corrected([](Task& row) { row.content = "Nội dung in lại"; });
  const Sequence head = log_->head();
  const ImportReport report = import(seeds);
  EXPECT_EQ(report.amended, 1U);
  EXPECT_EQ(report.doubts, 0U);
  EXPECT_EQ(log_->head(), head + 1);
  EXPECT_EQ(task().content, "Nội dung in lại");
  EXPECT_EQ(task().title, "Tên do người sửa");
  EXPECT_EQ(import(seeds).unchanged, seeds.rows.size());
}

TEST_P(SeedImport, ACorrectedRowRaisesOneDoubtWherePeopleHadChangedTheSame) {
  import();
  amend_title("Tên do người sửa");
  const Seeds seeds = corrected([](Task& row) {
    row.title = "Tên in lại";
    row.content = "Nội dung in lại";
  });
  const std::size_t doubts = world().doubts.size();
  const ImportReport first = import(seeds);
  EXPECT_EQ(first.doubts, 1U);
  EXPECT_EQ(first.amended, 1U);
  EXPECT_EQ(task().title, "Tên do người sửa");
  EXPECT_EQ(task().content, "Nội dung in lại");
  EXPECT_EQ(world().doubts.size(), doubts + 1);

  const Sequence head = log_->head();
  const ImportReport second = import(seeds);
  EXPECT_EQ(second.doubts, 0U);
  EXPECT_EQ(second.unchanged, seeds.rows.size());
  EXPECT_EQ(log_->head(), head);
}

TEST_P(SeedImport, TheDoubtNamesTheTaskAndTheField) {
  import();
  amend_title("Tên do người sửa");
  import(corrected([](Task& row) { row.title = "Tên in lại";
}));
std::vector<const Doubt*> raised;
world().doubts.for_each([&](const auto& doubt) {
  if (!find_row<Doubt>(doubt->content.id.value)) raised.push_back(&doubt->content);
});
ASSERT_EQ(raised.size(), 1U);
EXPECT_EQ(raised[0]->programme.value, "lao-cai-de-an-11");
ASSERT_EQ(raised[0]->places.size(), 1U);
EXPECT_EQ(raised[0]->places[0].subject, "task/" + std::string(kTask));
EXPECT_THAT(raised[0]->text, ::testing::HasSubstr("tên"));
}  // namespace

TEST_P(SeedImport, ACorrectionThatPeopleMadeAlreadyIsNoDoubt) {
  import();
  amend_title("Tên in lại");
  const Sequence head = log_->head();
  const ImportReport report = import(corrected([](Task& row) { row.title = "Tên in lại"; }));
  EXPECT_EQ(report.doubts + report.amended, 0U);
  EXPECT_EQ(log_->head(), head);
}

TEST_P(SeedImport, SendsNothingOfAFolderWithAWrongRow) {
  const Sequence head = log_->head();
  const Seeds seeds = corrected([](Task& row) { row.lead_agencies.push_back({"co-quan-la"}); });
  const ImportOutcome outcome = import_outcome(seeds);
  const auto* faults = std::get_if<std::vector<SeedFault>>(&outcome);
  ASSERT_TRUE(faults);
  ASSERT_EQ(faults->size(), 1U);
  EXPECT_THAT(to_string(faults->front()), ::testing::StartsWith("lao-cai-de-an-11/tasks.jsonl:6 /lead_agencies/1:"));
  EXPECT_EQ(log_->head(), head);
}

// A task's fields beside its content, which the state of no other register has.
void expect_same_state(const TaskState& left, const TaskState& right) {
  EXPECT_EQ(left.assigned, right.assigned);
  EXPECT_EQ(left.mode, right.mode);
  EXPECT_EQ(left.units, right.units);
  EXPECT_EQ(left.group, right.group);
}
template <class State>
void expect_same_state(const State&, const State&) {}

template <class Content>
void expect_same_table(const World& left, const World& right) {
  const auto& table = left.*RegisterTraits<Content>::kTable;
  const auto& other = right.*RegisterTraits<Content>::kTable;
  EXPECT_EQ(table.size(), other.size());
  table.for_each([&](const auto& row) {
    const auto* found = other.find(row->key());
    ASSERT_TRUE(found) << row->key();
    EXPECT_EQ(row->content, found->content) << row->key();
    EXPECT_EQ(row->life, found->life) << row->key();
    ASSERT_TRUE(row->imported && found->imported) << row->key();
    EXPECT_EQ(*row->imported, *found->imported) << row->key();
    expect_same_state(*row, *found);
  });
}

TEST_P(SeedImport, AReplayOfTheLogGivesTheSameViews) {
  import();
  amend_title("Tên do người sửa");
  import(corrected([](Task& row) { row.title = "Tên in lại";
}));
Views fresh;
api::RecordDecoder decoder;
replay(*log_, fresh, decoder);
EXPECT_EQ(fresh.world.head, world().head);
expect_same_table<Programme>(world(), fresh.world);
expect_same_table<Agency>(world(), fresh.world);
expect_same_table<AgencyGroup>(world(), fresh.world);
expect_same_table<Committee>(world(), fresh.world);
expect_same_table<Member>(world(), fresh.world);
expect_same_table<Indicator>(world(), fresh.world);
expect_same_table<BudgetLine>(world(), fresh.world);
expect_same_table<ReportingDuty>(world(), fresh.world);
expect_same_table<Doubt>(world(), fresh.world);
expect_same_table<Document>(world(), fresh.world);
expect_same_table<Task>(world(), fresh.world);
EXPECT_EQ(engine_->views()->cards.size(), fresh.cards.size());
fresh.cards.for_each([&](const auto& card) {
  const auto* found = engine_->views()->cards.find(card->key());
  ASSERT_TRUE(found) << card->key();
  EXPECT_EQ(*card->text, *found->text);
  EXPECT_EQ(card->updated_at, found->updated_at);
});
}  // namespace luuvet::server::testing

// The aim is 3 s with a normal build; the bound leaves room for sanitizers and busy machines.
TEST_P(SeedImport, TakesSeconds) {
  const auto begin = std::chrono::steady_clock::now();
  const Seeds seeds = read_seeds(seeds_folder());
  const ImportReport report = import(seeds);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << report_line(report) << "\nread and imported in " << took.count() << " s, " << log_->head()
            << " records\n";
  EXPECT_LT(took.count(), 10.0);
}

TEST(SeedImportReport, IsOneLineInBothLanguages) {
  ImportReport report;
  report.rows = 1'287;
  report.registered = 1'280;
  report.amended = 5;
  report.unchanged = 2;
  report.doubts = 1;
  report.took = std::chrono::milliseconds(420);
  EXPECT_EQ(
      report_line(report),
      "Đã nạp 1.287 dòng trong 0,42 giây: 1.280 mới, 5 sửa, 2 không đổi, 1 chỗ cần xem lại. / 1287 rows in 0.42 s: "
      "1280 new, 5 amended, 2 unchanged, doubts raised: 1.");
}

}  // namespace
}  // namespace luuvet::server::testing
