#include "domain/missions/register_entry_check.h"
#include "domain/people/involvement.h"
#include "tests/support/given.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Given at_work(std::string agency = "so-tai-chinh") {
  return given(a_task_at_work()).as(std::move(agency));
}
Given problem() {
  return given(a_big_problem()).as("so-khcn");
}
Given entry() {
  return given(a_register_entry()).as("so-tai-chinh");
}
AddRegisterEntry of(Register kind) {
  AddRegisterEntry body;
  body.register_ = kind;
  body.name = "Tên";
  body.agency = {"so-khcn"};
  body.task = TaskId{"t1"};
  return body;
}

TEST(BigProblem, Z14NamesThePlansOfItsOwnProvince) {
  Programme plan;
  plan.id = {"p-lc"};
  plan.province = "lai-chau";
  RegisterBigProblem body = a_problem();
  body.programme = plan.id;
  given(together(a_task_at_work(), std::vector{Fact{"programme/p-lc", Registered<Programme>{plan}}}))
      .as("so-khcn")
      .when("big-problem", body)
      .then_rejected(kInvalid, "/programme");
}
TEST(BigProblem, Z10SaysProblemProductMeasureAndReceiver) {
  RegisterBigProblem body = a_problem();
  body.receiver = body_named("Ban Chỉ huy phòng chống thiên tai");
  const When made = at_work("so-khcn").when("big-problem", body);
  made.then_accepted();
  const BigProblem& made_content = std::get<Registered<BigProblem>>(made.event()).content;
  EXPECT_EQ(made_content.programme, ProgrammeId{"p1"});
  EXPECT_EQ(made_content.receiver, body.receiver);
  body.product = "";
  at_work("so-khcn").when("big-problem", body).then_rejected(kInvalid, "/product");
  body = a_problem();
  body.lead_agency = {"nobody"};
  at_work("so-khcn").when("big-problem", body).then_rejected(kUnknown, "/lead_agency");
}
TEST(BigProblem, Z11TheStandingAgencyKeepsIt) {
  at_work("so-tai-chinh").when("big-problem", a_problem()).then_rejected(kForbidden, "Z11");
  SetBigProblemMilestones body{{{"Bản thử", day("2026-06-30"), {}}}};
  problem().as("so-tai-chinh").when(kBigProblem, body).then_accepted();
  problem().as("xa-a").when(kBigProblem, body).then_rejected(kForbidden, "Z11");
}
TEST(BigProblem, Z12MilestonesEndQuarters) {
  for (const char* end : {"2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"})
    problem().when(kBigProblem, SetBigProblemMilestones{{{"Mốc", day(end), {}}}}).then_accepted();
  for (const char* other : {"2026-06-29", "2026-05-31", "2026-10-31"})
    problem()
        .when(kBigProblem, SetBigProblemMilestones{{{"Mốc", day(other), {}}}})
        .then_rejected(kInvalid, "/milestones/0/due");
  problem().when(kBigProblem, SetBigProblemMilestones{}).then_rejected(kRule, "Z12");
}
TEST(BigProblem, Z13ItIsSolvedOrDroppedOnce) {
  const auto closing = [](BigProblemState outcome, std::optional<std::string> reason = {}) {
    return CloseBigProblem{outcome, day("2026-03-10"), qd1(), std::move(reason)};
  };
  problem().when(kBigProblem, closing(BigProblemState::kOpen)).then_rejected(kInvalid, "/outcome");
  problem().when(kBigProblem, closing(BigProblemState::kDropped)).then_rejected(kInvalid, "/reason");
  Given scene = problem().after(kBigProblem, closing(BigProblemState::kDropped, "Không còn cần"));
  EXPECT_EQ(scene.world().big_problems.find("b1")->course.state(), BigProblemState::kDropped);
  scene.when(kBigProblem, closing(BigProblemState::kSolved)).then_rejected(kRule, "Z13");
  scene.when(kBigProblem, SetBigProblemMilestones{{{"Mốc", day("2026-06-30"), {}}}}).then_rejected(kRule, "Z13");
}

TEST(RegisterEntry, Z20EachRegisterHasItsMembers) {
  AddRegisterEntry tender = of(Register::kTenderPackage);
  at_work().when("register-entry", tender).then_rejected(kInvalid, "/form");
  tender.form = RegisterForm::kDirectAppointment;
  tender.number = "IB2600012345";
  tender.amount = 500;
  at_work().when("register-entry", tender).then_accepted();
  tender.form = RegisterForm::kOda;
  at_work().when("register-entry", tender).then_rejected(kInvalid, "/form");
  tender.form = RegisterForm::kOpenBidding;
  tender.place = "Xã A";
  at_work().when("register-entry", tender).then_rejected(kInvalid, "/place");

  AddRegisterEntry project = of(Register::kPppProject);
  project.form = RegisterForm::kSocialised;
  at_work().when("register-entry", project).then_accepted();
  AddRegisterEntry service = of(Register::kHiredService);
  service.partner = "VNPT";
  at_work().when("register-entry", service).then_rejected(kInvalid, "/from");
  AddRegisterEntry platform = of(Register::kSharedPlatform);
  platform.address = "https://hop.laocai.gov.vn";
  platform.users = agencies({"xa-a", "cac-xa"});
  at_work().when("register-entry", platform).then_accepted();
  AddRegisterEntry model = a_model();
  model.replicated = {body_of("xa-b"), body_named("Xã bạn")};
  at_work().when("register-entry", model).then_accepted();
  model.replicated->push_back({});
  at_work().when("register-entry", model).then_rejected(kInvalid, "/replicated/2");
}
TEST(RegisterEntry, Z20ValuesAreChecked) {
  AddRegisterEntry model = a_model();
  model.task = TaskId{"t9"};
  at_work().when("register-entry", model).then_rejected(kUnknown, "/task");
  model = a_model();
  model.budget_line = BudgetLineId{"x"};
  at_work().when("register-entry", model).then_rejected(kUnknown, "/budget_line");
  model = a_model();
  model.from = day("2026-03-02");
  model.to = day("2026-03-01");
  at_work().when("register-entry", model).then_rejected(kInvalid, "/to");
}

TEST(RegisterEntry, Z21LeadsOfTheRowThatItNamesKeepIt) {
  at_work("so-khcn").when("register-entry", a_model()).then_accepted();
  at_work("xa-a").when("register-entry", a_model()).then_rejected(kForbidden, "Z21");
  AddRegisterEntry free = a_model();
  free.task.reset();
  at_work().when("register-entry", free).then_rejected(kForbidden, "Z21");
  at_work("so-khcn").when("register-entry", free).then_accepted();
  BudgetLine line;
  line.id = {"l1"};
  line.programme = {"p1"};
  line.lead_agencies = agencies({"xa-c"});
  free.budget_line = BudgetLineId{"l1"};
  Given scene = at_work("xa-c").fact({"budget-line/l1", Registered<BudgetLine>{line}});
  const When made = scene.when("register-entry", free);
  made.then_accepted();
  EXPECT_EQ(std::get<Registered<RegisterEntry>>(made.event()).content.programme, ProgrammeId{"p1"});
}

TEST(RegisterEntry, Z22AnAmendmentStaysInItsRegister) {
  AmendRegisterEntry body;
  body.set.values.result = "120 người học";
  body.set.present = 1u << 18;
  const When made = entry().when(kEntry, body);
  EXPECT_EQ(names(std::get<Amended<RegisterEntry>>(made.event()).set), std::vector<std::string_view>{"result"});
  body = {};
  body.set.values.register_ = Register::kTenderPackage;
  body.set.present = 1;
  entry().when(kEntry, body).then_rejected(kInvalid, "/set/register");
  body = {};
  body.set.present = 1u << 17;  // place: needed
  entry().when(kEntry, body).then_rejected(kInvalid, "/set/place");
  body.set.values.place = "Thôn 1";
  entry().when(kEntry, body).then_rejected(kRule, "Z22");
}

TEST(RegisterEntry, Z23OnceEndedItOnlyStaysToBeRead) {
  const EndRegisterEntry end{day("2026-03-10"), "Hết hạn", {}};
  Given scene = entry().after(kEntry, end);
  EXPECT_EQ(scene.world().register_entries.find("e1")->ended->fact.on, day("2026-03-10"));
  scene.when(kEntry, end).then_rejected(kRule, "Z23");
  entry().when(kEntry, EndRegisterEntry{day("2026-03-16"), "Hết hạn", {}}).then_rejected(kInvalid, "/on");
  entry().when(kEntry, EndRegisterEntry{day("2026-03-10"), " ", {}}).then_rejected(kInvalid, "/reason");
}

TEST(RegisterEntry, Z21ConcernsItsAgencyItsUsersAndTheLeads) {
  const Given scene = entry();
  const World& world = scene.world();
  for (const char* agency : {"xa-a", "so-tai-chinh"}) EXPECT_TRUE(involves(world, subject(kEntry), {agency}));
  EXPECT_FALSE(involves(world, subject(kEntry), {"xa-b"}));
}

}  // namespace
}  // namespace luuvet::test
